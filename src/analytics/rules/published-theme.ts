/** A theme over all versions of its rubric: what names, orders and kinds it gives to what was counted. */
import type { Item, Rubric } from '../../rubrics/rules/rubric.ts'

/** The newest title; every item that any version had, the newest version's first and in its order. */
export type PublishedTheme = {
  readonly key: string
  readonly title: string
  readonly items: readonly Item[]
}

/** @param rubrics versions of any number of themes, the oldest of each theme first */
export const mergeVersions = (
  rubrics: readonly Pick<Rubric, 'key' | 'title' | 'items'>[]
): PublishedTheme[] =>
  [...Map.groupBy(rubrics, (rubric) => rubric.key)].map(([key, versions]) => {
    const items = new Map<string, Item>()
    for (const item of versions.toReversed().flatMap((version) => version.items)) {
      if (!items.has(item.key)) items.set(item.key, item)
    }
    return { key, title: versions.at(-1)?.title ?? key, items: [...items.values()] }
  })
