/**
 * Opens the database that `DATABASE_URL` names, SQLite or PostgreSQL, and says in one sentence why when it cannot.
 * Creates no tables: see migrate.ts.
 */
import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import type { Pool } from 'pg'
import { FaultyInput } from '../errors.ts'
import type { Db, Tables } from './schema.ts'
import { PlumblineSqliteDialect } from './sqlite-dialect.ts'

/** How long a writer waits for another process (an import, a backup) before it gives up. */
const BUSY_TIMEOUT_MS = 10_000

/**
 * Wraps open better-sqlite3 databases of one file, with the settings that durability rests on. Without a reader of
 * their own (in memory) reads wait for writes.
 */
export const wrapSqlite = (writer: BetterSqlite.Database, reader = writer): Db => {
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  writer.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  reader.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  return new Kysely<Tables>({ dialect: new PlumblineSqliteDialect(writer, reader) })
}

const openSqlite = (path: string): Db => {
  if (path === ':memory:') return wrapSqlite(new BetterSqlite(path))
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new FaultyInput([
      `DATABASE_URL: ${path} is a folder; name a file in it, for example ${join(path, 'plumbline.db')}`,
    ])
  }
  try {
    mkdirSync(dirname(path), { recursive: true })
    const writer = new BetterSqlite(path)
    writer.pragma('journal_mode = WAL')
    return wrapSqlite(writer, new BetterSqlite(path, { readonly: true }))
  } catch (error) {
    throw new FaultyInput([
      `DATABASE_URL: ${path} could not be opened as a SQLite database (${sentence(error)}); ` +
        'name a Plumbline database file, or a file that does not exist yet',
    ])
  }
}

/** Connections to the PostgreSQL database of this address, made as they are needed. */
export const openPool = async (url: string): Promise<Pool> => {
  const { default: pg } = await import('pg')
  // count(*) and sums come back as text by default; every count in this product fits a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A transaction never waits for a browser; anything idle this long is a fault and must not block others.
    idle_in_transaction_session_timeout: 15_000,
    statement_timeout: 60_000,
    application_name: 'plumbline',
  })
  // A lost connection is replaced by the pool, and whoever was using it gets the error from their query. Without
  // listeners for both, idle and in use, it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Wraps connections to a PostgreSQL database; `destroy` ends them. */
export const wrapPostgres = (pool: PostgresPool): Db =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

const openPostgres = async (url: string): Promise<Db> => {
  const db = wrapPostgres(await openPool(url))
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await db.destroy()
    throw new FaultyInput([
      `DATABASE_URL: the PostgreSQL database could not be reached (${sentence(error)}); ` +
        'check host, port, database name, user and password',
    ])
  }
  return db
}

const sentence = (error: unknown): string =>
  (error instanceof AggregateError ? String(error.errors[0]?.message) : '') ||
  (error instanceof Error ? error.message : String(error))

/**
 * @param url `sqlite:<path>`, `sqlite::memory:` or `postgres://…`
 * @throws FaultyInput with one plain sentence
 */
export const openDatabase = async (url: string): Promise<Db> => {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length))
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  throw new FaultyInput([
    'DATABASE_URL: must start with sqlite: or postgres://, for example sqlite:data/plumbline.db',
  ])
}
