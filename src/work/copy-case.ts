/** Records that a copy of everything about a case was made, to be disclosed. Laying it out is its route's; who may, too. */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { type CaseCopyFormat, hasCaseCopySince, insertCaseCopy } from './case-copy-store.ts'

/** A page that is loaded again while it is being printed is one copy; every file is one. */
const ONE_PRINT_MINUTES = 15

/**
 * @param input.subjectId of the case, or what stands for it where imported history alone knows the reference
 * @param input.audits how many are in the copy
 * @returns false when the same page to print was made by the same person just before
 */
export const copyCase = (
  ctx: Context,
  input: {
    readonly subjectId: string
    readonly format: CaseCopyFormat
    readonly personId: string
    readonly audits: number
  }
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const { subjectId, format, personId, audits } = input
    if (format === 'print') {
      const since = toInstant(new Date(Date.parse(tx.now) - ONE_PRINT_MINUTES * 60_000))
      if (await hasCaseCopySince(tx.db, { subjectId, format, madeBy: personId, since })) {
        return false
      }
    }
    await insertCaseCopy(tx.db, {
      id: tx.ids(),
      subjectId,
      format,
      madeAt: tx.now,
      madeBy: personId,
    })
    recordEvent(tx, { type: 'case.exported', subjectId, details: { format, audits } })
    return true
  })
