/** Folders and databases on the disk for one test, gone when it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'
import { isPostgresRun, newPostgresUrl } from './database.ts'

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Address of an empty database that several processes can open: a file, or one on the PostgreSQL of this run. */
export const newDatabaseUrl = async (): Promise<string> =>
  isPostgresRun ? newPostgresUrl('template0') : `sqlite:${join(newFolder(), 'plumbline.db')}`

/** Opens a database until the test ends; `migrate` first unless told otherwise. */
export const openForTest = async (url: string, isMigrated = true): Promise<Db> => {
  const db = await openDatabase(url)
  onTestFinished(() => db.destroy())
  if (isMigrated) await migrate(db)
  return db
}
