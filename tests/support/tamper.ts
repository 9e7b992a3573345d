/** Changes rows as somebody with the database's password could: with the triggers that forbid it switched off. */
import { sql } from 'kysely'
import type { Db } from '../../src/db/schema.ts'
import { isPostgresRun } from './database.ts'

export const withoutTriggers = async (
  db: Db,
  work: (db: Db) => Promise<unknown>
): Promise<void> => {
  await db.connection().execute(async (connection) => {
    if (isPostgresRun) {
      await sql`set session_replication_role = replica`.execute(connection)
      await work(connection)
      await sql`set session_replication_role = default`.execute(connection)
      return
    }
    const { rows } = await sql<{ name: string; sql: string }>`
      select name, sql from sqlite_master where type = 'trigger'`.execute(connection)
    for (const { name } of rows) await sql.raw(`drop trigger ${name}`).execute(connection)
    await sql`pragma foreign_keys = off`.execute(connection)
    await work(connection)
    await sql`pragma foreign_keys = on`.execute(connection)
    for (const trigger of rows) await sql.raw(trigger.sql).execute(connection)
  })
}
