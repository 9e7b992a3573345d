/** Writes answers as one save for each page would have: a theme's questions, with its button. */
import { upsertAnswers } from '../audits/answer-store.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import type { RecordedAnswer } from './rules/recorded-audit.ts'

const inPages = (answers: readonly RecordedAnswer[]): RecordedAnswer[][] =>
  answers.reduce<RecordedAnswer[][]>((pages, answer) => {
    const last = pages.at(-1)
    if (last?.[0]?.theme === answer.theme) last.push(answer)
    else pages.push([answer])
    return pages
  }, [])

export const recordPages = async (
  tx: TransactionContext,
  auditId: string,
  answers: readonly RecordedAnswer[]
): Promise<void> => {
  await upsertAnswers(tx.db, auditId, answers)
  for (const page of inPages(answers)) {
    const words = page.map(({ itemKey, state, value, evidence, reason }) => [
      itemKey,
      state,
      value,
      evidence,
      reason,
    ])
    recordEvent(tx, {
      type: 'audit.answered',
      subjectId: auditId,
      details: {
        items: page.map(({ itemKey }) => itemKey),
        revisions: page.map(({ revision }) => revision),
        hash: hashOf(words),
      },
    })
  }
}
