/** The SQL of what frozen reports for outside have printed, for whatever is printed for outside after them. */
import type { NotNull } from 'kysely'
import type { Db } from '../db/schema.ts'
import { readFrozen } from './rules/frozen-content.ts'
import { type FrozenSums, keptSums } from './rules/printed-sums.ts'
import type { Audience } from './rules/report.ts'
import type { ChapterKey } from './rules/report-model.ts'

/** Of one frozen report for outside. */
export type FrozenPrint = {
  readonly number: number
  readonly teamId: string | null
  readonly status: string | null
  readonly kind: string | null
  readonly chapters: readonly ChapterKey[]
  /** Undefined of a report that was frozen before this was kept. */
  readonly printed: FrozenSums['printed'] | undefined
}

/** The days of which a report says something: its own, those it compares with, and its rolling year. */
export type Reach = { readonly audience: Audience; readonly from: string; readonly to: string }

/** A report of a year says something of two years before its end. */
const FURTHEST_BACK = 2

const yearsAfter = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`

/** Frozen reports for outside that may speak of the same rounds; none for readers inside. */
export const frozenPrintsRead = (db: Db, { audience, from, to }: Reach) =>
  db
    .selectFrom('report')
    .select(['number', 'team_id', 'service_status', 'round_kind', 'chapters', 'content'])
    .where('state', '=', 'frozen')
    .where('audience', '=', 'external')
    .where('to_on', '>=', from)
    .where('from_on', '<=', yearsAfter(to, FURTHEST_BACK))
    .where('number', 'is not', null)
    .where('content', 'is not', null)
    // Asked in one statement with others: for readers inside it finds nothing.
    .$if(audience === 'internal', (some) => some.where('id', '=', ''))
    .orderBy('number')
    .$narrowType<{ number: NotNull; content: NotNull }>()

type Row = Awaited<ReturnType<ReturnType<typeof frozenPrintsRead>['execute']>>[number]

export const toFrozenPrint = (row: Row): FrozenPrint => ({
  number: row.number,
  teamId: row.team_id,
  status: row.service_status,
  kind: row.round_kind,
  chapters: JSON.parse(row.chapters) as ChapterKey[],
  printed: keptSums(readFrozen(row.content).printed),
})

/** The number of the latest, so that nobody freezes beside one that was not looked at. */
export const findLatestExternal = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('report')
    .select((eb) => eb.fn.max<number | null>('number').as('latest'))
    .where('state', '=', 'frozen')
    .where('audience', '=', 'external')
    .executeTakeFirst()
  return Number(row?.latest ?? 0)
}
