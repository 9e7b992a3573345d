/** What an auditor marked to come back to, in the order of the questions, with the way back to each. */
import type { AuditWork } from './audit-work.ts'
import { itemId } from './ready.ts'
import { sectionsOf } from './sections.ts'

export type NoteFact = {
  readonly itemKey: string
  readonly short: string
  readonly words: string
  /** Below the audit's address: the question, and its note. */
  readonly place: string
  readonly notePlace: string
}

export const noteFacts = (
  work: AuditWork,
  notes: readonly { readonly itemKey: string; readonly words: string }[]
): readonly NoteFact[] =>
  sectionsOf(work).flatMap((section) =>
    section.items.flatMap(({ key, short }) => {
      const note = notes.find(({ itemKey }) => itemKey === key)
      const place = `themes/${section.key}#item-${itemId(key)}`
      return note
        ? [{ itemKey: key, short, words: note.words, place, notePlace: `notes/${key}` }]
        : []
    })
  )
