/**
 * A SQLite file as a file: what it is marked with, whether anybody else has it open, and how a database in memory
 * becomes one. For commands that make or replace a whole database; the application itself uses open-database.ts.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** Reads one row of the council table, changing nothing. False for any other file, a database or not. */
export const hasCouncilKey = (path: string, key: string): boolean => {
  let database: BetterSqlite.Database | undefined
  try {
    database = new BetterSqlite(path, { readonly: true, fileMustExist: true })
    return database.prepare('select 1 from council where key = ?').get(key) !== undefined
  } catch {
    return false
  } finally {
    database?.close()
  }
}

/** True when another process has the database open. It also folds the write-ahead log into the file. */
export const isOpenElsewhere = (path: string): boolean => {
  const database = new BetterSqlite(path, { fileMustExist: true, timeout: 0 })
  try {
    // Leaving WAL needs the file for oneself, so it fails exactly when somebody else has it.
    return database.pragma('journal_mode = delete', { simple: true }) !== 'delete'
  } catch {
    return true
  } finally {
    database.close()
  }
}

const beside = ['-wal', '-shm', '-journal']

/** Writes the whole database to the file, in its place at once: whoever looks sees the old file or the new one. */
export const writeToFile = async (db: Db, path: string): Promise<void> => {
  const unfinished = `${path}.new`
  rmSync(unfinished, { force: true })
  await sql`vacuum into ${unfinished}`.execute(db)
  // A log that belongs to the old file must not be read into the new one.
  for (const suffix of beside) if (existsSync(path + suffix)) rmSync(path + suffix)
  renameSync(unfinished, path)
}
