/** Words that were submitted and are changed after a reopening are kept as they were: nobody edits history. */
import type { TransactionContext } from '../db/transaction.ts'
import { insertSupersededWords } from './answer-store.ts'
import type { AuditRow } from './store.ts'

export interface Superseded {
  /** `answer:<item>`, `theme:<theme>` or `finding:<id>`. */
  readonly subject: string
  readonly revision: number
  /** Instant of the save; null when it was never saved by hand. */
  readonly savedAt: string | null
  /** The row as it was. */
  readonly content: unknown
}

/** Keeps those of the rows that were part of a submission. */
export const keepSuperseded = async (
  tx: TransactionContext,
  audit: AuditRow,
  rows: readonly Superseded[]
): Promise<void> => {
  const { submittedAt } = audit
  if (submittedAt === null) return
  const submitted = rows.filter(({ savedAt }) => savedAt !== null && savedAt <= submittedAt)
  if (submitted.length === 0) return
  await insertSupersededWords(
    tx.db,
    submitted.map((row) => ({
      id: tx.ids(),
      auditId: audit.id,
      subject: row.subject,
      revision: row.revision,
      content: row.content,
      at: tx.now,
      by: tx.actor.kind === 'user' ? tx.actor.id : null,
    }))
  )
}
