/** How the database goes about the queries of a piece of work, for tests that an index is used. */
import { CompiledQuery, type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import type { Db } from '../../src/db/schema.ts'
import { isPostgresRun } from './database.ts'

/** The plan of each query that `work` asks, a line a step. */
export const plansOf = async (db: Db, work: (db: Db) => Promise<unknown>): Promise<string[]> => {
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
