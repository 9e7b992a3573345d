/** Whether a database is PostgreSQL, for the few places in db/ that have to know, and what only it needs. */
import { PostgresAdapter, sql } from 'kysely'
import type { Db } from './schema.ts'

export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/**
 * Lifts the limit on how long a statement may take (open-database.ts), which is there for pages: in the open transaction
 * it is for what walks whole tables.
 */
export const allowLongStatements = async (transaction: Db): Promise<void> => {
  if (isPostgres(transaction)) await sql`set local statement_timeout = 0`.execute(transaction)
}
