/** The council's closure days: what may be added and removed, what they change, and two who change the list at once. */
import { expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, FieldFault, NotFound, WrongState } from '../../src/errors.ts'
import { addClosureDay } from '../../src/settings/add-closure-day.ts'
import { loadClosureDays } from '../../src/settings/load-closure-days.ts'
import { loadWorkingCalendar } from '../../src/settings/load-working-calendar.ts'
import { removeClosureDay } from '../../src/settings/remove-closure-day.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'

// The clock stands at Monday 12 January 2026, 09:00.
const eve = { date: '2026-12-24', why: 'Closed over Christmas' }

const eventsOf = (ctx: Context) =>
  ctx.db
    .selectFrom('event')
    .select(['type', 'actor_id', 'details'])
    .where('type', 'like', 'council.closure_day%')
    .orderBy('number')
    .execute()

test('a day that is added is no working day until it is removed; every list that held is kept', async () => {
  const ctx = await newContext()
  const own = asPerson(ctx, await addPersonWith(ctx, { roles: ['administrator'] }))
  await addClosureDay(own, eve)
  await addClosureDay(own, { date: '2026-04-02', why: 'Staff day' })
  const result = await loadWorkingCalendar(ctx.db)
  expect(result.whyNotWorking('2026-12-24')).toBe('a closure day of the council')
  expect(result.dueAfter('2026-12-23', 1)).toBe('2026-12-29')
  await removeClosureDay(own, { date: '2026-12-24' })
  expect(await loadClosureDays(ctx.db)).toEqual({
    days: [{ date: '2026-04-02', why: 'Staff day' }],
    revision: 3,
  })
  expect((await loadWorkingCalendar(ctx.db)).isWorkingDay('2026-12-24')).toBe(true)
  const by = own.actor.kind === 'user' ? own.actor.id : ''
  expect(await eventsOf(ctx)).toEqual([
    { type: 'council.closure_day_added', actor_id: by, details: '{"date":"2026-12-24"}' },
    { type: 'council.closure_day_added', actor_id: by, details: '{"date":"2026-04-02"}' },
    { type: 'council.closure_day_removed', actor_id: by, details: '{"date":"2026-12-24"}' },
  ])
})

test.each([
  [
    '2026-01-11',
    'The date must be today or later: expected dates and figures were counted without it',
  ],
  ['2026-12-26', 'This date is a Saturday, so it is no working day already'],
  [
    '2026-12-28',
    'This date is the substitute bank holiday for Boxing Day, so it is no working day already',
  ],
  ['2051-01-04', 'The date must be in 2050 or before'],
  ['2026-12-24', 'This date is in the list already'],
])('%s cannot be added', async (date, fault) => {
  const ctx = await newContext()
  await addClosureDay(ctx, eve)
  await expect(addClosureDay(ctx, { date, why: 'Closed' })).rejects.toThrow(
    new FieldFault('date', fault)
  )
  expect((await loadClosureDays(ctx.db)).days).toEqual([eve])
  expect(await eventsOf(ctx)).toHaveLength(1)
})

test('a day that has begun stays; one that is not there cannot be removed', async () => {
  const ctx = await newContext()
  await addClosureDay(ctx, { date: '2026-01-12', why: 'Snow' })
  await expect(removeClosureDay(ctx, { date: '2026-01-12' })).rejects.toThrow(WrongState)
  await expect(removeClosureDay(ctx, { date: '2026-01-13' })).rejects.toThrow(NotFound)
  expect((await loadClosureDays(ctx.db)).days).toEqual([{ date: '2026-01-12', why: 'Snow' }])
})

test('two who add at once lose nothing', async () => {
  const ctx = await newContext()
  const add = (date: string) => addClosureDay(ctx, { date, why: 'Closed' })
  const ended = await Promise.allSettled([add('2026-12-24'), add('2026-12-29')])
  const { days } = await loadClosureDays(ctx.db)
  const added = ended.filter(({ status }) => status === 'fulfilled').length
  expect(added).toBeGreaterThan(0)
  expect(days).toHaveLength(added)
  for (const each of ended) {
    if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict)
  }
})

test('the page adds and removes, keeps what was typed wrongly and says what does not change', async () => {
  const world = await newWorld()
  const browser = plainBrowser(await world.as('administrator'))
  const settings = await browser.open('/admin/settings')
  expect(settings.links).toContain('/admin/closure-days')
  const start = await browser.open('/admin/closure-days')
  expect(start.words).toContain('No closure days ahead')
  expect(start.words).toContain('A change never moves an expected date that was already given.')
  const wrong = await browser.press(start, 'Add this day', {
    'date-day': '26',
    'date-month': 'dec',
    'date-year': '2026',
    why: 'Closed',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain(
    '<a href="#date-day">This date is a Saturday, so it is no working day already</a>'
  )
  const empty = await browser.press(wrong, 'Add this day', {
    'date-day': '',
    'date-month': '',
    'date-year': '',
    why: '',
  })
  expect(empty.status).toBe(422)
  expect(empty.words).toContain('Enter the date, for example 30 1 2026')
  expect(empty.words).toContain('Enter why the council is closed')
  const added = await browser.press(wrong, 'Add this day', { 'date-day': '24' })
  expect(added.status).toBe(200)
  expect(added.words).toContain('Thursday 24 December 2026ClosedRemove')
  const sure = await browser.open('/admin/closure-days/2026-12-24/remove')
  expect(sure.words).toContain('Remove Thursday 24 December 2026?')
  const gone = await browser.press(sure, 'Remove this closure day', {})
  expect(gone.whole).toContain('The closure day is removed.')
  expect(gone.words).toContain('No closure days ahead')
})
