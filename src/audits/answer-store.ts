/** The SQL of answers and of the words that were submitted and then changed. */
import { toJson } from '../db/columns.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import type { KeptAnswer } from './rules/audit-work.ts'

const answersOf = prepared((db, value: { auditId: string }) =>
  db
    .selectFrom('answer')
    .where('audit_id', '=', value.auditId)
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
)

export const listAnswers = (db: Db, auditId: string): Promise<KeptAnswer[]> =>
  answersOf(db, { auditId })

type AnswerRow = KeptAnswer & { readonly theme: string }

const upsertAnswer = prepared((db, value: AnswerRow & { readonly auditId: string }) =>
  db
    .insertInto('answer')
    .values({
      audit_id: value.auditId,
      item_key: value.itemKey,
      theme: value.theme,
      state: value.state,
      value: value.value,
      evidence: value.evidence,
      reason: value.reason,
      revision: value.revision,
      saved_at: value.savedAt,
      saved_by: value.savedBy,
    })
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
)

/** One statement an answer: nearly every save is of one. */
export const upsertAnswers = async (
  db: Db,
  auditId: string,
  answers: readonly AnswerRow[]
): Promise<void> => {
  for (const answer of answers) await upsertAnswer(db, { ...answer, auditId })
}

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
