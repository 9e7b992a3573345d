/** Hands the figures of the results page out as a file, and records that they left. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { type FiguresShown, resultsCsv } from './rules/results-csv.ts'

export type ExportInput = FiguresShown & {
  /** Names of the filters that were set. */
  readonly filters: readonly string[]
}

/** @returns the CSV */
export const exportResults = (ctx: Context, input: ExportInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'results.exported',
      subjectId: input.theme.slice(0, 100),
      details: { format: 'csv', rows: input.figures.length, filters: [...input.filters] },
    })
    return resultsCsv(input)
  })
