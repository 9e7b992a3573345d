/** Writers stand in line, share commits, and see nothing of each other that is not on the disk. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'
import { WriteQueue } from '../../src/db/write-queue.ts'

const newFile = async (): Promise<{ db: Db; other: Db }> => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
  const url = `sqlite:${join(folder, 'a.db')}`
  const db = await openDatabase(url)
  const other = await openDatabase(url)
  await sql`create table note (id integer primary key, words text not null unique)`.execute(db)
  onTestFinished(async () => {
    await db.destroy()
    await other.destroy()
    rmSync(folder, { recursive: true })
  })
  return { db, other }
}

const write = (db: Db, words: string, after: () => Promise<void> = async () => {}) =>
  db.transaction().execute(async (tx) => {
    await sql`insert into note (words) values (${words})`.execute(tx)
    await after()
  })

/** The limit belongs to a connection: inside a transaction it is the writer's. */
const onWriter = (db: Db, statement: string) =>
  db.transaction().execute((tx) => sql.raw(statement).execute(tx))

const words = async (db: Db): Promise<string[]> =>
  (await sql<{ words: string }>`select words from note order by id`.execute(db)).rows.map(
    (row) => row.words
  )

test('many writers at once all arrive, in the order in which they asked', async () => {
  const { db, other } = await newFile()
  const asked = Array.from({ length: 150 }, (_, index) => `note ${index}`)
  await Promise.all(asked.map((each) => write(db, each)))
  expect(await words(other)).toEqual(asked)
})

test('what was answered is visible to another process at once', async () => {
  const { db, other } = await newFile()
  const seen = await Promise.all(
    ['a', 'b', 'c'].map(async (each) => {
      await write(db, each)
      return (await words(other)).includes(each)
    })
  )
  expect(seen).toEqual([true, true, true])
})

test('one that fails is undone alone', async () => {
  const { db } = await newFile()
  const results = await Promise.allSettled([
    write(db, 'first'),
    write(db, 'second', () => Promise.reject(new Error('changed my mind'))),
    write(db, 'first'),
    write(db, 'third'),
  ])
  expect(results.map((result) => result.status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(await words(db)).toEqual(['first', 'third'])
})

test('a reader sees nothing before it is committed, and waits for nobody', async () => {
  const { db } = await newFile()
  let during: string[] = []
  await write(db, 'draft', async () => {
    during = await words(db)
  })
  expect([during, await words(db)]).toEqual([[], ['draft']])
})

test('a full disk fails those it concerns, and writing goes on when there is room', async () => {
  const { db } = await newFile()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await onWriter(db, `pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 2}`)
  const results = await Promise.allSettled([
    write(db, 'small'),
    write(db, 'x'.repeat(200_000)),
    write(db, 'after'),
  ])
  const kept = await words(db)
  results.forEach((result, index) => {
    const name = ['small', 'x'.repeat(200_000), 'after'][index] ?? ''
    expect([index, result.status === 'fulfilled']).toEqual([index, kept.includes(name)])
  })
  expect(results[1]?.status).toBe('rejected')
  await onWriter(db, 'pragma max_page_count = 100000')
  await write(db, 'room again')
  expect(await words(db)).toContain('room again')
})

test('a write outside a transaction stands in line too', async () => {
  const { db, other } = await newFile()
  await Promise.all([
    write(db, 'one'),
    sql`insert into note (words) values ('two')`.execute(db),
    write(db, 'three'),
  ])
  expect(await words(other)).toEqual(['one', 'two', 'three'])
})

/** A queue of its own, and what its database was told to do, but for the savepoints. */
const newQueue = () => {
  const ran: string[] = []
  const database = new BetterSqlite(':memory:', {
    verbose: (statement) => {
      if (!String(statement).includes('member')) ran.push(String(statement))
    },
  })
  onTestFinished(() => void database.close())
  const queue = new WriteQueue(database)
  const writeAlone = async (statement: string): Promise<void> => {
    await queue.acquire()
    queue.begin()
    database.exec(statement)
    await queue.commit()
  }
  return { ran, queue, writeAlone }
}

test('those that come one after the other before Node looks for more share one commit', async () => {
  const { ran, writeAlone } = newQueue()
  const first = writeAlone('select 1')
  // By then the first is over and has left the line.
  await new Promise<void>((resolve) => process.nextTick(resolve))
  await Promise.all([first, writeAlone('select 2')])
  await writeAlone('select 3')
  expect(ran).toEqual([
    'begin immediate',
    'select 1',
    'select 2',
    'commit',
    'begin immediate',
    'select 3',
    'commit',
  ])
})

test('what is not yet committed when the database is closed is committed then', async () => {
  const { ran, queue, writeAlone } = newQueue()
  const written = writeAlone('select 1')
  await new Promise<void>((resolve) => process.nextTick(resolve))
  expect(ran).toEqual(['begin immediate', 'select 1'])
  queue.stop()
  expect(ran).toEqual(['begin immediate', 'select 1', 'commit'])
  await written
})
