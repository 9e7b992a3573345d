/** How the databases go about finding: along indexes, never through every audit or case. */
import { expect, test } from 'vitest'
import type { Role } from '../../src/people/rules/permissions.ts'
import { findOpenCase, loadCaseContent } from '../../src/work/load-case.ts'
import { loadFound } from '../../src/work/load-find.ts'
import { loadRecent } from '../../src/work/load-recent.ts'
import { isPostgresRun } from '../support/database.ts'
import { plansOf } from '../support/query-plans.ts'
import { newWorld } from '../support/world.ts'
import { auditOf } from './found-records.ts'

const wholeTable = /(?:SCAN|Seq Scan on) (?:"?audit"?|"?case_file"?|"?action"?|"?read_mark"?)\b/

const index = /(?:USING|using)(?: COVERING)?(?: INDEX)? (audit_find\w*|action_by_\w+|case_find\w*)/g

test.each<[Role, string[]]>([
  ['qa_lead', ['audit_find', 'action_by_state', 'case_find']],
  ['manager', ['audit_find_by_auditor', 'audit_find_by_team', 'case_find_by_team']],
  ['senior_leader', ['audit_find_by_auditor', 'audit_find_by_team', 'case_find_by_team']],
  ['iro', ['audit_find_by_auditor', 'audit_find_by_iro', 'case_find_by_iro']],
  ['practitioner', ['audit_find_by_auditor', 'audit_find_by_worker', 'case_find_by_worker']],
  ['partner', ['audit_find_by_auditor']],
])('%s', async (role, indexes) => {
  const world = await newWorld()
  // Something to find, so that every query is asked.
  await auditOf(world, 'AB-1', { auditorId: world.people[role] })
  const reader = { id: world.people[role], roles: [role], teamId: world.teamId }
  const lines = await plansOf(world.db, async (db) => {
    const found = await loadFound(db, reader, { typed: 'AB-', kind: undefined, after: '' })
    expect(found.cases.shown).toHaveLength(1)
    await loadRecent(db, reader, world.context().now)
  })
  expect(lines.filter((line) => wholeTable.test(line))).toEqual([])
  if (isPostgresRun) return
  const used = new Set(lines.flatMap((line) => [...line.matchAll(index)].map(([, name]) => name)))
  expect([...used]).toEqual(expect.arrayContaining(indexes))
})

test.each<Role>(['qa_lead', 'manager', 'iro', 'practitioner', 'senior_leader'])(
  'the page of a case, for %s',
  async (role) => {
    const world = await newWorld()
    const { caseId } = await auditOf(world, 'AB-1', {
      case: {
        teamId: world.teamId,
        workerId: world.people.practitioner,
        iroId: world.people.iro,
      },
    })
    const reader = { id: world.people[role], roles: [role], teamId: world.teamId }
    const lines = await plansOf(world.db, async (db) => {
      const found = await findOpenCase(db, reader, caseId, world.context().now)
      expect(found.kind).toBe('open')
      if (found.kind === 'open') await loadCaseContent(db, reader, found.open, world.context().now)
      await findOpenCase(db, reader, 'nobody', world.context().now)
    })
    expect(lines.filter((line) => wholeTable.test(line))).toEqual([])
  }
)

test('a walk through a whole table is seen', async () => {
  const world = await newWorld()
  const lines = await plansOf(world.db, (db) =>
    db.selectFrom('audit').selectAll().where('reopen_reason', '=', 'x').execute()
  )
  expect(lines.filter((line) => wholeTable.test(line))).toHaveLength(1)
})
