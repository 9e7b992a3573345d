/**
 * How everything done to many audits begins: their rows held, each compared with what the page showed, each asked
 * whether it can be done. One that cannot stops all of them, so that nothing is half done.
 */
import type { TransactionContext } from '../db/transaction.ts'
import { Conflict, FieldFault, WrongState } from '../errors.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { findRound } from '../rounds/store.ts'
import { type ChosenRow, listChosen } from './progress-store.ts'
import { type BulkAction, seenMark, whyNot } from './rules/bulk-action.ts'
import { lockAudits } from './store.ts'

/** An audit that somebody chose, with what the page showed of it ({@link seenMark}). */
export interface Chosen {
  readonly auditId: string
  readonly seen: string
}

export interface RowFault {
  readonly auditId: string
  readonly message: string
}

const isChanged = (row: ChosenRow, seen: string): boolean => seenMark(row) !== seen

/**
 * @returns the audits in the order of their references
 * @throws FieldFault `audits` when none is chosen
 * @throws WrongState when the round is not open
 * @throws Conflict when one was changed since the page was shown or cannot be done; `current` is a {@link RowFault} each
 */
export const takeChosen = async (
  tx: TransactionContext,
  input: { readonly roundId: string; readonly chosen: readonly Chosen[] },
  action: BulkAction
): Promise<readonly ChosenRow[]> => {
  if (input.chosen.length === 0) throw new FieldFault('audits', 'Choose at least one audit')
  await lockAudits(
    tx.db,
    input.chosen.map(({ auditId }) => auditId)
  )
  const round = await findRound(tx.db, input.roundId)
  // What an audit of the wrong case said is taken out of the figures whenever that is noticed.
  if (round?.state !== 'open' && !(round?.state === 'closed' && action === 'void')) {
    throw new WrongState(`This round is ${round?.state ?? 'not there'}. Nothing was changed.`)
  }
  const todayOn = londonDate(tx.now)
  const rows = await listChosen(
    tx.db,
    input.roundId,
    input.chosen.map(({ auditId }) => auditId),
    { todayOn, soonOn: todayOn }
  )
  const faults: RowFault[] = input.chosen.flatMap(({ auditId, seen }) => {
    const row = rows.find(({ id }) => id === auditId)
    if (!row) return [{ auditId, message: 'It is not in this round' }]
    if (isChanged(row, seen)) {
      return [{ auditId, message: 'Somebody changed it after you opened the page' }]
    }
    const message = whyNot(action, { ...row, auditorIsActive: row.auditorIsActive === 1 })
    return message === undefined ? [] : [{ auditId, message }]
  })
  if (faults.length > 0) {
    throw new Conflict<readonly RowFault[]>(
      'Some of these audits have changed since you chose them. Nothing was done. Look again and confirm.',
      faults
    )
  }
  return rows
}
