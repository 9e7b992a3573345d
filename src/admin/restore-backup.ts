/**
 * Puts the rows of a backup into an empty database of either kind, and checks them there: all of it in one transaction,
 * so that a backup that turns out to be broken leaves nothing behind.
 */
import { enterAlerts } from '../alerts/enter-alerts.ts'
import { findDanglingKeys, withDeferredForeignKeys } from '../db/integrity.ts'
import { knownMigrations, listMigrations, migrate } from '../db/migrate.ts'
import type { Db } from '../db/schema.ts'
import { backupTables, type TableName } from '../db/table-keys.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { verifyEvents } from '../events/verify-events.ts'
import type {
  BackupEnd,
  BackupHeader,
  BackupLine,
  BackupRow,
  BackupTable,
} from './rules/backup-format.ts'
import {
  countRows,
  deleteFirstRows,
  insertRows,
  listTablesWithData,
  removeDemoMark,
} from './store.ts'

/** Values a statement; both databases take more. */
const VALUES_AT_MOST = 10_000

const broken = (words: string) => new FaultyInput([`the backup cannot be restored: ${words}`])

const refuseData = async (db: Db): Promise<void> => {
  const tables = await listTablesWithData(db)
  if (tables.length > 0) {
    throw new FaultyInput([
      `DATABASE_URL: the database has data already (${tables.join(', ')}); restore into a new one`,
    ])
  }
}

/** Brings the empty database to the tables that the backup was made of. */
const prepare = async (db: Db, { migrations }: BackupHeader): Promise<void> => {
  const unknown = migrations.filter((name) => !knownMigrations.includes(name))
  if (unknown.length > 0) {
    throw broken(
      `it was made by a newer version of Plumbline (${unknown.join(', ')}); use that version or a newer one`
    )
  }
  const present = await listMigrations(db)
  if (present.length > 0) await refuseData(db)
  if (present.length > migrations.length) {
    throw broken(
      'it was made by an earlier version, and the database already has newer tables; restore into a database that is new and empty'
    )
  }
  await migrate(db, migrations.at(-1))
}

const isTable = (name: string): name is TableName =>
  (backupTables as readonly string[]).includes(name)

/** Gathers rows into statements. */
const inserter = (db: Db) => {
  let table: BackupTable | undefined
  let rows: BackupRow[] = []
  const flush = async () => {
    if (!table || rows.length === 0) return
    if (!isTable(table.table)) throw broken(`there is no table '${table.table}'`)
    try {
      await insertRows(db, table.table, table.columns, rows)
    } catch (error) {
      throw broken(`${table.table}: ${error instanceof Error ? error.message : String(error)}`)
    }
    rows = []
  }
  return {
    start: async (next: BackupTable) => {
      await flush()
      table = next
    },
    add: async (row: BackupRow) => {
      if (!table || row.length !== table.columns.length) throw broken('a row is out of place')
      rows.push(row)
      if (rows.length * row.length >= VALUES_AT_MOST) await flush()
    },
    flush,
  }
}

const insertAll = async (
  db: Db,
  lines: AsyncGenerator<BackupLine, BackupEnd>
): Promise<BackupEnd> => {
  const insert = inserter(db)
  for (;;) {
    const { value, done } = await lines.next()
    if (done) {
      await insert.flush()
      return value
    }
    if (Array.isArray(value)) await insert.add(value)
    else if ('table' in value) await insert.start(value)
    else throw broken('it has two headers')
  }
}

const checkCounts = async (db: Db, { rows }: BackupEnd): Promise<void> => {
  for (const table of backupTables) {
    const [written, restored] = [rows[table] ?? 0, await countRows(db, table)]
    if (written !== restored) {
      throw broken(`${table}: ${written} rows were written and ${restored} are there`)
    }
  }
}

export interface Restored {
  readonly tables: number
  readonly rows: number
  /** Number and hash of the last event in the backup. */
  readonly events: number
  readonly eventHash: string
}

/**
 * @param lines from read-backup-file.ts
 * @throws FaultyInput when the database has data, or the backup is not sound; nothing is changed then
 */
export const restoreBackup = async (
  ctx: Context,
  lines: AsyncGenerator<BackupLine, BackupEnd>
): Promise<Restored> => {
  const { value: header } = await lines.next()
  if (!('plumblineBackup' in header)) throw broken('it has no header')
  await prepare(ctx.db, header)
  const restored = await inTransaction(ctx, async (tx) => {
    await refuseData(tx.db)
    await deleteFirstRows(tx.db)
    await withDeferredForeignKeys(tx.db, async () => {
      await checkCounts(tx.db, await insertAll(tx.db, lines))
      const dangling = await findDanglingKeys(tx.db)
      if (dangling.length > 0) throw broken(dangling.join('; '))
    })
    const { fault, number, hash } = await verifyEvents(tx.db)
    if (fault) throw broken(`event log: ${fault}`)
    if (number !== header.events || hash !== header.eventHash) {
      throw broken(`event log: its head is not the one that the backup names`)
    }
    const counts = await Promise.all(backupTables.map((table) => countRows(tx.db, table)))
    const details = {
      tables: counts.filter((count) => count > 0).length,
      rows: counts.reduce((sum, count) => sum + count, 0),
    }
    await removeDemoMark(tx.db)
    recordEvent(tx, { type: 'council.restored', subjectId: 'council', details })
    return { ...details, events: number, eventHash: hash }
  })
  await migrate(ctx.db)
  await enterAlerts(ctx.db)
  return restored
}
