/**
 * A fresh, migrated database for one test. SQLite: cloned in memory from a template that was migrated once. PostgreSQL
 * (TEST_DATABASE=postgres): `create database … template`, on the server that tests/support/postgres.ts started.
 */
import { randomUUID } from 'node:crypto'
import BetterSqlite from 'better-sqlite3'
import pg from 'pg'
import { onTestFinished } from 'vitest'
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

const newPostgresDatabase = async (): Promise<Db> => {
  const server = process.env.TEST_POSTGRES_URL
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run through the postgres project')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query(`create database ${name} template plumbline_template`)
  await admin.end()
  const db = await openDatabase(`${server}/${name}`)
  onTestFinished(async () => {
    await db.destroy()
    const again = new pg.Client({ connectionString: `${server}/postgres` })
    await again.connect()
    await again.query(`drop database ${name} with (force)`)
    await again.end()
  })
  return db
}

/** An empty council: migrated, nobody in it. Gone when the test ends. */
export const newDatabase = async (): Promise<Db> => {
  if (isPostgresRun) return newPostgresDatabase()
  const db = wrapSqlite(new BetterSqlite(await sqliteTemplate()))
  onTestFinished(() => db.destroy())
  return db
}
