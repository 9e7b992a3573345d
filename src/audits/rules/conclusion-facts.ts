/** What the conclusions page shows besides its forms: the questions to choose from, and what is there already. */
import { type AuditWork, findItem, rubricsOf } from './audit-work.ts'

export type QuestionChoice = { readonly value: string; readonly text: string }

export const questionChoices = (work: AuditWork): readonly QuestionChoice[] =>
  rubricsOf(work).flatMap(({ title, items }) =>
    items.map(({ key, short }) => ({ value: key, text: `${title}: ${short}` }))
  )

/** An item's short name; undefined for none and for what is no item of this audit. */
export const shortOf = (work: AuditWork | undefined, itemKey: string | null): string | undefined =>
  work && itemKey !== null && itemKey !== '' ? findItem(work, itemKey)?.item.short : undefined
