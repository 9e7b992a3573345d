/** Audits and actions through the API: what counts and nothing else, ids for people, words only with the scope for them. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { HISTORY, newProgram, type Program, walk } from './api-world.ts'

const WORDS = 'The plan says what has to be different'

/** A submitted audit with a finding and two actions, beside the history. */
const withAudit = async (program: Program) => {
  const ctx = program.context()
  const teamId = await addTeamWith(ctx, { name: 'East 1' })
  const auditorId = await addPersonWith(ctx, { name: 'Amara Osei' })
  const audit = await openAudit(ctx, {
    auditorId,
    round: { name: 'January learning audit' },
    case: { reference: '20011', teamId },
  })
  await answerAll(ctx, audit)
  const own = asPerson(ctx, auditorId)
  const finding = { auditId: audit.auditId, findingId: randomUUID(), revision: 0 }
  await saveFinding(own, { ...finding, kind: 'strength', itemKey: 'cp.clarity', words: WORDS })
  const action = (what: string, itemKey: string | null, dueOn: string | null) =>
    saveAction(own, {
      auditId: audit.auditId,
      revision: 0,
      itemKey,
      what,
      intendedChange: 'School knows what to do',
      ownerId: auditorId,
      dueOn,
    })
  const first = await action('Share the plan', 'cp.actions', '2026-01-20')
  const second = await action('Meet the family', null, '2026-02-27')
  expect(await submitAudit(own, { auditId: audit.auditId })).toMatchObject({ ok: true })
  return { ...audit, teamId, actionIds: [first.id, second.id] }
}

test('an audit is a row with its grades; people are ids, and words are not there', async () => {
  const program = await newProgram(await newApp())
  const { auditId, roundId, auditorId, teamId } = await withAudit(program)
  const { authorization } = await program.bear(['audits'])
  const rows = await walk(program, '/api/v1/audits?round=January%20learning%20audit', authorization)
  const grade = { indicative: 'good', auditor: 'good', moderated: null, final: 'good' }
  const reference = rows[0]?.reference
  expect(rows).toEqual([
    {
      id: auditId,
      reference,
      caseReference: '20011',
      origin: 'product',
      isReopened: false,
      auditedOn: '2026-01-12',
      round: 'January learning audit',
      roundId,
      roundKind: 'learning',
      roundDate: '2026-01-30',
      serviceStatus: 'cp',
      team: 'East 1',
      teamId,
      auditorId,
      overall: grade,
      themes: [{ theme: 'cp_plan', ...grade }],
    },
  ])
  const response = await program.ask('/api/v1/audits', { authorization })
  const text = await response.text()
  expect(text).not.toContain('Amara')
  expect(text).not.toContain(WORDS)
})

test('imported audits stand beside them: the moderated grade is the final one', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['audits'])
  const rows = await walk(program, '/api/v1/audits?limit=2', authorization)
  expect(rows.map(({ reference, auditedOn, overall }) => [reference, auditedOn, overall])).toEqual([
    [
      'A1',
      '2025-03-10',
      {
        indicative: null,
        auditor: 'good',
        moderated: 'requires_improvement',
        final: 'requires_improvement',
      },
    ],
    [
      'A2',
      '2025-03-12',
      {
        indicative: null,
        auditor: 'requires_improvement',
        moderated: null,
        final: 'requires_improvement',
      },
    ],
    ['A3', '2025-05-20', { indicative: null, auditor: 'good', moderated: null, final: 'good' }],
    ['A4', '2025-06-02', null],
  ])
})

test('with the scope text, findings and the words of actions', async () => {
  const program = await newProgram(await newApp())
  await withAudit(program)
  const { authorization, id } = await program.bear(['audits', 'text'])
  const [audit] = await walk(program, '/api/v1/audits?theme=cp_plan', authorization)
  expect(audit?.findings).toEqual([{ kind: 'strength', item: 'cp.clarity', words: WORDS }])
  const actions = await walk(program, '/api/v1/actions', authorization)
  expect(actions.map(({ what, intendedChange }) => [what, intendedChange])).toEqual([
    ['Share the plan', 'School knows what to do'],
    ['Meet the family', 'School knows what to do'],
  ])
  const events = await program.db
    .selectFrom('event')
    .select('details')
    .where('type', '=', 'token.read')
    .where('actor_id', '=', id)
    .orderBy('number')
    .execute()
  expect(events.map(({ details }) => details)).toEqual([
    '{"list":"audits","withText":true}',
    '{"list":"actions","withText":true}',
  ])
  const csv = await program.ask('/api/v1/audits?format=csv&theme=cp_plan', { authorization })
  expect(await csv.text()).toContain(`,good,good,,good,cp_plan: good,${WORDS},,`)
})

