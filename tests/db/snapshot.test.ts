/** A snapshot sees one moment, and writers do not wait for it. */
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/schema.ts'
import { inSnapshot } from '../../src/db/snapshot.ts'
import { newDatabaseUrl, openForTest } from '../support/files.ts'

const keys = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('council').select('key').orderBy('key').execute()).map((row) => row.key)

const add = (db: Db, key: string) => db.insertInto('council').values({ key, value: '' }).execute()

test('what others write meanwhile is not in it, and they do not wait', async () => {
  const db = await openForTest(await newDatabaseUrl())
  const seen = await inSnapshot(db, async (snapshot) => {
    const before = await keys(snapshot)
    await add(db, 'name')
    return [before, await keys(db), await keys(snapshot)]
  })
  expect(seen).toEqual([['secret'], ['name', 'secret'], ['secret']])
  expect(await keys(db)).toEqual(['name', 'secret'])
})

test('it cannot be written to', async () => {
  const db = await openForTest(await newDatabaseUrl())
  await expect(inSnapshot(db, (snapshot) => add(snapshot, 'name'))).rejects.toThrow(
    /readonly database|read-only transaction/
  )
  expect(await keys(db)).toEqual(['secret'])
})
