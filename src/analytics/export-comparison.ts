/** Hands a comparison out as a file, and records that it left. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { type CompareCsvRow, compareCsv } from './rules/compare-csv.ts'

export type ExportComparisonInput = {
  readonly rows: readonly CompareCsvRow[]
  /** Names of the filters that were set. */
  readonly filters: readonly string[]
}

/** @returns the CSV */
export const exportComparison = (ctx: Context, input: ExportComparisonInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'results.exported',
      subjectId: 'comparison',
      details: { format: 'csv', rows: input.rows.length, filters: [...input.filters] },
    })
    return compareCsv(input.rows)
  })
