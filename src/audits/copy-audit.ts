/** Records that a copy of an audit was made for the child's record. Laying it out is its route's; who may, too. */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { type CopyFormat, hasCopySince, insertCopy } from './copy-store.ts'
import { copyRefusal } from './rules/copy-refusal.ts'
import { lockAudit } from './store.ts'

/** A page that is loaded again while it is being printed is one copy; every file is one. */
const ONE_PRINT_MINUTES = 15

/**
 * @returns false when the same page to print was made by the same person just before
 * @throws WrongState unless the audit is submitted
 */
export const copyAudit = (
  ctx: Context,
  input: { readonly auditId: string; readonly format: CopyFormat; readonly personId: string }
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const audit = await lockAudit(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    const refusal = copyRefusal(audit.state)
    if (refusal !== undefined) throw new WrongState(refusal)
    const { format, personId } = input
    if (format === 'print') {
      const since = toInstant(new Date(Date.parse(tx.now) - ONE_PRINT_MINUTES * 60_000))
      const made = { auditId: audit.id, format, madeBy: personId, since }
      if (await hasCopySince(tx.db, made)) return false
    }
    await insertCopy(tx.db, {
      id: tx.ids(),
      auditId: audit.id,
      format,
      madeAt: tx.now,
      madeBy: personId,
    })
    recordEvent(tx, { type: 'audit.exported', subjectId: audit.id, details: { format } })
    return true
  })
