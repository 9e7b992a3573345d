/** Setting up a round and changing it: what is stored, and what is said of everything that is wrong. */
import { describe, expect, test } from 'vitest'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { publishedRubric } from '../support/published-rubrics.ts'
import { wordsOf } from '../support/words-of.ts'

const sound = {
  name: 'January learning audit',
  kind: 'learning',
  selection: 'random',
  'windowFrom-day': '5',
  'windowFrom-month': '1',
  'windowFrom-year': '2026',
  'windowTo-day': '30',
  'windowTo-month': 'January',
  'windowTo-year': '2026',
  'dueOn-day': '30',
  'dueOn-month': 'Jan',
  'dueOn-year': '2026',
}

const rows = (t: TestApp) =>
  t.db
    .selectFrom('round')
    .select([
      'name',
      'kind',
      'selection',
      'window_from',
      'window_to',
      'due_on',
      'round_on',
      'state',
    ])
    .execute()

const withLead = async () => {
  const t = await newApp()
  const lead = await t.signIn(['qa_lead'])
  const rubric = await publishedRubric(t.context(), 'cp_plan')
  await publishedRubric(t.context(), 'common')
  return { t, lead, rubric }
}

const idIn = (response: Response): string =>
  /\/rounds\/([^?]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? ''

describe('setting up a round', () => {
  test('stores a draft and leads to it', async () => {
    const { t, lead, rubric } = await withLead()
    const response = await lead.post('/rounds/new', { ...sound, rubrics: [rubric] })
    expect(response.status).toBe(303)
    expect(await rows(t)).toEqual([
      {
        name: 'January learning audit',
        kind: 'learning',
        selection: 'random',
        window_from: '2026-01-05',
        window_to: '2026-01-30',
        due_on: '2026-01-30',
        round_on: '2026-01-30',
        state: 'draft',
      },
    ])
    const page = await wordsOf(await lead.get(`/rounds/${idIn(response)}`))
    expect(page).toContain('This round is a draft without cases.')
    expect(page).toContain('Monday 5 January 2026 to Friday 30 January 2026')
    expect(page).toContain('Child protection plan')
  })

  test('says of each field what is wrong, keeps what was typed, and stores nothing', async () => {
    const { t, lead } = await withLead()
    const response = await lead.post('/rounds/new', {
      ...sound,
      name: ' ',
      kind: 'party',
      selection: '',
      'windowFrom-day': '31',
      'windowFrom-month': '2',
      'windowTo-day': '',
      'dueOn-day': '',
      'dueOn-month': '',
      'dueOn-year': '',
    })
    expect(response.status).toBe(422)
    const html = await response.clone().text()
    expect(html).toContain('<title>Error: Set up a round – Plumbline</title>')
    expect(html).toContain('href="#windowFrom-day"')
    expect(html).toMatch(/id="windowFrom-day"[^>]*value="31"/)
    const words = await wordsOf(response)
    for (const fault of [
      'Enter a name for the round',
      'Choose what kind of round it is',
      'Choose how the cases were selected',
      'The start of the window must be a real date, for example 30 1 2026',
      'The end of the window must include a day',
      'Enter the due date, for example 30 1 2026',
    ]) {
      expect(words).toContain(fault)
    }
    expect(await rows(t)).toEqual([])
  })

  test.each([
    [
      'a window that ends before it starts',
      { 'windowTo-month': '12', 'windowTo-year': '2025' },
      'The window ends before it starts. Enter an end on or after its start',
    ],
    [
      'a due date before the window',
      { 'dueOn-year': '2025' },
      'The audits would be due before the window starts. Enter a date on or after its start',
    ],
    [
      'a year of two digits',
      { 'dueOn-year': '26' },
      'The year of the due date must have four digits',
    ],
    ['a year far off', { 'dueOn-year': '2126' }, 'The due date must be between 2000 and 2099'],
    ['a month that is none', { 'dueOn-month': 'Janvier' }, 'The due date must be a real date'],
    ['too long a name', { name: 'a'.repeat(101) }, 'The name can have at most 100 characters'],
    ['a rubric that is none', { rubrics: ['nothing'] }, 'Choose rubrics from the list'],
    ['a name sent twice', { name: ['One', 'Two'] }, 'Sent 2 times: send it once'],
  ])('refuses %s', async (_what, change, fault) => {
    const { t, lead } = await withLead()
    const response = await lead.post('/rounds/new', { ...sound, ...change })
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain(fault)
    expect(await rows(t)).toEqual([])
  })

  test('refuses a name that another round has, however it is written', async () => {
    const { t, lead } = await withLead()
    await lead.post('/rounds/new', sound)
    const response = await lead.post('/rounds/new', { ...sound, name: ' january  LEARNING audit ' })
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain(
      'There is already a round called “January learning audit”. Choose another name'
    )
    expect(await rows(t)).toHaveLength(1)
  })

  test('an empty post is a form with faults, not an error', async () => {
    const { t, lead } = await withLead()
    const response = await lead.post('/rounds/new')
    expect(response.status).toBe(422)
    expect(await rows(t)).toEqual([])
  })

  test('markup in the name stays text', async () => {
    const { lead } = await withLead()
    const made = await lead.post('/rounds/new', { ...sound, name: '<b>Bold</b>' })
    const html = await (await lead.get(`/rounds/${idIn(made)}`)).text()
    expect(html).toContain('&lt;b&gt;Bold&lt;/b&gt;')
    expect(html).not.toContain('<b>Bold')
  })
})

describe('changing a draft', () => {
  const draft = async () => {
    const { t, lead, rubric } = await withLead()
    const id = idIn(await lead.post('/rounds/new', { ...sound, rubrics: [rubric] }))
    const change = (browser: Browser, fields: Record<string, string | readonly string[]>) =>
      browser.post(`/rounds/${id}/change`, { ...sound, rubrics: [rubric], ...fields })
    return { t, lead, rubric, id, change }
  }

  test('shows what is stored and saves what is changed', async () => {
    const { t, lead, id, rubric, change } = await draft()
    const html = await (await lead.get(`/rounds/${id}/change`)).text()
    expect(html).toMatch(/name="name"[^>]*value="January learning audit"/)
    expect(html).toMatch(/name="windowFrom-month"[^>]*value="1"/)
    expect(html).toMatch(new RegExp(`value="${rubric}" checked`))
    const response = await change(lead, { revision: '1', name: 'Winter audit', rubrics: [] })
    expect(response.headers.get('location')).toBe(`/rounds/${id}?saved=round`)
    expect((await rows(t))[0]?.name).toBe('Winter audit')
    expect(await t.db.selectFrom('round_rubric').selectAll().execute()).toEqual([])
    const event = await t.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'round.changed')
      .executeTakeFirst()
    expect(event?.details).toBe('{"fields":["name","rubrics"]}')
  })

  test('two people: the second sees both and can save again on purpose', async () => {
    const { t, lead, change } = await draft()
    const other = await t.signIn(['qa_lead'])
    await change(other, { revision: '1', name: 'Winter audit' })
    const response = await change(lead, { revision: '1', name: 'Spring audit' })
    expect(response.status).toBe(409)
    const html = await response.clone().text()
    expect(html).toMatch(/name="name"[^>]*value="Spring audit"/)
    expect(html).toContain('name="revision" value="2"')
    const words = await wordsOf(response)
    expect(words).toContain('Somebody else changed this round after you opened it.')
    expect(words).toContain('Name: Winter audit')
    expect(words).not.toContain('Kind: Learning audit')
    expect((await rows(t))[0]?.name).toBe('Winter audit')
    expect((await change(lead, { revision: '2', name: 'Spring audit' })).status).toBe(303)
    expect((await rows(t))[0]?.name).toBe('Spring audit')
  })

  test('is refused once the round is open', async () => {
    const { t, lead, id, change } = await draft()
    await t.db.updateTable('round').set({ state: 'open' }).execute()
    const get = await lead.get(`/rounds/${id}/change`)
    expect([
      get.status,
      (await wordsOf(get)).includes('This round is open. Only a draft can be changed'),
    ]).toEqual([409, true])
    expect((await change(lead, { revision: '1', name: 'Winter audit' })).status).toBe(409)
    expect((await rows(t))[0]?.name).toBe('January learning audit')
  })
})

