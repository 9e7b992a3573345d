/** Brings a database to the newest schema. Runs at start and by `plumbline migrate`; does nothing when up to date. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import { FaultyInput } from '../errors.ts'
import { isPostgres } from './postgres-only.ts'
import type { Db } from './schema.ts'
import { tableNames } from './table-keys.ts'

/** The migrations of this version, in order. */
export const knownMigrations: readonly string[] = Object.keys(migrations)

/**
 * The names of the migrations that a database has been through, in order; none of one that is new.
 *
 * @throws FaultyInput when it holds tables of another program
 */
export const listMigrations = async (db: Db): Promise<string[]> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  const names = tables.map((table) => table.name)
  if (!names.includes('kysely_migration')) {
    const taken = names.filter((name) => (tableNames as readonly string[]).includes(name))
    if (taken.length === 0) return []
    throw new FaultyInput([
      `DATABASE_URL: the database belongs to another program, which has tables of the same names (${taken.join(', ')}); ` +
        'name a database of its own for Plumbline',
    ])
  }
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** A migration may walk a large table, and another server may be at work on it for as long. */
const withoutStatementLimit = <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> => {
  if (!isPostgres(db)) return work(db)
  return db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    try {
      return await work(connection)
    } finally {
      await sql`reset statement_timeout`.execute(connection)
    }
  })
}

/**
 * @param to stops after this migration, for restoring what an earlier version has written; the newest when not given
 * @returns the names of the migrations that ran
 * @throws FaultyInput when the database is of a newer version, or not one of ours
 */
export const migrate = async (db: Db, to?: string): Promise<string[]> => {
  const newer = (await listMigrations(db)).filter((name) => !knownMigrations.includes(name))
  if (newer.length > 0) {
    throw new FaultyInput([
      `DATABASE_URL: the database belongs to a newer version of Plumbline (${newer.join(', ')}); ` +
        'run that version or a newer one, or restore a backup made with this one',
    ])
  }
  const { error, results } = await withoutStatementLimit(db, (connection) => {
    const provider = { getMigrations: async () => migrations }
    const migrator = new Migrator({ db: connection, provider })
    return to ? migrator.migrateTo(to) : migrator.migrateToLatest()
  })
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')
    throw new FaultyInput([
      `DATABASE_URL: the database could not be brought up to date${failed ? ` (${failed.migrationName})` : ''}: ` +
        `${error instanceof Error ? error.message : String(error)}; nothing was changed by this step`,
    ])
  }
  await ensureSecret(db)
  return (results ?? []).map((result) => result.migrationName)
}

/** One secret a council, shared by all its application servers, for sealing forms and CSRF tokens. */
const ensureSecret = async (db: Db): Promise<void> => {
  await sql`insert into council (key, value) values ('secret', ${randomBytes(32).toString('base64url')})
    on conflict do nothing`.execute(db)
}
