/** Takes a finding away. The row stays, so that the removal can be undone by saving it again. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { type Finding, findFinding, updateFinding } from './finding-store.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { openWork } from './open-work.ts'

export type RemovedFinding =
  | { readonly kind: 'removed'; readonly finding: Finding }
  /** Somebody saved it after the revision that was seen. */
  | { readonly kind: 'changed'; readonly current: Finding }

/** Removing it twice does nothing. */
export const removeFinding = (
  ctx: Context,
  input: { readonly auditId: string; readonly findingId: string; readonly revision: number }
): Promise<RemovedFinding> =>
  inTransaction(ctx, async (tx): Promise<RemovedFinding> => {
    const { audit } = await openWork(tx, input.auditId, 'save')
    const current = await findFinding(tx.db, input.findingId)
    if (current?.auditId !== audit.id) throw new NotFound('No such finding')
    if (current.removedAt !== null) return { kind: 'removed', finding: current }
    if (current.revision !== input.revision) return { kind: 'changed', current }
    await keepSuperseded(tx, audit, [
      {
        subject: `finding:${current.id}`,
        revision: current.revision,
        savedAt: audit.submittedAt,
        content: current,
      },
    ])
    const removed = { ...current, revision: current.revision + 1, removedAt: tx.now }
    await updateFinding(tx.db, removed)
    recordEvent(tx, {
      type: 'audit.finding_removed',
      subjectId: audit.id,
      details: { findingId: current.id },
    })
    return { kind: 'removed', finding: removed }
  })
