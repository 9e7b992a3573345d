/** The SQL of names: themes and items as their published rubrics, or earlier imports, know them. */
import { fromJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Item, Rubric } from '../rubrics/rules/rubric.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'

/** A theme with every item that any published version had: the newest version's first, in its order. */
export type PublishedTheme = {
  readonly key: string
  readonly title: string
  readonly items: readonly Item[]
}

/** Every theme with a published rubric, by key. */
export const listPublishedThemes = async (db: Db): Promise<PublishedTheme[]> => {
  const rows = await db
    .selectFrom('rubric_version')
    .select(['rubric_key as key', 'content'])
    .orderBy('rubric_key')
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return [...Map.groupBy(rows, (row) => row.key).values()].map((versions) => {
    const rubrics = versions.map((row) =>
      fromJson<Pick<Rubric, 'key' | 'title' | 'items'>>(row.content)
    )
    const items = new Map<string, Item>()
    for (const item of rubrics.flatMap((rubric) => rubric.items)) {
      if (!items.has(item.key)) items.set(item.key, item)
    }
    return {
      key: versions[0]?.key ?? '',
      title: rubrics[0]?.title ?? '',
      items: [...items.values()],
    }
  })
}

/** Every theme, item and kind that has been counted; `item` '' is the theme grade. From the roll-up: a few thousand keys. */
export const listCountedItems = (
  db: Db
): Promise<{ theme: string; item: string; kind: 'grade' | 'yes_no' | 'number' | 'category' }[]> =>
  db
    .selectFrom('tally_council')
    .select(['theme', 'item', 'kind'])
    .distinct()
    .where('count', '>', 0)
    .where('theme', '<>', auditThemeKey)
    .orderBy('theme')
    .orderBy('item')
    .$narrowType<{ kind: 'grade' | 'yes_no' | 'number' | 'category' }>()
    .execute()
