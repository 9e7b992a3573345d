/** How the databases go about finding: along indexes, never through every audit or case. */
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/schema.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { loadFound } from '../../src/work/load-find.ts'
import { loadRecent } from '../../src/work/load-recent.ts'
import { isPostgresRun } from '../support/database.ts'
import { newWorld } from '../support/world.ts'
import { auditOf } from './found-records.ts'

/** The plan of each query that `work` asks, a line a step. */
const plansOf = async (db: Db, work: (db: Db) => Promise<unknown>): Promise<string[]> => {
  const asked: RootOperationNode[] = []
  const listener: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(node)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await work(db.withPlugin(listener))
  return db.connection().execute(async (one) => {
    // On a table of one row PostgreSQL would read it whole, unless that is made to look dear.
    if (isPostgresRun) await sql`set enable_seqscan = off`.execute(one)
    const lines: string[] = []
    for (const node of asked) {
      const query = one.getExecutor().compileQuery(node, { queryId: 'plan' })
      const explain = isPostgresRun ? 'explain' : 'explain query plan'
      const { rows } = await one.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(`${explain} ${query.sql}`, [...query.parameters])
      )
      lines.push(...rows.map((row) => String(row.detail ?? row['QUERY PLAN'])))
    }
    if (isPostgresRun) await sql`set enable_seqscan = on`.execute(one)
    return lines
  })
}

const wholeTable = /(?:SCAN|Seq Scan on) (?:"?audit"?|"?case_file"?|"?action"?|"?read_mark"?)\b/

const index = /(?:USING|using)(?: COVERING)?(?: INDEX)? (audit_find\w*|action_by_\w+)/g

test.each<[Role, string[]]>([
  ['qa_lead', ['audit_find', 'action_by_state']],
  ['manager', ['audit_find_by_auditor', 'audit_find_by_team']],
  ['senior_leader', ['audit_find_by_auditor', 'audit_find_by_team']],
  ['iro', ['audit_find_by_auditor', 'audit_find_by_iro']],
  ['practitioner', ['audit_find_by_auditor', 'audit_find_by_worker']],
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

test('a walk through a whole table is seen', async () => {
  const world = await newWorld()
  const lines = await plansOf(world.db, (db) =>
    db.selectFrom('audit').selectAll().where('reopen_reason', '=', 'x').execute()
  )
  expect(lines.filter((line) => wholeTable.test(line))).toHaveLength(1)
})
