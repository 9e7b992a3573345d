/** A person's own audits, past and present: whose they are, in what order, under which filters. */
import { expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const set = (t: TestApp, { auditId }: OpenAudit, change: Record<string, string | number | null>) =>
  t.db.updateTable('audit').set(change).where('id', '=', auditId).execute()

const rowsOf = async (response: Response): Promise<string[]> => {
  const body = /<tbody>(.*)<\/tbody>/s.exec(await response.text())?.[1] ?? ''
  return body
    .split('</tr>')
    .map((row) =>
      row
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    )
    .filter((row) => row !== '')
}

const casesOf = async (response: Response) =>
  (await rowsOf(response)).map((row) => /^Case (\S+)/.exec(row)?.[1])

/** Six audits of one person, each of another standing, and one of somebody else. */
const setUp = async (roles: ['manager'] | ['practitioner'] = ['manager']) => {
  const t = await newApp()
  const me = await t.signIn(roles, { name: 'Amara Osei' })
  const make = (reference: string, round: string) =>
    openAudit(t.context(), {
      auditorId: me.personId,
      case: { reference },
      round: { name: round },
    })
  const soon = await make('1001', 'January')
  const late = await make('1002', 'January re-audit')
  await set(t, late, { due_on: '2026-01-02' })
  const done = await make('1003', 'November')
  await set(t, done, {
    state: 'submitted',
    first_submitted_at: '2025-11-20T10:00:00.000Z',
    submitted_at: '2025-11-20T10:00:00.000Z',
    audited_on: '2025-11-20',
  })
  const handed = await make('1004', 'February')
  const other = await addPersonWith(t.context())
  await set(t, handed, { auditor_id: other, previous_auditor_id: me.personId })
  await t.db
    .insertInto('hand_over')
    .values({
      id: t.deps.ids(),
      audit_id: handed.auditId,
      round_id: handed.roundId,
      from_id: me.personId,
      to_id: other,
      reason: 'Away',
      state: 'agreed',
      asked_at: '2026-01-10T10:00:00.000Z',
      decided_at: '2026-01-10T11:00:00.000Z',
      decided_by: null,
      decision: '',
    })
    .execute()
  const gone = await make('1005', 'March')
  await set(t, gone, { state: 'withdrawn' })
  const wrong = await make('1006', 'April')
  await set(t, wrong, { state: 'voided' })
  await openAudit(t.context(), { case: { reference: '9999' } })
  return { t, me, soon, late, done, handed }
}

test('what is late first, then what is due, then what was done; nobody else’s', async () => {
  const { me, late, done } = await setUp()
  const response = await me.get('/my-audits')
  const page = await response.clone().text()
  const rows = await rowsOf(response)
  expect(rows.slice(0, 2)).toEqual([
    expect.stringMatching(/^Case 1002 A-\d+ January re-audit Not started 10 days late/),
    expect.stringMatching(/^Case 1001 A-\d+ January Not started Due in 18 days/),
  ])
  expect(rows.slice(2).toSorted()).toEqual([
    expect.stringMatching(/^Case 1003 A-\d+ November Submitted 20 Nov 2025$/),
    expect.stringMatching(/^Case 1004 A-\d+ February Handed over$/),
    expect.stringMatching(/^Case 1005 A-\d+ March Withdrawn$/),
    expect.stringMatching(/^Case 1006 A-\d+ April Voided$/),
  ])
  expect(page).toContain(`href="/audits/${late.auditId}"`)
  expect(page).toContain(`href="/audits/${done.auditId}"`)
})

test('what left their hands leads nowhere; what they may not read once submitted neither', async () => {
  const manager = await setUp()
  const page = await (await manager.me.get('/my-audits')).text()
  expect(page).not.toContain(`href="/audits/${manager.handed.auditId}"`)
  const { me, done } = await setUp(['practitioner'])
  expect(await (await me.get('/my-audits')).text()).not.toContain(`href="/audits/${done.auditId}"`)
})

test.each([
  ['state=open', ['1002', '1001']],
  ['state=submitted', ['1003']],
  ['state=handed_over', ['1004']],
  ['year=2025', ['1003']],
  ['state=ended&sort=case', ['1005', '1006']],
  ['sort=case', ['1001', '1002', '1003', '1004', '1005', '1006']],
  ['state=nonsense&year=20&sort=x&page=-3', ['1002', '1001']],
])('filters stand in the address: %s', async (query, expected) => {
  const { me } = await setUp()
  const cases = await casesOf(await me.get(`/my-audits?${query}`))
  expect(cases.slice(0, expected.length)).toEqual(expected)
  if (!query.includes('nonsense')) expect(cases).toHaveLength(expected.length)
})

test('one round alone, and none that matches', async () => {
  const { me, soon } = await setUp()
  expect(await casesOf(await me.get(`/my-audits?round=${soon.roundId}`))).toEqual(['1001'])
  expect(await wordsOf(await me.get('/my-audits?round=none'))).toContain(
    'None of your audits matches'
  )
})

test('twenty-five a page; a page beyond the last is the last', async () => {
  const t = await newApp()
  const me = await t.signIn(['manager'])
  for (let at = 0; at < 26; at += 1) {
    await openAudit(t.context(), {
      auditorId: me.personId,
      case: { reference: `C${String(at).padStart(2, '0')}` },
    })
  }
  expect(await casesOf(await me.get('/my-audits?sort=case'))).toHaveLength(25)
  expect(await casesOf(await me.get('/my-audits?sort=case&page=2'))).toEqual(['C25'])
  expect(await casesOf(await me.get('/my-audits?sort=case&page=99'))).toEqual(['C25'])
})

test('who has had none is told what will stand there', async () => {
  const t = await newApp()
  const me = await t.signIn(['partner'])
  expect(await wordsOf(await me.get('/my-audits'))).toContain('You have had no audits yet')
  expect(await (await me.get('/')).text()).toContain('href="/my-audits"')
})

test('what a QA lead gave to somebody else stays listed, and leads nowhere', async () => {
  const t = await newApp()
  const me = await t.signIn(['manager'])
  const lead = await t.signIn(['qa_lead'])
  const { auditId } = await openAudit(t.context(), {
    auditorId: me.personId,
    case: { reference: '2001' },
  })
  await allocateAudit(asPerson(t.context(), lead.personId), {
    auditId,
    auditorId: await addPersonWith(t.context()),
    seenAuditorId: me.personId,
  })
  const response = await me.get('/my-audits?state=handed_over')
  expect(await rowsOf(response.clone())).toEqual([
    expect.stringMatching(/^Case 2001 A-\d+ .* Re-allocated on 12 Jan 2026 to somebody else$/),
  ])
  expect(await response.text()).not.toContain(`href="/audits/${auditId}"`)
  expect((await me.get(`/audits/${auditId}`)).status).toBe(404)
})

test('a senior leader is led to what they submitted of their own service, and to nothing else', async () => {
  const t = await newApp()
  const service = await addTeamWith(t.context(), { name: 'Protection', kind: 'service' })
  const me = await t.signIn(['senior_leader'], { teamId: service })
  const made = async (teamId: string | null) => {
    const audit = await openAudit(t.context(), {
      auditorId: me.personId,
      case: { teamId },
      ownTeamReason: 'Agreed for the test',
    })
    await answerAll(t.context(), audit)
    await submitAudit(asPerson(t.context(), me.personId), { auditId: audit.auditId })
    return audit.auditId
  }
  const own = await made(service)
  const other = await made(null)
  const page = await (await me.get('/my-audits')).text()
  expect(page).toContain(`href="/audits/${own}"`)
  expect(page).not.toContain(`href="/audits/${other}"`)
})
