/** The SQL of words that an auditor said are no names, by hash, audit by audit. */
import type { Db } from '../db/schema.ts'

export const listKeptWords = async (db: Db, auditId: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('not_a_name')
    .where('audit_id', '=', auditId)
    .select('word_hash as hash')
    .execute()
  return new Set(rows.map(({ hash }) => hash))
}

/** @returns false when it was said before */
export const insertKeptWord = async (
  db: Db,
  word: { auditId: string; hash: string; now: string; by: string }
): Promise<boolean> => {
  const inserted = await db
    .insertInto('not_a_name')
    .values({
      audit_id: word.auditId,
      word_hash: word.hash,
      said_at: word.now,
      said_by: word.by,
    })
    .onConflict((conflict) => conflict.columns(['audit_id', 'word_hash']).doNothing())
    .returning('word_hash')
    .executeTakeFirst()
  return inserted !== undefined
}
