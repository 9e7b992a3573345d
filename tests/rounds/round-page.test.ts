/** The page of a round: allocating on it, what it says, opening and closing it. */
import { describe, expect, test } from 'vitest'
import { addCases } from '../../src/rounds/add-cases.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { countQueries } from '../support/count-queries.ts'
import { addCaseWith, createRoundWith, openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const draft = async (references: readonly string[] = ['204417', '198230']) => {
  const t = await newApp()
  const lead = await t.signIn(['qa_lead'])
  const teamId = await addTeamWith(t.context(), { name: 'North' })
  const amara = await addPersonWith(t.context(), { name: 'Amara Osei', teamId })
  const priya = await addPersonWith(t.context(), { name: 'Priya Nair' })
  const roundId = await createRoundWith(t.context(), { name: 'January learning audit' })
  const caseIds: string[] = []
  for (const reference of references) {
    caseIds.push(await addCaseWith(t.context(), { reference, teamId }))
  }
  const [first = '', second = ''] = await addCases(t.context(), { roundId, caseIds })
  const save = (fields: Record<string, string>) => lead.post(`/rounds/${roundId}`, fields)
  return { t, lead, teamId, amara, priya, roundId, first, second, save }
}

const auditors = async (t: TestApp) =>
  (
    await t.db
      .selectFrom('audit')
      .select(['auditor_id', 'own_team_reason'])
      .orderBy('reference')
      .execute()
  ).map((row) => [row.auditor_id, row.own_team_reason])

describe('allocating on the page', () => {
  test('saves every row that was changed', async () => {
    const { t, lead, priya, roundId, first, second, save } = await draft()
    const html = await (await lead.get(`/rounds/${roundId}`)).text()
    expect(html).toContain(`name="auditor-${first}"`)
    expect(html).toContain('Amara Osei, North')
    const response = await save({
      [`auditor-${first}`]: priya,
      [`seen-${first}`]: '',
      [`auditor-${second}`]: '',
      [`seen-${second}`]: '',
    })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/rounds/${roundId}?saved=allocation`,
    ])
    expect(await auditors(t)).toEqual([
      [priya, null],
      [null, null],
    ])
    expect(await wordsOf(await lead.get(`/rounds/${roundId}`))).toContain(
      'This round is a draft with 2 cases, 1 of them allocated.'
    )
  })

  test('saves none when one row is wrong, keeps what was chosen, and asks for the reason', async () => {
    const { t, amara, priya, first, second, save } = await draft()
    const chosen = {
      [`auditor-${first}`]: priya,
      [`seen-${first}`]: '',
      [`auditor-${second}`]: amara,
      [`seen-${second}`]: '',
    }
    const refused = await save(chosen)
    expect(refused.status).toBe(422)
    const html = await refused.clone().text()
    expect(html).toContain(`href="#reason-${second}"`)
    expect(html).toContain(`name="reason-${second}"`)
    expect(html).not.toContain(`name="reason-${first}"`)
    expect(html).toMatch(new RegExp(`<option value="${priya}" selected`))
    expect(await wordsOf(refused)).toContain(
      'Case 198230: Amara Osei belongs to or manages the team that holds this case. Choose somebody else, or write why it has to be this auditor'
    )
    expect(await auditors(t)).toEqual([
      [null, null],
      [null, null],
    ])
    const saved = await save({
      ...chosen,
      [`reason-${second}`]: 'Only she knows the family court.',
    })
    expect(saved.status).toBe(303)
    expect(await auditors(t)).toEqual([
      [priya, null],
      [amara, 'Only she knows the family court.'],
    ])
  })

  test('two people at once: the second sees whom the first chose, and can save again on purpose', async () => {
    const { t, amara, priya, first, second, save } = await draft()
    await save({ [`auditor-${first}`]: priya, [`seen-${first}`]: '' })
    const other = await addPersonWith(t.context(), { name: 'Tomasz Zielinski' })
    const chosen = { [`auditor-${first}`]: other, [`auditor-${second}`]: priya }
    const response = await save({ ...chosen, [`seen-${first}`]: '', [`seen-${second}`]: '' })
    expect(response.status).toBe(409)
    const html = await response.clone().text()
    expect(html).toContain(`name="seen-${first}" value="${priya}"`)
    expect(await wordsOf(response)).toContain(
      'Case 204417: Somebody else has allocated this audit since you opened the page. It is with Priya Nair now. Save again to change it'
    )
    expect(await auditors(t)).toEqual([
      [priya, null],
      [null, null],
    ])
    await save({ ...chosen, [`seen-${first}`]: priya, [`seen-${second}`]: '' })
    expect(await auditors(t)).toEqual([
      [other, null],
      [priya, null],
    ])
    expect(amara).not.toBe(other)
  })

  test('what somebody else changed and this person did not touch stays', async () => {
    const { t, priya, first, second, save } = await draft()
    await save({ [`auditor-${first}`]: priya, [`seen-${first}`]: '' })
    const response = await save({
      [`auditor-${first}`]: '',
      [`seen-${first}`]: '',
      [`auditor-${second}`]: priya,
      [`seen-${second}`]: '',
    })
    expect(response.status).toBe(303)
    expect(await auditors(t)).toEqual([
      [priya, null],
      [priya, null],
    ])
  })

  test('refuses somebody unknown, somebody who has left, too long a reason, and audits of another round', async () => {
    const { t, lead, amara, priya, roundId, first, save } = await draft()
    const choose = (auditorId: string, reason = '') =>
      save({
        [`auditor-${first}`]: auditorId,
        [`seen-${first}`]: '',
        [`reason-${first}`]: reason,
      })
    const unknown = await choose('nobody')
    expect([
      unknown.status,
      (await wordsOf(unknown)).includes('Choose an auditor from the list'),
    ]).toEqual([422, true])
    await t.db.updateTable('person').set({ is_active: 0 }).where('id', '=', priya).execute()
    const left = await choose(priya)
    expect(left.status).toBe(422)
    expect(await wordsOf(left)).toContain(
      'The account of Priya Nair is closed. Choose somebody else'
    )
    const long = await choose(amara, 'a'.repeat(501))
    expect(await wordsOf(long)).toContain(
      'Shorten the reason to 500 characters or fewer: 501 were typed'
    )
    const other = await createRoundWith(t.context())
    await lead.post(`/rounds/${other}`, {
      [`auditor-${first}`]: amara,
      [`seen-${first}`]: '',
      [`reason-${first}`]: 'x',
    })
    expect(await auditors(t)).toEqual([
      [null, null],
      [null, null],
    ])
    expect((await save({})).headers.get('location')).toBe(`/rounds/${roundId}?saved=allocation`)
  })
})

describe('opening and closing', () => {
  test('the page before opening lists what is not allocated and what no rubric applies to', async () => {
    const { t, lead, priya, roundId, first, save } = await draft(['204417', '198230'])
    await t.db
      .updateTable('case_file')
      .set({ service_status: 'care' })
      .where('reference', '=', '198230')
      .execute()
    await save({ [`auditor-${first}`]: priya, [`seen-${first}`]: '' })
    const words = await wordsOf(await lead.get(`/rounds/${roundId}/open`))
    expect(words).toContain(
      '1 auditor will find 1 audit in their work, due by Friday 30 January 2026.'
    )
    expect(words).toMatch(/1 case is not allocated\n.*\n198230/)
    expect(words).toMatch(/No rubric of this round applies to 1 case\n.*\n198230/)

    const opened = await lead.post(`/rounds/${roundId}/open`)
    expect(opened.headers.get('location')).toBe(`/rounds/${roundId}?saved=opened`)
    const again = await lead.post(`/rounds/${roundId}/open`)
    expect(again.status).toBe(409)
    expect(await wordsOf(again)).toContain('This round is already open.')
    const page = await wordsOf(await lead.get(`/rounds/${roundId}`))
    expect(page).toContain('None of 2 audits is submitted yet; none is late.')
    expect(page).toMatch(
      /Progress by auditor[\s\S]*Priya Nair\n1\n0\n0\n1\n0\nNot allocated yet\n1/
    )
    const mine = await (await t.browserOf(priya)).get('/')
    expect(await wordsOf(mine)).toContain('Case 204417, child protection plan')
  })

  test('a draft that cannot be opened says why, and stays a draft', async () => {
    const { t, lead, roundId } = await draft()
    expect(await (await lead.get(`/rounds/${roundId}`)).text()).not.toContain('Open this round')
    const response = await lead.post(`/rounds/${roundId}/open`)
    expect(response.status).toBe(409)
    expect(await wordsOf(response)).toContain(
      'No audit in this round is allocated. Allocate at least one, then open it.'
    )
    expect((await t.db.selectFrom('round').select('state').execute())[0]?.state).toBe('draft')
  })

  test('late audits are counted from the day after they were due', async () => {
    const t = await newApp()
    const lead = await t.signIn(['qa_lead'])
    const { roundId } = await openAudit(t.context(), { round: { dueOn: '2026-01-12' } })
    expect(await wordsOf(await lead.get(`/rounds/${roundId}`))).toContain(
      'The only audit is not submitted yet.'
    )
    t.setNow('2026-01-13T00:00:00.000Z')
    const later = await t.signIn(['qa_lead'])
    expect(await wordsOf(await later.get(`/rounds/${roundId}`))).toContain(
      'The only audit is late.'
    )
  })

  test('closing tells what it withdraws, and the closed page offers nothing more', async () => {
    const t = await newApp()
    const lead = await t.signIn(['qa_lead'])
    const { roundId, auditorId } = await openAudit(t.context(), { case: { reference: '204417' } })
    const words = await wordsOf(await lead.get(`/rounds/${roundId}/close`))
    expect(words).toMatch(
      /1 audit is not submitted and will be withdrawn.*\n(.*\n)*Case 204417, not started/
    )
    expect((await lead.post(`/rounds/${roundId}/close`)).status).toBe(422)
    const why = { [`reason-${auditorId}`]: 'sickness' }
    expect((await lead.post(`/rounds/${roundId}/close`, why)).status).toBe(303)
    const page = await lead.get(`/rounds/${roundId}`)
    const html = await page.clone().text()
    expect(html).not.toContain('<select')
    expect(html).not.toContain('/close')
    expect(await wordsOf(page)).toContain('The only audit was withdrawn.')
    expect((await lead.post(`/rounds/${roundId}/close`)).status).toBe(409)
    expect((await lead.get(`/rounds/${roundId}/close`)).status).toBe(409)
    expect(await wordsOf(await (await t.browserOf(auditorId)).get('/'))).not.toContain('204417')
  })
})

test('a round of 120 audits is shown in pages, with the same number of queries', async () => {
  const references = Array.from({ length: 120 }, (_, i) => `7${String(i).padStart(4, '0')}`)
  const { t, lead, roundId, priya } = await draft(references)
  const small = await createRoundWith(t.context())
  const { queries, response } = await countQueries(t, lead, `/rounds/${roundId}?page=3`)
  expect(await response.clone().text()).toContain('aria-current="page"')
  const words = await wordsOf(response)
  expect(words).toContain('Case 70119')
  expect(words).not.toContain('Case 70000')
  expect(queries).toBeLessThanOrEqual(8)
  expect((await countQueries(t, lead, `/rounds/${small}`)).queries).toBeLessThanOrEqual(8)
  const last = await t.db
    .selectFrom('audit')
    .select('id')
    .orderBy('reference', 'desc')
    .executeTakeFirstOrThrow()
  const saved = await lead.post(`/rounds/${roundId}`, {
    page: '3',
    [`auditor-${last.id}`]: priya,
    [`seen-${last.id}`]: '',
  })
  expect(saved.headers.get('location')).toBe(`/rounds/${roundId}?page=3&saved=allocation`)
  expect((await lead.get(`/rounds/${roundId}?page=99`)).status).toBe(200)
  expect((await lead.get(`/rounds/${roundId}?page=x`)).status).toBe(200)
})

test('the audits can be ordered, and saving keeps the order', async () => {
  const { t, lead, priya, amara, roundId, first, second } = await draft(['204417', '198230'])
  await lead.post(`/rounds/${roundId}`, { [`auditor-${first}`]: priya, [`seen-${first}`]: '' })
  await lead.post(`/rounds/${roundId}/open`)
  const references = async (order: string) =>
    (await wordsOf(await lead.get(`/rounds/${roundId}?order=${order}`))).match(/^Case \d+$/gm)
  expect(await references('reference')).toEqual(['Case 204417', 'Case 198230'])
  expect(await references('case')).toEqual(['Case 198230', 'Case 204417'])
  expect(await references('state')).toEqual(['Case 198230', 'Case 204417'])
  expect(await references('auditor')).toEqual(['Case 198230', 'Case 204417'])
  expect(await references('nothing')).toEqual(['Case 204417', 'Case 198230'])
  await t.db.updateTable('audit').set({ due_on: '2026-01-13' }).where('id', '=', second).execute()
  expect(await references('due')).toEqual(['Case 198230', 'Case 204417'])
  const saved = await lead.post(`/rounds/${roundId}`, {
    order: 'due',
    [`auditor-${second}`]: amara,
    [`seen-${second}`]: '',
    [`reason-${second}`]: 'Nobody else is free',
  })
  expect(saved.headers.get('location')).toBe(`/rounds/${roundId}?order=due&saved=allocation`)
  expect(await wordsOf(await lead.get(saved.headers.get('location') ?? ''))).toContain(
    'The allocation is saved.'
  )
})
