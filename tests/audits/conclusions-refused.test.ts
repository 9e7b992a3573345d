/** Conclusions that are not taken as they were sent: changed elsewhere, added empty, with a date that is none. */
import { expect, test } from 'vitest'
import { newApp, type TestApp } from '../support/app.ts'
import { setUp } from './open-audit-page.ts'

const ID = '00000000-0000-7000-8000-00000000abcd'

const finding = (given: Record<string, string> = {}) => ({
  finding: ID,
  kind: 'strength',
  item: 'cp.actions',
  words: 'Every action has an owner.',
  revision: '0',
  ...given,
})

const action = (given: Record<string, string> = {}) => ({
  action: ID,
  item: 'cp.clarity',
  what: 'Rewrite the plan in plain words',
  intended_change: 'Parents know what has to be different',
  owner: '',
  'due-day': '30',
  'due-month': '1',
  'due-year': '2026',
  revision: '0',
  ...given,
})

const findingRows = (t: TestApp) =>
  t.db
    .selectFrom('finding')
    .select(['id', 'kind', 'item_key', 'words', 'revision', 'removed_at'])
    .execute()

const actionRows = (t: TestApp) =>
  t.db
    .selectFrom('action')
    .select(['id', 'what', 'due_on', 'owner_id', 'state', 'revision'])
    .orderBy('created_at')
    .execute()

test('a finding that was changed in another tab is not removed unseen', async () => {
  const { t, browser, at } = await setUp(await newApp())
  await browser.post(`${at}/findings`, finding())
  await browser.post(`${at}/findings`, finding({ revision: '1', words: 'Changed elsewhere' }))
  const response = await browser.post(`${at}/findings/${ID}/remove`, { revision: '1' })
  expect(response.status).toBe(409)
  expect(await response.text()).toContain('Changed elsewhere</textarea>')
  expect(await findingRows(t)).toMatchObject([{ removed_at: null, revision: 2 }])
})

test.each([
  ['findings', finding({ words: ' ' }), 'Write the strength first.'],
  [
    'actions',
    {
      ...action(),
      what: '',
      intended_change: '',
      owner: '',
      'due-day': '',
      'due-month': '',
      'due-year': '',
    },
    'Say what has to be done before you add the action.',
  ],
])('added empty by its button is told what to write: %s', async (place, fields, words) => {
  const { t, browser, at } = await setUp(await newApp())
  const response = await browser.post(`${at}/${place}`, fields)
  expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(words)])
  expect((await browser.post(`${at}/${place}`, fields, { 'hx-request': 'true' })).status).toBe(200)
  expect([await findingRows(t), await actionRows(t)]).toEqual([[], []])
})

test('an action that was changed in another tab is not removed unseen', async () => {
  const { t, browser, at } = await setUp(await newApp())
  await browser.post(`${at}/actions`, action())
  await browser.post(`${at}/actions`, action({ revision: '1', what: 'Changed elsewhere' }))
  const response = await browser.post(`${at}/actions/${ID}/remove`, { revision: '1' })
  expect(response.status).toBe(409)
  const html = await response.text()
  expect(html).toContain('so it was not removed')
  expect(html).toContain('Changed elsewhere</textarea>')
  expect(await actionRows(t)).toMatchObject([{ state: 'open', revision: 2 }])
})

test.each([
  ['on no real date', { 'due-day': '31', 'due-month': '2' }],
  ['on a date in words', { 'due-month': 'Jan' }],
])('an action %s keeps everything but the date, and says which was not saved', async (_, given) => {
  const { t, browser, at } = await setUp(await newApp())
  const response = await browser.post(`${at}/actions`, action(given))
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(
    'The date: enter a real date in figures, such as 30 1 2026. Everything else of this action is saved.'
  )
  expect(await actionRows(t)).toMatchObject([
    { what: 'Rewrite the plan in plain words', due_on: null, revision: 1 },
  ])
  await browser.post(`${at}/actions`, action({ revision: '1' }))
  await browser.post(`${at}/actions`, action({ ...given, revision: '2', what: 'Read it aloud' }))
  const [kept] = await actionRows(t)
  expect(kept).toMatchObject({ what: 'Read it aloud', revision: 3 })
  expect(kept?.due_on).toMatch(/^2026-/)
})
