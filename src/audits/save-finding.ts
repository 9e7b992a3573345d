/**
 * Saves a strength or an area to improve, as it is typed. A new one bears the id its form was made with, so that a
 * save that is sent twice adds it once. Saving one that was removed puts it back.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import {
  type Finding,
  findFinding,
  insertFinding,
  nextFindingPosition,
  updateFinding,
} from './finding-store.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { openWork } from './open-work.ts'
import { type AuditWork, findItem } from './rules/audit-work.ts'
import type { FindingKind } from './rules/finding-fields.ts'
import { tooLong } from './rules/text-limit.ts'
import { startAudit } from './start-audit.ts'

export interface SaveFindingInput {
  readonly auditId: string
  readonly findingId: string
  readonly kind: FindingKind
  /** The question it comes from, if any. */
  readonly itemKey: string | null
  readonly words: string
  /** The revision that this one builds on; 0 for a new one. */
  readonly revision: number
}

export type FindingOutcome =
  /** Undefined when nothing was typed and there was nothing to keep. */
  | { readonly kind: 'saved'; readonly finding: Finding | undefined; readonly work: AuditWork }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly current: Finding }

/** @throws NotFound when the id is another audit's; NotTheirs and WrongState as openWork */
export const saveFinding = (ctx: Context, input: SaveFindingInput): Promise<FindingOutcome> =>
  inTransaction(ctx, async (tx): Promise<FindingOutcome> => {
    const { audit, work } = await openWork(tx, input.auditId, 'save')
    const { kind, itemKey, words } = input
    const message = tooLong(words)
    if (message !== undefined) return { kind: 'refused', message }
    if (itemKey !== null && !findItem(work, itemKey)) {
      return { kind: 'refused', message: 'Choose one of the questions of this audit' }
    }
    const current = await findFinding(tx.db, input.findingId)
    if (current && current.auditId !== audit.id) throw new NotFound('No such finding')
    if (!current && words.trim() === '') return { kind: 'saved', finding: undefined, work }
    const isSame = current?.kind === kind && current.itemKey === itemKey && current.words === words
    if (isSame && current.removedAt === null) return { kind: 'saved', finding: current, work }
    if (current && current.revision !== input.revision) return { kind: 'conflict', current }

    const saved: Finding = {
      id: input.findingId,
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
      // Findings bear no time of their own: whatever stands when an audit was reopened may have been submitted.
      const { revision } = current
      const subject = `finding:${current.id}`
      const savedAt = audit.submittedAt
      await keepSuperseded(tx, audit, [{ subject, revision, savedAt, content: current }])
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
    return { kind: 'saved', finding: saved, work }
  })