test('nobody but a QA lead gets near a round', async () => {
  const { t, lead } = await withLead()
  const id = idIn(await lead.post('/rounds/new', sound))
  for (const role of [
    'administrator',
    'manager',
    'iro',
    'iro_manager',
    'practitioner',
    'senior_leader',
    'partner',
  ] as const) {
    const browser = await t.signIn([role])
    const answers = await Promise.all([
      browser.get('/rounds'),
      browser.get('/rounds/new'),
      browser.get(`/rounds/${id}`),
      browser.get(`/rounds/${id}/change`),
      browser.get(`/rounds/${id}/cases`),
      browser.get(`/rounds/${id}/open`),
      browser.post('/rounds/new', { ...sound, name: 'Mine' }),
      browser.post(`/rounds/${id}`),
      browser.post(`/rounds/${id}/change`, { ...sound, name: 'Mine', revision: '1' }),
      browser.post(`/rounds/${id}/cases`, { references: '1' }),
      browser.post(`/rounds/${id}/open`),
      browser.post(`/rounds/${id}/close`),
    ])
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
  }
  expect((await rows(t)).map(({ name }) => name)).toEqual(['January learning audit'])
  expect((await lead.get('/rounds/nothing')).status).toBe(404)
  expect((await lead.post('/rounds/nothing/open')).status).toBe(404)
})
