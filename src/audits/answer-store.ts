/** The SQL of answers and of the words that were submitted and then changed. */
import { toJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { KeptAnswer } from './rules/audit-work.ts'

export const listAnswers = (db: Db, auditId: string): Promise<KeptAnswer[]> =>
  db
    .selectFrom('answer')
    .where('audit_id', '=', auditId)
    .select([
      'item_key as itemKey',
      'state',
      'value',
      'evidence',
      'reason',
      'revision',
      'saved_at as savedAt',
      'saved_by as savedBy',
    ])
    .execute()

export const upsertAnswers = (
  db: Db,
  auditId: string,
  answers: readonly (KeptAnswer & { readonly theme: string })[]
) =>
  db
    .insertInto('answer')
    .values(
      answers.map((answer) => ({
        audit_id: auditId,
        item_key: answer.itemKey,
        theme: answer.theme,
        state: answer.state,
        value: answer.value,
        evidence: answer.evidence,
        reason: answer.reason,
        revision: answer.revision,
        saved_at: answer.savedAt,
        saved_by: answer.savedBy,
      }))
    )
    .onConflict((conflict) =>
      conflict.columns(['audit_id', 'item_key']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        value: eb.ref('excluded.value'),
        evidence: eb.ref('excluded.evidence'),
        reason: eb.ref('excluded.reason'),
        revision: eb.ref('excluded.revision'),
        saved_at: eb.ref('excluded.saved_at'),
        saved_by: eb.ref('excluded.saved_by'),
      }))
    )
    .execute()

export interface SupersededWords {
  readonly id: string
  readonly auditId: string
  /** `answer:<item>`, `theme:<theme>`, `finding:<id>`. */
  readonly subject: string
  readonly revision: number
  readonly content: unknown
  readonly at: string
  readonly by: string | null
}

export const insertSupersededWords = (db: Db, rows: readonly SupersededWords[]) =>
  db
    .insertInto('superseded_words')
    .values(
      rows.map((row) => ({
        id: row.id,
        audit_id: row.auditId,
        subject: row.subject,
        revision: row.revision,
        content: toJson(row.content),
        superseded_at: row.at,
        superseded_by: row.by,
      }))
    )
    .execute()
