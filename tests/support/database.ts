/**
 * A fresh, migrated database for one test, or one in which something has been done already. SQLite: cloned in memory
 * from what was made once. PostgreSQL (TEST_DATABASE=postgres): a clone of the template, put back between tests, on the
 * server that postgres-project.ts started and throws away with all of them.
 */
import { randomUUID } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openPool, wrapPostgres, wrapSqlite } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'

export const isPostgresRun = process.env.TEST_DATABASE === 'postgres'

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

interface Made<T> {
  readonly db: Db
  readonly made: T
}

/** On PostgreSQL, the connections to databases that a test has done with: the next test puts one back. */
const idle: pg.Pool[] = []

/** What was left under way would meet the next test. */
const isQuiet = (pool: pg.Pool): boolean =>
  pool.idleCount === pool.totalCount && pool.waitingCount === 0

const newPool = async (): Promise<pg.Pool> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdministrator(`create database ${name} template plumbline_template`)
  return openPool(postgresUrl(name))
}

/** Connections outlive the test, so that the next one need not open them. */
const borrow = async () => {
  const reused = idle.pop()
  const pool = reused ?? (await newPool())
  const db = wrapPostgres({
    options: pool.options,
    connect: () => pool.connect(),
    end: async () => {},
  })
  onTestFinished(async () => {
    await db.destroy()
    if (isQuiet(pool)) idle.push(pool)
    else await pool.end()
  })
  const restore = (name: string) => sql`select pristine.restore(${name})`.execute(db)
  return { pool, db, restore, isReused: reused !== undefined }
}

const emptied = async (): Promise<Db> => {
  const { db, restore, isReused } = await borrow()
  if (isReused) await restore('migrated')
  return db
}

const postgresWith = <T>(name: string, make: (db: Db) => Promise<T>) => {
  const known = new Map<pg.Pool, { readonly made: T }>()
  return async (): Promise<Made<T>> => {
    const { pool, db, restore, isReused } = await borrow()
    const before = known.get(pool)
    if (before) {
      await restore(name)
      return { db, made: before.made }
    }
    if (isReused) await restore('migrated')
    const made = await make(db)
    await sql`select pristine.keep(${name})`.execute(db)
    known.set(pool, { made })
    return { db, made }
  }
}

const sqliteWith = <T>(start: () => Promise<Buffer | string>, make: (db: Db) => Promise<T>) => {
  let template: { readonly bytes: Buffer; readonly made: T } | undefined
  const open = async () => {
    if (template) return template
    const database = new BetterSqlite(await start())
    const db = wrapSqlite(database)
    const made = await make(db)
    template = { bytes: database.serialize(), made }
    await db.destroy()
    return template
  }
  return {
    bytes: async () => (await open()).bytes,
    newOne: async (): Promise<Made<T>> => {
      const { bytes, made } = await open()
      const db = wrapSqlite(new BetterSqlite(bytes))
      onTestFinished(() => db.destroy())
      return { db, made }
    },
  }
}

const migrated = sqliteWith(async () => ':memory:', migrate)

/** An empty council: migrated, nobody in it. Gone when the test ends. */
export const newDatabase = async (): Promise<Db> =>
  isPostgresRun ? emptied() : (await migrated.newOne()).db

/**
 * For what many tests start from: `make` works once on an empty council, and every test gets a copy of what it left,
 * with what it answered.
 *
 * @param name a word of its own for what is made
 */
export const databaseWith = <T>(
  name: string,
  make: (db: Db) => Promise<T>
): (() => Promise<Made<T>>) =>
  isPostgresRun ? postgresWith(name, make) : sqliteWith(migrated.bytes, make).newOne
