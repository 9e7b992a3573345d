/**
 * A fresh, migrated database for one test. SQLite: cloned in memory from a template that was migrated once. PostgreSQL
 * (TEST_DATABASE=postgres): a clone of the template a file, emptied between its tests, on the server that
 * postgres-project.ts started.
 */
import { randomUUID } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, onTestFinished } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase, wrapSqlite } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'

export const isPostgresRun = process.env.TEST_DATABASE === 'postgres'

let template: Buffer | undefined

const sqliteTemplate = async (): Promise<Buffer> => {
  if (template) return template
  const database = new BetterSqlite(':memory:')
  await migrate(wrapSqlite(database))
  template = database.serialize()
  return template
}

/** Databases that a test of this file has done with: the next one empties and reuses them. */
const used: string[] = []
const made: string[] = []

const asAdministrator = async (statement: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: postgresUrl('postgres') })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

/** @returns the address of a database on the server of this run */
export const postgresUrl = (name: string): string => {
  const server = process.env.TEST_POSTGRES_URL
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run through the postgres project')
  return `${server}/${name}`
}

/**
 * A PostgreSQL database that nobody shares and that is dropped when the test ends, for tests that change its tables.
 *
 * @param from `plumbline_template` (migrated) or `template0` (empty)
 * @returns its address
 */
export const newPostgresUrl = async (from = 'plumbline_template'): Promise<string> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdministrator(`create database ${name} template ${from}`)
  onTestFinished(() => asAdministrator(`drop database ${name} with (force)`))
  return postgresUrl(name)
}

const newPostgresDatabase = async (): Promise<Db> => {
  const reused = used.pop()
  const name = reused ?? `test_${randomUUID().replaceAll('-', '')}`
  if (!reused) {
    await asAdministrator(`create database ${name} template plumbline_template`)
    made.push(name)
  }
  const db = await openDatabase(postgresUrl(name))
  if (reused) await sql`select pristine.restore()`.execute(db)
  onTestFinished(async () => {
    await db.destroy()
    used.push(name)
  })
  return db
}

if (isPostgresRun) {
  afterAll(async () => {
    for (const name of made) await asAdministrator(`drop database ${name} with (force)`)
  })
}

/** An empty council: migrated, nobody in it. Gone when the test ends. */
export const newDatabase = async (): Promise<Db> => {
  if (isPostgresRun) return newPostgresDatabase()
  const db = wrapSqlite(new BetterSqlite(await sqliteTemplate()))
  onTestFinished(() => db.destroy())
  return db
}
