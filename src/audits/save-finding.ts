/** Saves a strength or an area to improve: a new one, or new words for one that is there. Also undoes a removal. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import {
  type Finding,
  type FindingKind,
  findFinding,
  insertFinding,
  nextFindingPosition,
  updateFinding,
} from './finding-store.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { openWork } from './open-work.ts'
import { findItem } from './rules/audit-work.ts'
import { startAudit } from './start-audit.ts'

export interface SaveFindingInput {
  readonly auditId: string
  /** Undefined for a new one. */
  readonly findingId?: string | undefined
  readonly kind: FindingKind
  /** The question it comes from, if any. */
  readonly itemKey: string | null
  readonly words: string
  /** The revision that this one builds on; 0 for a new one. */
  readonly revision: number
}

/**
 * @returns the finding as it is now
 * @throws FieldFault `item` when the question is not of this audit
 * @throws Conflict with the {@link Finding} as it is, when it was changed meanwhile
 */
export const saveFinding = (ctx: Context, input: SaveFindingInput): Promise<Finding> =>
  inTransaction(ctx, async (tx) => {
    const { audit, work } = await openWork(tx, input.auditId, 'save')
    if (input.itemKey !== null && !findItem(work, input.itemKey)) {
      throw new FieldFault('item', 'Choose one of the questions of this audit')
    }
    const { kind, itemKey, words } = input
    const current =
      input.findingId === undefined
        ? undefined
        : await findFinding(tx.db, audit.id, input.findingId)
    if (input.findingId !== undefined && !current) throw new NotFound('No such finding')
    if (
      current &&
      current.removedAt === null &&
      current.kind === kind &&
      current.itemKey === itemKey &&
      current.words === words
    ) {
      return current
    }
    if (current && current.revision !== input.revision) {
      throw new Conflict('This was changed in another tab or window.', current)
    }
    const saved: Finding = {
      id: current?.id ?? tx.ids(),
      auditId: audit.id,
      kind,
      itemKey,
      words,
      position: current?.position ?? (await nextFindingPosition(tx.db, audit.id)),
      revision: (current?.revision ?? 0) + 1,
      removedAt: null,
    }
    await startAudit(tx, audit)
    if (current) {
      // Findings have no time of their own: whatever stands when an audit was reopened may have been submitted.
      await keepSuperseded(tx, audit, [
        {
          subject: `finding:${current.id}`,
          revision: current.revision,
          savedAt: audit.submittedAt,
          content: current,
        },
      ])
      await updateFinding(tx.db, saved)
    } else await insertFinding(tx.db, saved)
    recordEvent(tx, {
      type: 'audit.finding_saved',
      subjectId: audit.id,
      details: {
        findingId: saved.id,
        revision: saved.revision,
        hash: hashOf([kind, itemKey, words]),
      },
    })
    return saved
  })
