/** The SQL of what an auditor wants to come back to. Asked for by audit and person, so that nobody reads another's. */
import { toFlag } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'

export interface Note {
  readonly itemKey: string
  readonly isMarked: boolean
  readonly words: string
  readonly revision: number
  /** Instant. */
  readonly savedAt: string
}

const columns = ['item_key as itemKey', 'words', 'revision', 'saved_at as savedAt'] as const

/** Those that are marked. */
export const listNotes = async (db: Db, auditId: string, personId: string): Promise<Note[]> => {
  const rows = await db
    .selectFrom('audit_note')
    .where('audit_id', '=', auditId)
    .where('person_id', '=', personId)
    .where('is_marked', '=', 1)
    .select(columns)
    .orderBy('item_key')
    .execute()
  return rows.map((row) => ({ ...row, isMarked: true }))
}

export const findNote = async (
  db: Db,
  key: { auditId: string; personId: string; itemKey: string }
): Promise<Note | undefined> => {
  const row = await db
    .selectFrom('audit_note')
    .where('audit_id', '=', key.auditId)
    .where('person_id', '=', key.personId)
    .where('item_key', '=', key.itemKey)
    .select([...columns, 'is_marked as flag'])
    .executeTakeFirst()
  if (!row) return undefined
  const { flag, ...note } = row
  return { ...note, isMarked: flag === 1 }
}

export const putNote = (db: Db, key: { auditId: string; personId: string }, note: Note) => {
  const content = {
    is_marked: toFlag(note.isMarked),
    words: note.words,
    revision: note.revision,
    saved_at: note.savedAt,
  }
  return db
    .insertInto('audit_note')
    .values({
      audit_id: key.auditId,
      person_id: key.personId,
      item_key: note.itemKey,
      ...content,
    })
    .onConflict((conflict) =>
      conflict.columns(['audit_id', 'person_id', 'item_key']).doUpdateSet(content)
    )
    .execute()
}

/** Everybody's, with their words. */
export const deleteNotes = (db: Db, auditId: string) =>
  db.deleteFrom('audit_note').where('audit_id', '=', auditId).execute()
