/**
 * Marks a question of an audit at work to come back to, with a few words for the auditor's own eyes, or takes the mark
 * off. It is no answer: it starts nothing, counts for nothing, and is gone once the audit is submitted.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findNote, type Note, putNote } from './note-store.ts'
import { openWork } from './open-work.ts'
import { findItem } from './rules/audit-work.ts'
import { tooLong } from './rules/text-limit.ts'

export interface SaveNoteInput {
  readonly auditId: string
  readonly itemKey: string
  readonly isMarked: boolean
  readonly words: string
  /** The revision that this one builds on; 0 for a new one. */
  readonly revision: number
}

export type NoteOutcome =
  /** Undefined when there was nothing to keep. */
  | { readonly kind: 'saved'; readonly note: Note | undefined }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly current: Note }

/** @throws NotFound for no question of this audit; NotTheirs and WrongState as openWork */
export const saveNote = (ctx: Context, input: SaveNoteInput): Promise<NoteOutcome> =>
  inTransaction(ctx, async (tx): Promise<NoteOutcome> => {
    const { audit, work } = await openWork(tx, input.auditId, 'save')
    const { itemKey, words, revision } = input
    // Words alone are a mark too: nobody writes to themselves what to forget.
    const isMarked = input.isMarked || words.trim() !== ''
    if (!findItem(work, itemKey)) throw new NotFound('No such question in this audit')
    const message = tooLong(words)
    if (message !== undefined) return { kind: 'refused', message }
    const key = { auditId: audit.id, personId: audit.auditorId ?? '', itemKey }
    const current = await findNote(tx.db, key)
    if (!current && !isMarked) return { kind: 'saved', note: undefined }
    if (current?.isMarked === isMarked && current.words === words) {
      return { kind: 'saved', note: current }
    }
    if (current && current.revision !== revision) return { kind: 'conflict', current }
    const note: Note = {
      itemKey,
      isMarked,
      words,
      revision: (current?.revision ?? 0) + 1,
      savedAt: tx.now,
    }
    await putNote(tx.db, key, note)
    recordEvent(tx, {
      type: 'audit.note_saved',
      subjectId: audit.id,
      details: { itemKey, isMarked, revision: note.revision },
    })
    return { kind: 'saved', note }
  })
