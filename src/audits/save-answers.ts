/**
 * Saves answers of one audit: one when a field saves itself, all of a page when its button is pressed. What is faulty
 * or was changed by somebody else meanwhile is handed back; the rest is saved.
 */
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { findPerson } from '../people/store.ts'
import { noteSafetyAnswer } from '../safety/note-safety-answer.ts'
import { safeNowOf } from '../safety/rules/safe-now.ts'
import { upsertAnswers } from './answer-store.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { openWork } from './open-work.ts'
import { isSameAnswer, type PostedAnswer, readAnswer } from './rules/answer-shape.ts'
import { type AuditWork, findItem, type KeptAnswer } from './rules/audit-work.ts'
import { safeNowKey } from './rules/sections.ts'
import { settleWork } from './settle-work.ts'
import { startAudit } from './start-audit.ts'

export interface SaveAnswersInput {
  readonly auditId: string
  readonly answers: readonly PostedAnswer[]
}

export type AnswerOutcome =
  /** Kept as it stands now; undefined when there was nothing to keep. */
  | { readonly kind: 'saved'; readonly answer: KeptAnswer | undefined }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly current: KeptAnswer; readonly by: string }

export interface SavedAnswers {
  readonly before: AuditWork
  /** As it is after the save. */
  readonly work: AuditWork
  readonly outcomes: ReadonlyMap<string, AnswerOutcome>
}

/** Who saved first, at the start of "… changed this at 16:42". */
const whoSaved = async (tx: TransactionContext, personId: string | null): Promise<string> => {
  if (tx.actor.kind === 'user' && personId === tx.actor.id) return 'You, in another tab or window,'
  const person = personId === null ? undefined : await findPerson(tx.db, personId)
  return person?.name ?? 'Somebody else'
}

/** Decides for one answer; `saved` without a revision step means that there is nothing to write. */
const decide = async (
  tx: TransactionContext,
  work: AuditWork,
  sent: PostedAnswer
): Promise<AnswerOutcome> => {
  const found = findItem(work, sent.itemKey)
  if (!found) throw new NotFound('No such question in this audit')
  const current = work.answers.get(sent.itemKey)
  const read = readAnswer(found.item, sent)
  if (!read.ok) return { kind: 'refused', message: read.message }
  const before = current ?? { state: 'blank', value: null, evidence: '', reason: '' }
  if (isSameAnswer(read.answer, before)) return { kind: 'saved', answer: current }
  if (current && current.revision !== sent.revision) {
    return { kind: 'conflict', current, by: await whoSaved(tx, current.savedBy) }
  }
  return {
    kind: 'saved',
    answer: {
      ...read.answer,
      itemKey: sent.itemKey,
      revision: (current?.revision ?? 0) + 1,
      savedAt: tx.now,
      savedBy: tx.actor.kind === 'user' ? tx.actor.id : null,
    },
  }
}

const safeNowIn = (answer: KeptAnswer | undefined) =>
  answer?.state === 'answered' ? safeNowOf(answer.value) : undefined

/** Whatever is saved about the child's safety is told in the same transaction: there is no way to save it untold. */
const noteSafety = async (
  tx: TransactionContext,
  auditId: string,
  before: AuditWork,
  outcomes: ReadonlyMap<string, AnswerOutcome>
): Promise<void> => {
  const outcome = outcomes.get(safeNowKey)
  if (outcome?.kind !== 'saved') return
  const answer = safeNowIn(outcome.answer)
  const isChanged = answer !== safeNowIn(before.answers.get(safeNowKey))
  if (isChanged || answer === 'no' || answer === 'cannot_tell') {
    await noteSafetyAnswer(tx, { auditId, answer, isChanged })
  }
}

/**
 * @throws NotFound for an item that is not of this audit; NotTheirs and WrongState as openWork
 */
export const saveAnswers = (ctx: Context, input: SaveAnswersInput): Promise<SavedAnswers> =>
  inTransaction(ctx, async (tx) => {
    const { audit, work } = await openWork(tx, input.auditId, 'save')
    const outcomes = new Map<string, AnswerOutcome>()
    for (const sent of input.answers) outcomes.set(sent.itemKey, await decide(tx, work, sent))

    const changed = [...outcomes.values()].flatMap((outcome) => {
      const answer = outcome.kind === 'saved' ? outcome.answer : undefined
      return answer && answer.revision !== work.answers.get(answer.itemKey)?.revision
        ? [{ ...answer, theme: findItem(work, answer.itemKey)?.theme ?? '' }]
        : []
    })
    if (changed.length === 0) {
      await noteSafety(tx, audit.id, work, outcomes)
      return { before: work, work, outcomes }
    }

    await startAudit(tx, audit)
    await keepSuperseded(
      tx,
      audit,
      changed.flatMap(({ itemKey }) => {
        const before = work.answers.get(itemKey)
        return before ? [{ subject: `answer:${itemKey}`, content: before, ...before }] : []
      })
    )
    await upsertAnswers(tx.db, audit.id, changed)
    const answers = new Map<string, KeptAnswer>(work.answers)
    for (const answer of changed) answers.set(answer.itemKey, answer)
    const settled = await settleWork(tx, audit, { ...work, answers })
    recordEvent(tx, {
      type: 'audit.answered',
      subjectId: audit.id,
      details: {
        items: changed.map(({ itemKey }) => itemKey),
        revisions: changed.map(({ revision }) => revision),
        hash: hashOf(
          changed.map((answer) => [
            answer.itemKey,
            answer.state,
            answer.value,
            answer.evidence,
            answer.reason,
          ])
        ),
      },
    })
    await noteSafety(tx, audit.id, work, outcomes)
    return { before: work, work: settled, outcomes }
  })
