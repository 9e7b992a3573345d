/**
 * A theme in the words that it first had: how history that was imported without a version is read, so that no later
 * version changes what an old audit shows.
 */
import type { Item, Rubric } from './rubric.ts'

export type FirstWordings = Pick<Rubric, 'key' | 'title' | 'items' | 'ownScale'>

/** @param rubrics versions of any number of themes, the oldest of each theme first */
export const firstWordings = (
  rubrics: readonly FirstWordings[]
): ReadonlyMap<string, FirstWordings> =>
  new Map(
    [...Map.groupBy(rubrics, ({ key }) => key)].map(([key, versions]) => {
      const items = new Map<string, Item>()
      for (const item of versions.flatMap((version) => version.items)) {
        if (!items.has(item.key)) items.set(item.key, item)
      }
      const [first] = versions
      const words = { title: first?.title ?? key, ownScale: first?.ownScale }
      return [key, { key, ...words, items: [...items.values()] }]
    })
  )
