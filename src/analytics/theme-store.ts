/** The SQL of names: which themes and items have been counted, and which of them published rubrics know. */
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { getRubrics, listPublishedRubrics, listRubricVersions } from '../rubrics/store.ts'
import { mergeVersions, type PublishedTheme } from './rules/published-theme.ts'

/** Every theme with a published rubric, with its items, by key. */
export const listPublishedThemes = async (db: Db): Promise<PublishedTheme[]> =>
  mergeVersions((await listPublishedRubrics(db)).map(({ rubric }) => rubric))

/** One theme with its items; undefined when no rubric of that key was published. */
export const findPublishedTheme = async (
  db: Db,
  key: string
): Promise<PublishedTheme | undefined> => {
  const versions = (await listRubricVersions(db)).filter((version) => version.key === key)
  const rubrics = await getRubrics(
    db,
    versions.map((version) => version.id)
  )
  return mergeVersions(rubrics.map(({ rubric }) => rubric))[0]
}

/** Key and title of every theme with a published rubric, by key; the newest title. */
export const listThemeTitles = async (db: Db): Promise<{ key: string; title: string }[]> => {
  const titles = new Map(
    (await listRubricVersions(db)).map((version) => [version.key, version.title])
  )
  return [...titles].map(([key, title]) => ({ key, title }))
}

/** Every theme that has been counted, the audit grade included. */
export const listCountedThemes = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('tally_council')
    .select('theme')
    .distinct()
    .where('count', '>', 0)
    .orderBy('theme')
    .execute()
  return rows.map((row) => row.theme)
}

/** Every item and kind that has been counted; `item` '' is the theme grade. A few thousand keys in the roll-up. */
export const listCountedItems = (
  db: Db
): Promise<{ theme: string; item: string; kind: JudgementKind }[]> =>
  db
    .selectFrom('tally_council')
    .select(['theme', 'item', 'kind'])
    .distinct()
    .where('count', '>', 0)
    .where('theme', '<>', auditThemeKey)
    .orderBy('theme')
    .orderBy('item')
    .$narrowType<{ kind: JudgementKind }>()
    .execute()
