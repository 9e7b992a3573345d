/** A database that cannot be used is refused in one sentence, and is the same afterwards as before. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { knownMigrations, migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { newDatabaseUrl, newFolder, openForTest } from '../support/files.ts'
import { faultsOf } from '../support/results-file.ts'

const remedy = 'name a Plumbline database file, or a file that does not exist yet'

test('a file that is not a database', async () => {
  const path = join(newFolder(), 'minutes.db')
  const text = 'Minutes of the practice improvement board, in words. '.repeat(20)
  writeFileSync(path, text)
  expect(await faultsOf(openDatabase(`sqlite:${path}`))).toEqual([
    `DATABASE_URL: ${path} could not be opened as a SQLite database (file is not a database); ${remedy}`,
  ])
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a folder', async () => {
  const path = join(newFolder(), 'data')
  mkdirSync(path)
  expect(await faultsOf(openDatabase(`sqlite:${path}`))).toEqual([
    `DATABASE_URL: ${path} is a folder; name a file in it, for example ${path}/plumbline.db`,
  ])
})

test('a path through a file', async () => {
  const path = join(newFolder(), 'file')
  writeFileSync(path, '')
  expect(await faultsOf(openDatabase(`sqlite:${path}/plumbline.db`))).toEqual([
    `DATABASE_URL: ${path}/plumbline.db could not be opened as a SQLite database (EEXIST: file already exists, mkdir '${path}'); ${remedy}`,
  ])
})

test('a PostgreSQL server that is not there', async () => {
  expect(await faultsOf(openDatabase('postgres://127.0.0.1:1/plumbline'))).toEqual([
    'DATABASE_URL: the PostgreSQL database could not be reached (connect ECONNREFUSED 127.0.0.1:1); check host, port, database name, user and password',
  ])
})

test("another program's database", async () => {
  const db = await openForTest(await newDatabaseUrl(), false)
  await sql`create table person (fish text)`.execute(db)
  expect(await faultsOf(migrate(db))).toEqual([
    'DATABASE_URL: the database belongs to another program, which has tables of the same names (person); name a database of its own for Plumbline',
  ])
  expect((await db.introspection.getTables()).map((table) => table.name)).toEqual(['person'])
})

test('a database of a newer version', async () => {
  const db = await openForTest(await newDatabaseUrl())
  await sql`insert into kysely_migration (name, timestamp) values ('9999-tea', '2030-01-01')`.execute(
    db
  )
  expect(await faultsOf(migrate(db))).toEqual([
    'DATABASE_URL: the database belongs to a newer version of Plumbline (9999-tea); run that version or a newer one, or restore a backup made with this one',
  ])
})

test('migrating twice does nothing the second time', async () => {
  const db = await openForTest(await newDatabaseUrl(), false)
  expect(await migrate(db)).toEqual(knownMigrations)
  expect(await migrate(db)).toEqual([])
})

test('SQLite keeps what it says it keeps', async () => {
  const path = join(newFolder(), 'a.db')
  const db = await openForTest(`sqlite:${path}`)
  const setting = async (name: string) =>
    Object.values(
      (
        await db
          .transaction()
          .execute((tx) => sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(tx))
      ).rows[0] ?? {}
    )[0]
  // FULL, without which a commit that was answered can be lost with the power.
  expect(await setting('synchronous')).toBe(2)
  expect(await setting('foreign_keys')).toBe(1)
  expect(new BetterSqlite(path, { readonly: true }).pragma('journal_mode', { simple: true })).toBe(
    'wal'
  )
})
