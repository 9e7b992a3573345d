/** Reads every row of every table as they stand at one moment, while others write, and hands them on line by line. */
import { listMigrations } from '../db/migrate.ts'
import { inSnapshot } from '../db/snapshot.ts'
import { backupTables } from '../db/table-keys.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { verifyEvents } from '../events/verify-events.ts'
import { BACKUP_FORMAT, type BackupLine } from './rules/backup-format.ts'
import { listRowsAfter } from './store.ts'

/** Rows a query: enough to be quick, few enough to be held. */
const PAGE = 1_000

/**
 * @param write takes one line; a table's name and columns come before its rows
 * @returns the number of rows by table, tables without rows included
 */
export const backupDatabase = async (
  ctx: Context,
  write: (line: BackupLine) => Promise<void>
): Promise<Record<string, number>> => {
  const rows = await inSnapshot(ctx.db, async (db) => {
    const head = await verifyEvents(db)
    await write({
      plumblineBackup: BACKUP_FORMAT,
      madeAt: ctx.now,
      migrations: await listMigrations(db),
      events: head.number,
      eventHash: head.hash,
    })
    const counts: Record<string, number> = {}
    for (const table of backupTables) {
      let count = 0
      let page = await listRowsAfter(db, table, undefined, PAGE)
      const columns = Object.keys(page[0] ?? {})
      if (page.length > 0) await write({ table, columns })
      while (page.length > 0) {
        for (const row of page) await write(columns.map((column) => row[column] ?? null))
        count += page.length
        page = page.length < PAGE ? [] : await listRowsAfter(db, table, page.at(-1), PAGE)
      }
      counts[table] = count
    }
    return counts
  })
  await inTransaction(ctx, async (tx) => {
    const counts = Object.values(rows)
    recordEvent(tx, {
      type: 'council.backed_up',
      subjectId: 'council',
      details: {
        tables: counts.filter((count) => count > 0).length,
        rows: counts.reduce((sum, count) => sum + count, 0),
      },
    })
  })
  return rows
}
