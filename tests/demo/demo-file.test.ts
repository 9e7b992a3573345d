/** Which files the demonstration may replace: its own that nobody has open, and no other. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { hasCouncilKey, writeToFile } from '../../src/db/sqlite-file.ts'
import { makeWay, refuseOtherDatabase } from '../../src/demo/demo-file.ts'
import { insertCouncilRow } from '../../src/demo/store.ts'

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-demo-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A migrated council in a file, marked or not. */
const councilFile = async (path: string, isDemo: boolean): Promise<void> => {
  const db = await openDatabase('sqlite::memory:')
  await migrate(db)
  if (isDemo) await insertCouncilRow(db, 'demo', '2026-01-12')
  await writeToFile(db, path)
  await db.destroy()
}

test('a folder that is not there yet is made, and nothing stands in the way', () => {
  const folder = newFolder()
  makeWay(join(folder, 'data', 'demo.db'))
  expect(readdirSync(folder)).toEqual(['data'])
})

test('a council without the mark is refused and not one byte of it changes', async () => {
  const path = join(newFolder(), 'demo.db')
  await councilFile(path, false)
  const before = readFileSync(path)
  expect(() => makeWay(path)).toThrow(
    `${path}: this is not a demonstration council, so it was left as it is; move the file away, or run this command in another folder`
  )
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('so is a file that is no database', () => {
  const path = join(newFolder(), 'demo.db')
  writeFileSync(path, 'minutes of the meeting')
  expect(() => makeWay(path)).toThrow('this is not a demonstration council')
  expect(readFileSync(path, 'utf8')).toBe('minutes of the meeting')
})

test('a marked council may be replaced, but not while a program has it open', async () => {
  const path = join(newFolder(), 'demo.db')
  await councilFile(path, true)
  expect(() => makeWay(path)).not.toThrow()
  const served = await openDatabase(`sqlite:${path}`)
  await insertCouncilRow(served, 'seen', 'yes')
  expect(() => makeWay(path)).toThrow(
    `${path}: another program has this demonstration council open; stop it and run this command again`
  )
  await served.destroy()
  expect(() => makeWay(path)).not.toThrow()
  expect(hasCouncilKey(path, 'seen')).toBe(true)
})

test('a database named by the environment is refused unless it is the demonstration’s own', () => {
  const words =
    'DATABASE_URL: the demonstration council is made in data/demo.db and in no other database; run this command without DATABASE_URL'
  expect(() => refuseOtherDatabase('sqlite:data/plumbline.db')).toThrow(words)
  expect(() => refuseOtherDatabase('postgres://localhost/plumbline')).toThrow(words)
  expect(() => refuseOtherDatabase(undefined)).not.toThrow()
  expect(() => refuseOtherDatabase('sqlite:data/demo.db')).not.toThrow()
  expect(() => refuseOtherDatabase(`sqlite:${resolve('data/demo.db')}`)).not.toThrow()
})
