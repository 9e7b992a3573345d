/** A prepared query is compiled once and takes the values of each run. */
import { expect, test } from 'vitest'
import { prepared } from '../../src/db/prepared.ts'
import { newDatabase } from '../support/database.ts'

let built = 0

const setValue = prepared((db, value: { key: string; value: string }) => {
  built += 1
  return db
    .insertInto('council')
    .values({ key: value.key, value: value.value })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: value.value }))
    .returning('value')
})

const findValue = prepared((db, value: { key: string }) =>
  db.selectFrom('council').select(['key', 'value']).where('key', '=', value.key)
)

test('runs with the values of each call, inside a transaction and outside', async () => {
  const db = await newDatabase()
  built = 0
  expect(await setValue(db, { key: 'name', value: 'Aldermere' })).toEqual([{ value: 'Aldermere' }])
  await db.transaction().execute(async (tx) => {
    expect(await setValue(tx, { key: 'name', value: 'Northmere' })).toEqual([
      { value: 'Northmere' },
    ])
    expect(await setValue(tx, { key: 'motto', value: "it's $1 or ?" })).toEqual([
      { value: "it's $1 or ?" },
    ])
  })
  expect(built).toBe(1)
  expect(await findValue(db, { key: 'name' })).toEqual([{ key: 'name', value: 'Northmere' }])
  expect(await findValue(db, { key: 'motto' })).toEqual([{ key: 'motto', value: "it's $1 or ?" }])
  expect(await findValue(db, { key: 'unknown' })).toEqual([])
})

test('an undone transaction undoes it', async () => {
  const db = await newDatabase()
  const work = db.transaction().execute(async (tx) => {
    await setValue(tx, { key: 'name', value: 'Aldermere' })
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await findValue(db, { key: 'name' })).toEqual([])
})

test('a value of its own is refused: SQLite would plan the statement anew at each run', async () => {
  const db = await newDatabase()
  const findName = prepared((db, value: { value: string }) =>
    db
      .selectFrom('council')
      .select('value')
      .where('value', '=', value.value)
      .where('key', '=', 'name')
  )
  await expect(findName(db, { value: 'Aldermere' })).rejects.toThrow(
    'the prepared query holds a value of its own (name): write it as a literal, with eb.lit or sql.lit'
  )
})
