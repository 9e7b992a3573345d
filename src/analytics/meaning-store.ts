/**
 * The SQL of what was asked in which round: versions that the counted audits of a round have, and since when an item has
 * meant what it means in them. Reads rounds times versions, never audits, save where a round has more than one version
 * or holds imported audits beside the product's.
 */
import { type RawBuilder, sql } from 'kysely'
import type { RowsRead } from '../db/read-together.ts'
import type { Db } from '../db/schema.ts'
import type { RoundFacts } from './rules/tally.ts'
import type { RoundUse } from './rules/theme-lines.ts'

/** 1 where counted audits have the version; where all versions of a round mean the same, nobody looks at its audits. */
const isCounted = (meanings: RawBuilder<number>) => sql<number>`case
  when rv.rubric_version_id is null then 0
  when ${meanings} < 2 then 1
  when exists (
    select 1 from audit join audit_theme on audit_theme.audit_id = audit.id and audit_theme.theme = rv.theme
    where audit.round_id = rv.round_id and audit.is_counted = 1
      and audit_theme.rubric_version_id = rv.rubric_version_id
  ) then 1 else 0 end`

/** How many versions audits of the round were started with. */
const versionsOfRound = sql<number>`(
  select count(*) from round_version other where other.theme = rv.theme and other.round_id = rv.round_id)`

/** How many different meanings these versions give the item. */
const meaningsOfRound = (item: string) => sql<number>`(
  select count(distinct coalesce(meant.since_version_id, other.rubric_version_id))
  from round_version other left join rubric_meaning meant
    on meant.version_id = other.rubric_version_id and meant.item_key = ${item}
  where other.theme = rv.theme and other.round_id = rv.round_id)`

/** 1 where an imported audit of a round of the product is counted under the theme and item. */
const hasImported = (theme: RawBuilder<unknown>, item: RawBuilder<unknown>) => sql<number>`case
  when round.origin = 'import' then 0
  when exists (
    select 1 from audit join judgement on judgement.audit_id = audit.id
      and judgement.theme = ${theme} and judgement.item = ${item}
    where audit.round_id = round.id and audit.origin = 'import' and audit.is_counted = 1
  ) then 1 else 0 end`

/** Every round by date, then by name, each with what its audits were asked; `item` '' is the theme grade. */
export const listRoundsWithUse = async (
  db: Db,
  theme: string,
  item: string
): Promise<(RoundFacts & { readonly use: RoundUse })[]> => {
  const rows = await db
    .selectFrom('round')
    .leftJoin('round_version as rv', (join) =>
      join.onRef('rv.round_id', '=', 'round.id').on('rv.theme', '=', theme)
    )
    .leftJoin('rubric_meaning as m', (join) =>
      join.onRef('m.version_id', '=', 'rv.rubric_version_id').on('m.item_key', '=', item)
    )
    .leftJoin('rubric_meaning as began', (join) =>
      join.onRef('began.version_id', '=', 'm.since_version_id').on('began.item_key', '=', item)
    )
    .select(['round.id', 'name', 'kind', 'round_on as date', 'selection', 'state'])
    .select(['rv.rubric_version_id as versionId', 'm.since_version_id as sinceVersionId'])
    .select(['began.reason as reason', isCounted(meaningsOfRound(item)).as('isCounted')])
    .select(hasImported(sql`${theme}`, sql`${item}`).as('hasImported'))
    .orderBy('round_on')
    .orderBy('name')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { id, name, kind, date, selection, state } = first
    const used = some.flatMap(({ versionId, sinceVersionId, reason, isCounted: counted }) =>
      versionId === null || counted === 0
        ? []
        : [{ versionId, sinceVersionId: sinceVersionId ?? versionId, reason: reason ?? '' }]
    )
    return {
      ...{ id, name, kind, date, selection },
      ...(state === 'open' ? { isOpen: true } : {}),
      use: { used, hasHistory: first.hasImported === 1 },
    }
  })
}

/** What every round was asked under a theme and item: `item: null` is the theme grade. */
export type RoundUseOf = (
  roundId: string,
  theme: string,
  item: string | null
) => RoundUse | undefined

/** What `roundUseOf` is made of, for the report: to be read together with whatever else is needed. */
export const roundUseReads = (db: Db) => ({
  versions: db
    .selectFrom('round_version as rv')
    .select(['rv.theme as theme', 'rv.round_id as roundId', 'rv.rubric_version_id as versionId'])
    .select(isCounted(versionsOfRound).as('isCounted')),
  meanings: db
    .selectFrom('rubric_meaning')
    .select(['version_id as versionId', 'item_key as itemKey'])
    .select(['since_version_id as sinceVersionId', 'reason']),
  imported: db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .innerJoin('judgement', 'judgement.audit_id', 'audit.id')
    .select(['audit.round_id as roundId', 'judgement.theme as theme', 'judgement.item as item'])
    .distinct()
    .where('round.origin', '=', 'product')
    .where('audit.origin', '=', 'import')
    .where('audit.is_counted', '=', 1),
})

type RoundUseRows = RowsRead<ReturnType<typeof roundUseReads>>

/** What every round was asked under every theme and item. */
export const roundUseOf = ({ versions, meanings: rows, imported }: RoundUseRows): RoundUseOf => {
  const meanings = new Map(rows.map((row) => [[row.versionId, row.itemKey].join(), row]))
  const withHistory = new Set(imported.map((row) => [row.roundId, row.theme, row.item].join()))
  const byRound = Map.groupBy(
    versions.filter((one) => one.isCounted === 1),
    ({ roundId, theme }) => [roundId, theme].join()
  )
  return (roundId, theme, item) => {
    const meaningOf = (versionId: string) => meanings.get([versionId, item ?? ''].join())
    const used = (byRound.get([roundId, theme].join()) ?? []).map(({ versionId }) => {
      const sinceVersionId = meaningOf(versionId)?.sinceVersionId ?? versionId
      return { versionId, sinceVersionId, reason: meaningOf(sinceVersionId)?.reason ?? '' }
    })
    return { used, hasHistory: withHistory.has([roundId, theme, item ?? ''].join()) }
  }
}
