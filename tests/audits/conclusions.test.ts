/** Strengths, areas and actions: saved as they are typed, changed in two places, removed and put back. */
import { describe, expect, test } from 'vitest'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'
import { fields, htmx, setUp } from './open-audit-page.ts'

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

const typesOf = async (t: TestApp) =>
  (await t.db.selectFrom('event').select('type').orderBy('number').execute())
    .map(({ type }) => type)
    .filter((type) => /finding|started|^action/.test(type))

describe('a finding', () => {
  test('saves itself as it is typed, once, however often it is sent', async () => {
    const { t, browser, at } = await setUp(await newApp())
    const send = (given?: Record<string, string>) =>
      browser.post(`${at}/findings`, finding(given), htmx)
    const saved = await send()
    expect(saved.status).toBe(200)
    const html = await saved.text()
    expect(html).toContain('Saved at 09:00')
    expect(html).toContain('name="revision" value="1"')
    expect((await send()).status).toBe(200)
    expect(
      (await send({ words: 'Every action has an owner and a date.', revision: '1' })).status
    ).toBe(200)
    expect(await findingRows(t)).toEqual([
      {
        id: ID,
        kind: 'strength',
        item_key: 'cp.actions',
        words: 'Every action has an owner and a date.',
        revision: 2,
        removed_at: null,
      },
    ])
    expect(await typesOf(t)).toEqual([
      'audit.started',
      'audit.finding_saved',
      'audit.finding_saved',
    ])
  })

  test('nothing typed keeps nothing', async () => {
    const { t, browser, at } = await setUp(await newApp())
    expect((await browser.post(`${at}/findings`, finding({ words: '' }), htmx)).status).toBe(200)
    expect(await findingRows(t)).toEqual([])
    expect(await typesOf(t)).toEqual([])
  })

  test('changed in two tabs: both are shown, and either can be kept', async () => {
    const { t, browser, at } = await setUp(await newApp())
    await browser.post(`${at}/findings`, finding())
    const stale = finding({ words: 'Mine', revision: '0' })
    const shown = await browser.post(`${at}/findings`, stale)
    expect(shown.status).toBe(409)
    const html = await shown.text()
    expect(html).toContain('You, in another tab or window, changed this after this page was opened')
    expect(html).toContain('Every action has an owner.')
    expect(html).toContain('Mine</textarea>')
    expect((await browser.post(`${at}/findings`, stale, htmx)).status).toBe(409)
    expect((await browser.post(`${at}/findings`, { ...stale, theirs: 'revision' })).status).toBe(
      303
    )
    expect(await findingRows(t)).toMatchObject([{ words: 'Every action has an owner.' }])
    const kept = await browser.post(`${at}/findings`, { ...stale, revision: '1' })
    expect(kept.status).toBe(303)
    expect(await findingRows(t)).toMatchObject([{ words: 'Mine', revision: 2 }])
  })

  test('is removed, and put back as it was', async () => {
    const { t, browser, at } = await setUp(await newApp())
    await browser.post(`${at}/findings`, finding())
    const removed = await browser.post(`${at}/findings/${ID}/remove`, { revision: '1' })
    expect(removed.headers.get('location')).toBe(`${at}/conclusions?removed-finding=${ID}`)
    const page = await (await browser.get(`${at}/conclusions?removed-finding=${ID}`)).text()
    expect(page).toContain('The strength was removed.')
    expect(page).toContain('Put it back')
    expect(await findingRows(t)).toMatchObject([{ removed_at: '2026-01-12T09:00:00.000Z' }])
    await browser.post(`${at}/findings`, finding({ revision: '2' }))
    expect(await findingRows(t)).toMatchObject([{ removed_at: null, revision: 3 }])
    const again = await (await browser.get(`${at}/conclusions?removed-finding=${ID}`)).text()
    expect(again).not.toContain('Put it back')
  })

  test.each<[string, Record<string, string>, number, string]>([
    [
      'too long',
      { words: 'x'.repeat(20_001) },
      422,
      'Shorten this to 20,000 characters or fewer: 20,001 were typed.',
    ],
    [
      'of no question of this audit',
      { item: 'voice.seen' },
      422,
      'Choose one of the questions of this audit.',
    ],
    ['of no kind', { kind: 'verdict' }, 422, 'Choose a strength or an area to improve'],
    ['with a made-up id', { finding: 'x' }, 422, 'This page is out of date or was not sent whole.'],
    [
      'without a revision',
      { revision: '' },
      422,
      'This page is out of date or was not sent whole.',
    ],
  ])('%s is refused with what would be right', async (_, given, status, words) => {
    const { t, browser, at } = await setUp(await newApp())
    for (const headers of [{}, htmx]) {
      const response = await browser.post(`${at}/findings`, finding(given), headers)
      expect(response.status).toBe(status)
      expect(await response.text()).toContain(words)
    }
    expect(await findingRows(t)).toEqual([])
  })

  test('of another audit is not to be had by its id', async () => {
    const first = await setUp(await newApp())
    await first.browser.post(`${first.at}/findings`, finding())
    const second = await setUp(first.t)
    const response = await second.browser.post(`${second.at}/findings`, finding({ revision: '1' }))
    expect(response.status).toBe(404)
    expect(
      (await second.browser.post(`${second.at}/findings/${ID}/remove`, { revision: '1' })).status
    ).toBe(404)
    expect(await findingRows(first.t)).toMatchObject([{ revision: 1, removed_at: null }])
  })
})

