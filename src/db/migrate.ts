/** Brings a database to the newest schema. Runs at start and by `plumbline migrate`; does nothing when up to date. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import { FaultyInput } from '../errors.ts'
import type { Db } from './schema.ts'

/** @returns the names of the migrations that ran */
export const migrate = async (db: Db): Promise<string[]> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
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
