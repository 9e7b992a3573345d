/** A difference with each change of words taken apart, for a page that shows what was taken out and what was put in. */
import { diffWords } from 'diff'
import type {
  FieldChange,
  ItemDifference,
  RubricDifference,
} from '../../rubrics/rules/difference.ts'

export type WordPart = { readonly kind: 'kept' | 'in' | 'out'; readonly text: string }

export type WordedChange = FieldChange & { readonly parts: readonly WordPart[] }

export type WordedItem = Omit<ItemDifference, 'fields'> & {
  readonly fields: readonly WordedChange[]
}

export type WordedDifference = Omit<RubricDifference, 'fields' | 'items'> & {
  readonly fields: readonly WordedChange[]
  readonly items: readonly WordedItem[]
}

const worded = (change: FieldChange): WordedChange => ({
  ...change,
  parts: diffWords(change.before ?? '', change.after ?? '').map(({ value, added, removed }) => ({
    kind: added ? 'in' : removed ? 'out' : 'kept',
    text: value,
  })),
})

export const wordedDifference = (difference: RubricDifference): WordedDifference => ({
  ...difference,
  fields: difference.fields.map(worded),
  items: difference.items.map((item) => ({ ...item, fields: item.fields.map(worded) })),
})
