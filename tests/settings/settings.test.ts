/** The council's own settings: what holds, who may change it, and what happens when two do. */
import { expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../../src/errors.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { readSetting } from '../../src/settings/read-setting.ts'
import { settingKeys, settingList } from '../../src/settings/rules/setting-list.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom('setting')
    .select(['key', 'revision', 'value', 'changed_at', 'changed_by'])
    .orderBy('revision')
    .execute()

test('every standard value is one that may be chosen', () => {
  for (const key of settingKeys) {
    const { schema, standard } = settingList[key]
    expect([key, schema.safeParse(standard).success]).toEqual([key, true])
  }
})

test('the standard value holds until another is chosen; every value is kept with who chose it', async () => {
  const ctx = await newContext()
  expect(await readSetting(ctx.db, 'due_soon_days')).toBe(3)
  const personId = await addPersonWith(ctx, { roles: ['administrator'] })
  const own = asPerson(ctx, personId)
  expect(await changeSetting(own, { key: 'due_soon_days', value: ' 5 ', revision: 0 })).toBe(true)
  expect(await changeSetting(own, { key: 'due_soon_days', value: '5', revision: 1 })).toBe(false)
  await changeSetting(own, { key: 'due_soon_days', value: '7', revision: 1 })
  expect(await readSetting(ctx.db, 'due_soon_days')).toBe(7)
  const row = { key: 'due_soon_days', changed_at: ctx.now, changed_by: personId }
  expect(await rows(ctx)).toEqual([
    { ...row, revision: 1, value: '5' },
    { ...row, revision: 2, value: '7' },
  ])
  const events = await ctx.db
    .selectFrom('event')
    .select(['subject_id', 'actor_id', 'details'])
    .where('type', '=', 'setting.changed')
    .orderBy('number')
    .execute()
  expect(events).toEqual([
    { subject_id: 'due_soon_days', actor_id: personId, details: '{"revision":1}' },
    { subject_id: 'due_soon_days', actor_id: personId, details: '{"revision":2}' },
  ])
})

test.each(['', '0', '15', '-1', '3.5', '1e1', 'three', '٣', '3 days', '9999999'])(
  'a number of days is never ‘%s’',
  async (value) => {
    const ctx = await newContext()
    const changing = changeSetting(ctx, { key: 'due_soon_days', value, revision: 0 })
    await expect(changing).rejects.toThrow(
      new FieldFault('value', 'Enter a whole number of days from 1 to 14')
    )
    expect(await rows(ctx)).toEqual([])
  }
)

test('of two who change it at once the second is told, and nothing is overwritten', async () => {
  const ctx = await newContext()
  const change = (value: string) => changeSetting(ctx, { key: 'due_soon_days', value, revision: 0 })
  const ended = await Promise.allSettled([change('5'), change('6')])
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = ended.find((each) => each.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(Conflict)
  expect(await rows(ctx)).toHaveLength(1)
})

test('there are no other settings', async () => {
  const ctx = await newContext()
  const changing = changeSetting(ctx, { key: 'constructor', value: '5', revision: 0 })
  await expect(changing).rejects.toThrow(NotFound)
})

test('a stored value that is no longer allowed does not hold', async () => {
  const ctx = await newContext()
  await ctx.db
    .insertInto('setting')
    .values({
      key: 'due_soon_days',
      revision: 1,
      value: '90',
      changed_at: ctx.now,
      changed_by: null,
    })
    .execute()
  expect(await readSetting(ctx.db, 'due_soon_days')).toBe(3)
})

test('the page saves, keeps what was typed wrongly, and shows both values to the second of two', async () => {
  const world = await newWorld()
  const browser = plainBrowser(await world.as('administrator'))
  const start = await browser.open('/admin/settings')
  expect(start.words).toContain('Tell people that something is due soon')
  expect(start.words).toContain('This is the standard value.')

  const wrong = await browser.press(start, 'Save: Tell people that something is due soon', {
    value: 'soon',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="soon"')
  expect(wrong.html).toContain(
    '<a href="#setting-due_soon_days">Enter a whole number of days from 1 to 14</a>'
  )
  expect(wrong.html).toContain('<title>Error: Settings – Plumbline</title>')

  const saved = await browser.press(wrong, 'Save: Tell people that something is due soon', {
    value: '5',
  })
  expect(saved.status).toBe(200)
  expect(saved.words).toContain('Saved: Tell people that something is due soon.')
  expect(saved.words).toContain('Changed by The administrator on Monday 12 January 2026 at 09:00.')
  expect(saved.words).toContain('The standard value is 3 days before.')

  const second = await browser.press(start, 'Save: Tell people that something is due soon', {
    value: '7',
  })
  expect(second.status).toBe(409)
  expect(second.words).toContain('It is 5 days before now. You typed 7. Save again to use yours')
  const again = await browser.press(second, 'Save: Tell people that something is due soon', {
    value: '7',
  })
  expect(again.status).toBe(200)
  expect(await readSetting(world.db, 'due_soon_days')).toBe(7)
})
