/** The SQL of names: which themes and items have been counted, and which of them published rubrics know. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import { auditThemeKey, type Rubric } from '../rubrics/rules/rubric.ts'
import { rubricFromCanonical } from '../rubrics/rules/rubric-identity.ts'
import { compareVersions } from '../rubrics/rules/rubric-version.ts'
import { scaleOf } from '../rubrics/rules/scale.ts'
import { listPublishedRubrics, listRubricVersions } from '../rubrics/store.ts'
import type { ThemeVersion } from './rules/meaning-line.ts'
import { mergeVersions, type PublishedTheme } from './rules/published-theme.ts'
import { everyCountedTheme } from './store.ts'

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

/** Every version with why it was published; the questions of one theme, or of all. */
const listVersionRows = async (db: Db, key: string | undefined) => {
  const rows = await db
    .selectFrom('rubric_version')
    .leftJoin('person', 'person.id', 'published_by')
    .leftJoin('rubric_publication', 'rubric_publication.version_id', 'rubric_version.id')
    .leftJoin('rubric_withdrawal', (join) =>
      join
        .onRef('rubric_withdrawal.version_id', '=', 'rubric_version.id')
        .on('restored_at', 'is', null)
    )
    .select(['rubric_version.id', 'rubric_key as key', 'version', 'title'])
    .select(['published_at as publishedAt', 'person.name as publishedBy'])
    .select(['note', 'base_version_id as baseVersionId', 'rubric_withdrawal.id as withdrawalId'])
    .$if(key === undefined, (all) => all.select('content'))
    .$if(key !== undefined, (some) =>
      some.select((eb) =>
        eb
          .case()
          .when('rubric_key', '=', key ?? '')
          .then(eb.ref('content'))
          .end()
          .as('content')
      )
    )
    .execute()
  return rows.toSorted((a, b) =>
    a.key === b.key ? compareVersions(a.version, b.version) : a.key < b.key ? -1 : 1
  )
}

type ReadVersion = { readonly rubric: Rubric; readonly version: ThemeVersion }

const readVersions = (rows: Awaited<ReturnType<typeof listVersionRows>>): ReadVersion[] =>
  rows.flatMap(({ content, withdrawalId, ...row }) => {
    if (content === null || content === undefined) return []
    const rubric = rubricFromCanonical(content)
    const { items } = rubric
    const told = { note: row.note ?? '', isWithdrawn: withdrawalId !== null }
    return [{ rubric, version: { ...row, ...told, items, scale: scaleOf(rubric) } }]
  })

/** Titles of all themes, and the versions of one with their items: only that theme's questions are read. */
export const loadThemes = async (
  db: Db,
  key: string
): Promise<{
  titles: readonly { key: string; title: string }[]
  theme: PublishedTheme | undefined
  /** The oldest first. */
  versions: readonly ThemeVersion[]
}> => {
  const rows = await listVersionRows(db, key)
  const read = readVersions(rows)
  return {
    titles: titlesOf(rows),
    theme: mergeVersions(read.map(({ rubric }) => rubric))[0],
    versions: read.map(({ version }) => version),
  }
}

/** Every theme with a published rubric, and the versions of each by its key, the oldest first. */
export const loadEveryTheme = async (
  db: Db
): Promise<{
  themes: readonly PublishedTheme[]
  versions: ReadonlyMap<string, readonly ThemeVersion[]>
}> => {
  const read = readVersions(await listVersionRows(db, undefined))
  const byKey = Map.groupBy(read, ({ rubric }) => rubric.key)
  return {
    themes: mergeVersions(read.map(({ rubric }) => rubric)),
    versions: new Map([...byKey].map(([key, some]) => [key, some.map(({ version }) => version)])),
  }
}

type Counted = { readonly name: string; readonly kind: JudgementKind | null }

/**
 * Every theme that has been counted, the audit grade included, and the items of one theme, each with its kind; `item`
 * '' is the theme grade. Where the theme asked for was never counted they are those of the first that was. Steps from
 * key to key through the roll-up instead of reading all of it, and asks once.
 */
export const loadCounted = async (db: Db, asked: string) => {
  const theme = sql`coalesce(
    (select theme from tally_council where theme = ${asked} limit 1),
    (select min(theme) from tally_council))`
  const { rows } = await sql<Counted & { isTheme: number }>`
    with recursive counted_item(item) as (
      select min(item) from tally_council where theme = ${theme}
      union all
      select (
        select min(item) from tally_council
        where theme = ${theme} and tally_council.item > counted_item.item
      )
      from counted_item where counted_item.item is not null
    )
    select theme as name, null as kind, 1 as "isTheme" from ${everyCountedTheme} as counted_theme
    union all
    select item as name, (
      select kind from tally_council
      where theme = ${theme} and tally_council.item = counted_item.item and count > 0 limit 1
    ) as kind, 0 as "isTheme"
    from counted_item where item is not null`.execute(db)
  const themes = rows.flatMap(({ name, isTheme }) => (isTheme === 1 ? [name] : []))
  return {
    themes,
    /** That of the items. */
    theme: themes.includes(asked) ? asked : themes[0],
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
