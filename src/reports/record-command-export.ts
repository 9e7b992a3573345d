/** Records that a report left by the command line, which keeps no report of its own. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Audience } from './rules/report.ts'

export const recordCommandExport = (
  ctx: Context,
  input: {
    readonly format: string
    readonly audience: Audience
    /** Names of the filters that were given. */
    readonly filters: readonly string[]
  }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'report.exported',
      subjectId: 'command',
      details: { ...input, filters: [...input.filters] },
    })
  })
