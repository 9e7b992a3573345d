/** The stages of a dispute: what a form may say, versions that are kept, two who change them at once, and the page. */
import { expect, test } from 'vitest'
import { changeLadder } from '../../src/alerts/change-ladder.ts'
import { listLadders } from '../../src/alerts/ladder-store.ts'
import { readStages, stageBoxes } from '../../src/alerts/rules/stage-form.ts'
import { standardStages } from '../../src/alerts/rules/standard-lists.ts'
import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import { Conflict } from '../../src/errors.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'

test('what a form shows reads back as it was, and empty rows are no stages', () => {
  expect(readStages(stageBoxes(standardStages))).toEqual({ stages: standardStages, faults: {} })
  expect(
    readStages({ 'name-2': ' Director ', 'days-2': '10', 'level-2': '4', 'name-5': ' ' })
  ).toEqual({ stages: [{ name: 'Director', days: 10, level: 4 }], faults: {} })
})

const days = 'enter a whole number of working days from 1 to 60'

test.each([
  [{}, { 'name-1': 'Enter at least one stage' }],
  [{ 'days-1': '5' }, { 'name-1': 'Enter who answers in row 1, or empty the row' }],
  [{ 'name-1': 'Director' }, { 'days-1': `Row 1: ${days}` }],
  [{ 'name-1': 'Director', 'days-1': '0' }, { 'days-1': `Row 1: ${days}` }],
  [{ 'name-1': 'Director', 'days-1': '61' }, { 'days-1': `Row 1: ${days}` }],
  [{ 'name-1': 'Director', 'days-1': '2.5' }, { 'days-1': `Row 1: ${days}` }],
  [
    { 'name-1': 'Director', 'days-1': '5', 'level-1': '5' },
    { 'level-1': 'Row 1: choose from the list who answers' },
  ],
  [
    { 'name-1': 'Director', 'days-1': '5', 'name-3': 'DIRECTOR', 'days-3': '5' },
    { 'name-3': 'Row 3: there is a stage ‘DIRECTOR’ above already' },
  ],
  [
    { 'name-1': 'x'.repeat(81), 'days-1': '5' },
    { 'name-1': 'Row 1: the name can have at most 80 characters' },
  ],
])('%j is told what is wrong', (boxes, faults) => {
  expect(readStages(boxes).faults).toEqual(faults)
})

const twoStages = [
  { name: 'Head of service', days: 10, level: 3 },
  { name: 'Director', days: 10, level: 4 },
]

test('each change is a version more; the ones before stay', async () => {
  const ctx = await newContext()
  await startAlertLists(ctx)
  const personId = await addPersonWith(ctx, { name: 'Amara Osei', roles: ['administrator'] })
  const own = asPerson(ctx, personId)
  expect(await changeLadder(own, { stages: standardStages, number: 1 })).toBe(false)
  expect(await changeLadder(own, { stages: twoStages, number: 1 })).toBe(true)
  expect(await listLadders(ctx.db)).toEqual([
    { number: 2, stages: twoStages, createdAt: ctx.now, createdBy: 'Amara Osei' },
    { number: 1, stages: standardStages, createdAt: ctx.now, createdBy: null },
  ])
  const events = await ctx.db
    .selectFrom('event')
    .select(['actor_id', 'details'])
    .where('type', '=', 'council.ladder_changed')
    .execute()
  expect(events).toEqual([{ actor_id: personId, details: '{"number":2,"stages":2}' }])
})

test('of two who change them at once, the second is told', async () => {
  const ctx = await newContext()
  await startAlertLists(ctx)
  const change = (last: number) =>
    changeLadder(ctx, { stages: twoStages.slice(0, last), number: 1 })
  const ended = await Promise.allSettled([change(1), change(2)])
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(ended.find((each) => each.status === 'rejected')?.reason).toBeInstanceOf(Conflict)
  expect(await listLadders(ctx.db)).toHaveLength(2)
})

test('the page shows the ladder, warns of more days than the whole has, and shows both to the second of two', async () => {
  const world = await newWorld()
  const browser = plainBrowser(await world.as('administrator'))
  const start = await browser.open('/admin/dispute-stages')
  expect(start.words).toContain('Together 20 working days. The whole is to end within 20')
  expect(start.words).toContain('Those on them already keep the stages they entered.')
  const wrong = await browser.press(start, 'Save these stages', { 'days-2': 'ten' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain(`<a href="#days-2">Row 2: ${days}</a>`)
  const saved = await browser.press(wrong, 'Save these stages', { 'days-2': '10' })
  expect(saved.whole).toContain(
    'Together they take 25 working days, more than the 20 in which the whole is to end.'
  )
  expect(saved.words).toContain('Version 2, by The administrator')
  expect(saved.words).toContain('Version 1, by the program')
  const second = await browser.press(start, 'Save these stages', { 'name-1': 'Line manager' })
  expect(second.status).toBe(409)
  expect(second.words).toContain('Somebody else changed the stages after you opened the page.')
  expect(second.html).toContain('value="Line manager"')
  const again = await browser.press(second, 'Save these stages', {})
  expect(again.whole).toContain('The stages are saved.')
  expect((await listLadders(world.db))[0]).toMatchObject({ number: 3 })
  await changeSetting(world.context(), { key: 'dispute_total_days', value: '15', revision: 0 })
  const fewer = await browser.open('/admin/dispute-stages')
  expect(fewer.words).toContain('The stages take longer than the whole may.')
})
