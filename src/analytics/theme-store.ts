/** The SQL of names: which themes and items have been counted, and which of them published rubrics know. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import { auditThemeKey, type Rubric } from '../rubrics/rules/rubric.ts'
import { rubricFromCanonical } from '../rubrics/rules/rubric-identity.ts'
import { compareVersions } from '../rubrics/rules/rubric-version.ts'
import { listPublishedRubrics, listRubricVersions } from '../rubrics/store.ts'
import { mergeVersions, type PublishedTheme } from './rules/published-theme.ts'

/**
 * Every theme with a published rubric, with its items.
 * @param further rubrics to count as published although the database does not know them yet
 */
export const listPublishedThemes = async (
  db: Db,
  further: readonly Rubric[] = []
): Promise<PublishedTheme[]> => {
  const published = (await listPublishedRubrics(db)).map(({ rubric }) => rubric)
  const unknown = further.filter(
    (one) => !published.some(({ key, version }) => key === one.key && version === one.version)
  )
  return mergeVersions([...published, ...unknown])
}

const titlesOf = (versions: readonly { key: string; title: string }[]) =>
  [...new Map(versions.map((version) => [version.key, version.title]))].map(([key, title]) => ({
    key,
    title,
  }))

/** Key and title of every theme with a published rubric, by key; the newest title. */
export const listThemeTitles = async (db: Db): Promise<{ key: string; title: string }[]> =>
  titlesOf(await listRubricVersions(db))

/** Titles of all themes, and the items of one: only that theme's questions are read. */
export const loadThemes = async (
  db: Db,
  key: string
): Promise<{
  titles: readonly { key: string; title: string }[]
  theme: PublishedTheme | undefined
}> => {
  const rows = await db
    .selectFrom('rubric_version')
    .select(['rubric_key as key', 'version', 'title'])
    .select((eb) =>
      eb.case().when('rubric_key', '=', key).then(eb.ref('content')).end().as('content')
    )
    .execute()
  const versions = rows.toSorted((a, b) =>
    a.key === b.key ? compareVersions(a.version, b.version) : a.key < b.key ? -1 : 1
  )
  return {
    titles: titlesOf(versions),
    theme: mergeVersions(
      versions.flatMap(({ content }) => (content === null ? [] : rubricFromCanonical(content)))
    )[0],
  }
}

type Counted = { readonly name: string; readonly kind: JudgementKind | null }

/**
 * Every theme that has been counted, the audit grade included, and the items of one theme, each with its kind; `item`
 * '' is the theme grade. Steps from key to key through the roll-up instead of reading all of it, and asks once.
 */
export const loadCounted = async (db: Db, theme: string) => {
  const { rows } = await sql<Counted & { isTheme: number }>`
    with recursive counted_theme(theme) as (
      select min(theme) from tally_council
      union all
      select (select min(theme) from tally_council where tally_council.theme > counted_theme.theme)
      from counted_theme where counted_theme.theme is not null
    ),
    counted_item(item) as (
      select min(item) from tally_council where theme = ${theme}
      union all
      select (
        select min(item) from tally_council
        where theme = ${theme} and tally_council.item > counted_item.item
      )
      from counted_item where counted_item.item is not null
    )
    select theme as name, null as kind, 1 as "isTheme" from counted_theme where theme is not null
    union all
    select item as name, (
      select kind from tally_council
      where theme = ${theme} and tally_council.item = counted_item.item and count > 0 limit 1
    ) as kind, 0 as "isTheme"
    from counted_item where item is not null`.execute(db)
  return {
    themes: rows.flatMap(({ name, isTheme }) => (isTheme === 1 ? [name] : [])),
    items: rows.flatMap(({ name, kind }) => (kind === null ? [] : [{ item: name, kind }])),
  }
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
