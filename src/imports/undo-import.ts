/** Undoes a mistaken import: its audits no longer count, and those that it had replaced count again. */
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { switchQueries } from '../grading/hidden-store.ts'
import { restoreSuperseded } from '../grading/superseded-store.ts'
import { findImport, listReplacedBy, listStandingAudits, setImportState } from './store.ts'
import { sweepHidden } from './sweep-hidden.ts'
import { switchAudits } from './switch-audits.ts'

export type UndoOutcome = { readonly audits: number; readonly restored: number }

const undo = async (tx: TransactionContext, importId: string): Promise<UndoOutcome> => {
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
  await setImportState(tx.db, importId, 'undone')
  recordEvent(tx, {
    type: 'results.import_undone',
    subjectId: importId,
    details: { audits: hide.length, judgements: row.judgements },
  })
  return { audits: hide.length, restored: show.length }
}

/**
 * Nothing is deleted: the audits and their judgements are kept where nothing counts them.
 * @throws FaultyInput when there is no such import or it is undone
 */
export const undoImport = async (ctx: Context, importId: string): Promise<UndoOutcome> => {
  await sweepHidden(ctx.db)
  const outcome = await inTransaction(ctx, (tx) => undo(tx, importId))
  await sweepHidden(ctx.db)
  return outcome
}
