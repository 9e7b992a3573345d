/** The items that a draft begins with. */
import type { Rubric } from '../../rubrics/rules/rubric.ts'
import { contentOf } from './draft.ts'

/** The rubric's items, then those of the base that it no longer has, as retired. */
export const itemsOf = (
  ids: () => string,
  rubric: Rubric,
  base: { readonly rubric: Rubric } | undefined
) => {
  const baseItems = base?.rubric.items ?? []
  const known = new Set(baseItems.map(({ key }) => key))
  const kept = new Set(rubric.items.map(({ key }) => key))
  const gone = baseItems.filter(({ key }) => !kept.has(key))
  return [
    ...rubric.items.map((item) => ({ item, isRetired: false })),
    ...gone.map((item) => ({ item, isRetired: true })),
  ].map(({ item, isRetired }, position) => ({
    id: ids(),
    position,
    baseKey: known.has(item.key) ? item.key : null,
    content: contentOf(item),
    isRetired,
  }))
}