describe('an action', () => {
  test('saves itself with gaps, and is complete later', async () => {
    const { t, browser, at } = await setUp(await newApp())
    const ownerId = await addPersonWith(t.context(), { name: 'Amara Osei' })
    const half = action({ what: 'Rewrite', intended_change: '', 'due-year': '' })
    expect((await browser.post(`${at}/actions`, half, htmx)).status).toBe(200)
    expect((await browser.post(`${at}/actions`, half, htmx)).status).toBe(200)
    expect(await actionRows(t)).toEqual([
      { id: ID, what: 'Rewrite', due_on: null, owner_id: null, state: 'open', revision: 1 },
    ])
    const whole = await browser.post(`${at}/actions`, action({ owner: ownerId, revision: '1' }))
    expect(whole.status).toBe(303)
    expect(await actionRows(t)).toMatchObject([
      { what: 'Rewrite the plan in plain words', due_on: '2026-01-30', owner_id: ownerId },
    ])
    expect(await typesOf(t)).toEqual(['action.saved', 'audit.started', 'action.saved'])
    const page = await (await browser.get(`${at}/conclusions`)).text()
    expect(page).toContain('Amara Osei, by Friday 30 January 2026')
    expect(page).toContain('So that: Parents know what has to be different')
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'in the past',
      { 'due-day': '11' },
      'This date has passed. Enter today’s date or a later one.',
    ],
    ['for nobody known', { owner: ID }, 'Choose the owner from the list.'],
    [
      'of no question of this audit',
      { item: 'voice.seen' },
      'Choose one of the questions of this audit.',
    ],
  ])('%s is refused, and what was typed stays', async (_, given, words) => {
    const { t, browser, at } = await setUp(await newApp())
    const response = await browser.post(`${at}/actions`, action(given))
    expect(response.status).toBe(422)
    const html = await response.text()
    expect(html).toContain(words)
    expect(html).toContain('Rewrite the plan in plain words</textarea>')
    expect(await actionRows(t)).toEqual([])
  })

  test('changed in two tabs shows both', async () => {
    const { browser, at } = await setUp(await newApp())
    await browser.post(`${at}/actions`, action())
    const stale = await browser.post(`${at}/actions`, action({ what: 'Mine', revision: '0' }), htmx)
    expect(stale.status).toBe(409)
    const html = await stale.text()
    expect(html).toContain('Yours: What has to be done')
    expect(html).toContain('data-theirs="what" value="Rewrite the plan in plain words"')
  })

  test('is removed, and put back as the same one', async () => {
    const { t, browser, at } = await setUp(await newApp())
    await browser.post(`${at}/actions`, action())
    await browser.post(`${at}/actions/${ID}/remove`, { revision: '1' })
    const page = await (await browser.get(`${at}/conclusions?removed-action=${ID}`)).text()
    expect(page).toContain('The action was removed.')
    const back = await browser.post(`${at}/actions/${ID}/restore`)
    expect(back.headers.get('location')).toBe(`${at}/conclusions#actions`)
    await browser.post(`${at}/actions/${ID}/restore`)
    expect(await actionRows(t)).toMatchObject([
      { id: ID, state: 'open', what: 'Rewrite the plan in plain words', revision: 3 },
    ])
  })
})

test('the page offers what is known and loses nothing of the grade without JavaScript', async () => {
  const { browser, at } = await setUp(await newApp())
  const grade = { grade: 'good', grade_reason: 'Because', grade_revision: '0' }
  await browser.post(`${at}/themes/audit/grade`, grade)
  const stale = await browser.post(`${at}/themes/audit/grade`, { ...grade, grade: 'inadequate' })
  expect(stale.status).toBe(409)
  const html = await stale.text()
  expect(html).toContain('Yours: Your grade')
  expect(html).toContain('name="grade_revision" value="1"')
  expect(html).toContain('Child protection plan: Clear to parents')
})

test('an answer that was held over a sign-in and is stale shows the whole page', async () => {
  const { browser, at, autosave } = await setUp(await newApp())
  await autosave('cp.clarity', fields('cp.clarity', 'good'))
  const held = await browser.post(`${at}/answers/cp.clarity`, fields('cp.clarity', 'inadequate'))
  expect(held.status).toBe(409)
  expect(await held.text()).toContain('One answer was not saved')
})
