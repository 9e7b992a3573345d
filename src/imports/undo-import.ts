/** Undoes a mistaken import: its audits no longer count, and those that it had replaced count again. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { switchQueries } from '../grading/hidden-store.ts'
import { restoreSuperseded } from '../grading/superseded-store.ts'
import { lockMappings } from './mapping-store.ts'
import { findImport, listReplacedBy, listStandingAudits, setUndone } from './store.ts'
import { sweepHidden } from './sweep-hidden.ts'
import { switchAudits } from './switch-audits.ts'

export type UndoOutcome = { readonly audits: number; readonly restored: number }

export type UndoInput = {
  readonly importId: string
  /** Why; the command gives none. */
  readonly reason?: string
}

const undo = async (
  tx: TransactionContext,
  { importId, reason }: UndoInput
): Promise<UndoOutcome> => {
  await lockMappings(tx.db)
  const row = await findImport(tx.db, importId)
  if (!row || row.state === 'staged') {
    throw new FaultyInput([
      `there is no import ${importId}; \`plumbline import list\` shows those there are`,
    ])
  }
  if (row.state === 'undone') throw new FaultyInput([`the import ${importId} is already undone`])
  const hide = await listStandingAudits(tx.db, importId)
  const standing = new Set(hide.map((audit) => audit.key))
  const show = (await listReplacedBy(tx.db, row.imported_at)).filter((audit) =>
    standing.has(audit.key)
  )
  await restoreSuperseded(
    tx.db,
    importId,
    show.map((audit) => audit.id)
  )
  const tallies = await switchQueries(
    tx.db,
    importId,
    hide.map((audit) => audit.id)
  )
  await switchAudits(tx, { show, hide, at: tx.now, tallies })
  await setUndone(tx.db, importId, {
    by: tx.actor.kind === 'user' ? tx.actor.id : null,
    at: tx.now,
    reason: reason ?? null,
  })
  recordEvent(tx, {
    type: 'results.import_undone',
    subjectId: importId,
    details: {
      audits: hide.length,
      judgements: row.judgements,
      ...(reason === undefined
        ? {}
        : { reasonHash: createHash('sha256').update(reason).digest('hex') }),
    },
  })
  return { audits: hide.length, restored: show.length }
}

/**
 * Nothing is deleted: the audits and their judgements are kept where nothing counts them.
 * @throws FaultyInput when there is no such import or it is undone
 */
export const undoImport = async (ctx: Context, input: UndoInput): Promise<UndoOutcome> => {
  await sweepHidden(ctx.db)
  const outcome = await inTransaction(ctx, (tx) => undo(tx, input))
  await sweepHidden(ctx.db)
  return outcome
}
