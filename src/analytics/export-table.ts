/** Hands a table of results out as a file, and records that it left. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { type CsvTable, tableCsv } from './rules/table-csv.ts'

/** @returns the CSV */
export const exportTable = (
  ctx: Context,
  input: {
    /** The name of the page. */
    readonly page: string
    readonly table: CsvTable
    /** Names of the filters that were set. */
    readonly filters: readonly string[]
  }
): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'results.exported',
      subjectId: input.page,
      details: { format: 'csv', rows: input.table.rows.length, filters: [...input.filters] },
    })
    return tableCsv(input.table)
  })