test('actions can be asked for by their state, from the day after one was due', async () => {
  const program = await newProgram(await newApp())
  const { actionIds } = await withAudit(program)
  const [early = '', late = ''] = actionIds
  const asked = async (state: string, now: string) => {
    program.setNow(now)
    const { authorization } = await program.bear(['audits'])
    const rows = await walk(program, `/api/v1/actions?limit=1&state=${state}`, authorization)
    return rows.map(({ id }) => id)
  }
  expect(await asked('open', '2026-01-20T23:00:00.000Z')).toEqual([early, late])
  expect(await asked('overdue', '2026-01-20T23:00:00.000Z')).toEqual([])
  expect(await asked('overdue', '2026-01-21T00:00:00.000Z')).toEqual([early])
  expect(await asked('open', '2026-01-21T00:00:00.000Z')).toEqual([early, late])
  await program.db.updateTable('action').set({ state: 'done' }).where('id', '=', early).execute()
  expect(await asked('done', '2026-01-21T00:00:00.000Z')).toEqual([early])
  expect(await asked('overdue', '2026-01-21T00:00:00.000Z')).toEqual([])
  const { authorization } = await program.bear(['audits'])
  const wrong = await program.ask('/api/v1/actions?state=late', { authorization })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('state: must be one of open, done, overdue.')
})

test('an action is a row, overdue from the day after it was due in London', async () => {
  const program = await newProgram(await newApp())
  const { auditId, roundId, auditorId, teamId, actionIds } = await withAudit(program)
  const { authorization } = await program.bear(['audits'])
  const [first, second] = await walk(program, '/api/v1/actions?limit=1', authorization)
  expect(first).toEqual({
    id: actionIds[0],
    auditId,
    caseReference: '20011',
    auditedOn: '2026-01-12',
    round: 'January learning audit',
    roundId,
    roundKind: 'learning',
    roundDate: '2026-01-30',
    serviceStatus: 'cp',
    team: 'East 1',
    teamId,
    theme: 'cp_plan',
    item: 'cp.actions',
    state: 'open',
    isOverdue: false,
    ownerId: auditorId,
    createdOn: '2026-01-12',
    dueOn: '2026-01-20',
    doneOn: null,
  })
  expect([second?.id, second?.theme, second?.item]).toEqual([actionIds[1], null, null])
  program.setNow('2026-01-20T23:59:00.000Z')
  expect((await walk(program, '/api/v1/actions', authorization))[0]?.isOverdue).toBe(false)
  program.setNow('2026-01-21T00:00:00.000Z')
  expect((await walk(program, '/api/v1/actions', authorization))[0]?.isOverdue).toBe(true)
  expect(await walk(program, '/api/v1/actions?theme=voice', authorization)).toEqual([])
  expect(
    await walk(program, '/api/v1/actions?team=east%201&theme=cp_plan', authorization)
  ).toHaveLength(1)
})

test('drafts never: not an audit in progress, and of a reopened one nothing typed since', async () => {
  const program = await newProgram(await newApp())
  const { auditId, auditorId } = await withAudit(program)
  const ctx = program.context()
  const draft = await openAudit(ctx, { case: { reference: '20012' } })
  await answerAll(ctx, draft)
  program.setNow('2026-01-13T09:00:00.000Z')
  await reopenAudit(program.context(), { auditId, reason: 'The wrong plan was read' })
  await saveAction(asPerson(program.context(), auditorId), {
    auditId,
    revision: 0,
    itemKey: null,
    what: 'Typed since',
    intendedChange: '',
    ownerId: auditorId,
    dueOn: null,
  })
  const { authorization } = await program.bear(['audits', 'text'])
  const rows = await walk(program, '/api/v1/audits?from=2026-01-01', authorization)
  expect(rows.map(({ id, isReopened, findings }) => [id, isReopened, findings])).toEqual([
    [auditId, true, []],
  ])
  const actions = await walk(program, '/api/v1/actions', authorization)
  expect(actions.map(({ what }) => what)).toEqual(['Share the plan', 'Meet the family'])
})

test('a walk of audits sees each once while others come in', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['audits'])
  let added = 0
  const rows = await walk(program, '/api/v1/audits?limit=1', authorization, async () => {
    added += 1
    if (added > 4) return
    // One before everything that was read, one after.
    const on = added % 2 === 0 ? '2024-01-01' : '2025-12-01'
    const line = `N${added},New audit ${added},learning,${on},voice,,good,,,`
    await run(program.context(), [HISTORY.split('\n')[0], line].join('\n'))
  })
  const references = rows.map(({ reference }) => reference)
  expect(references).toEqual(['A1', 'A2', 'A3', 'A4', 'N1', 'N3'])
})

test.each([
  ['from=2025-03-12&to=2025-05-20', ['A2', 'A3']],
  ['kind=dip', ['A4']],
  ['theme=voice', ['A4']],
  ['team=north%201&status=cp', ['A3']],
  ['round=march%20audit', ['A1', 'A2']],
  ['from=2030-01-01', []],
])('audits filtered: %s', async (query, references) => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['audits'])
  const rows = await walk(program, `/api/v1/audits?limit=1&${query}`, authorization)
  expect(rows.map(({ reference }) => reference)).toEqual(references)
})
