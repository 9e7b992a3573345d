/** The SQL of reports as records: drafts, frozen reports, and who took which out. Words under figures are in words-store.ts. */
import type { NotNull } from 'kysely'
import type { ReportState } from '../db/report-tables.ts'
import type { Db } from '../db/schema.ts'
import type { Audience } from './rules/report.ts'
import type { ChapterKey } from './rules/report-model.ts'
import type { ReportSettings } from './rules/report-settings.ts'

export type ReportSummary = ReportSettings & {
  readonly id: string
  readonly number: number | null
  readonly state: ReportState
  readonly revision: number
  readonly createdAt: string
  readonly createdBy: string | null
  readonly changedAt: string
  readonly changedBy: string | null
  readonly changedById: string | null
  readonly frozenAt: string | null
  readonly frozenBy: string | null
  readonly replacesId: string | null
  readonly replacesNumber: number | null
  readonly reissueReason: string | null
  /** The number of the frozen report that replaced it. */
  readonly replacedBy: number | null
}

export type StoredReport = ReportSummary & {
  /** JSON as frozen. */
  readonly content: string | null
  readonly contentHash: string | null
}

const summaries = (db: Db) =>
  db
    .selectFrom('report')
    .leftJoin('report as replaced', 'replaced.id', 'report.replaces_id')
    .leftJoin('report as newer', (join) =>
      join.onRef('newer.replaces_id', '=', 'report.id').on('newer.state', '=', 'frozen')
    )
    .leftJoin('person as creator', 'creator.id', 'report.created_by')
    .leftJoin('person as changer', 'changer.id', 'report.changed_by')
    .leftJoin('person as freezer', 'freezer.id', 'report.frozen_by')
    .select(['report.id as id', 'report.number as number', 'report.state as state'])
    .select(['report.title as title', 'report.audience as audience'])
    .select(['report.from_on as from', 'report.to_on as to', 'report.team_id as teamId'])
    .select(['report.service_status as status', 'report.round_kind as kind'])
    .select(['report.chapters as chapters', 'report.revision as revision'])
    .select(['report.created_at as createdAt', 'creator.name as createdBy'])
    .select(['report.changed_at as changedAt', 'changer.name as changedBy'])
    .select('report.changed_by as changedById')
    .select(['report.frozen_at as frozenAt', 'freezer.name as frozenBy'])
    .select(['report.replaces_id as replacesId', 'replaced.number as replacesNumber'])
    .select(['report.reissue_reason as reissueReason', 'newer.number as replacedBy'])

/** Chapters are a list of our own keys, written below. */
const toSummary = <Row extends { chapters: string }>(row: Row) => ({
  ...row,
  chapters: JSON.parse(row.chapters) as ChapterKey[],
})

export const findReport = async (db: Db, id: string): Promise<StoredReport | undefined> => {
  const row = await summaries(db)
    .select(['report.content as content', 'report.content_hash as contentHash'])
    .where('report.id', '=', id)
    .executeTakeFirst()
  return row && toSummary(row)
}

/** The report as it is now, held until the transaction ends. */
export const lockReport = async (db: Db, id: string): Promise<StoredReport | undefined> => {
  const held = await db
    .updateTable('report')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .executeTakeFirst()
  return held.numUpdatedRows === 0n ? undefined : findReport(db, id)
}

/** Drafts, the one changed last first. */
export const listDrafts = async (db: Db): Promise<ReportSummary[]> =>
  (
    await summaries(db)
      .where('report.state', '=', 'draft')
      .orderBy('report.changed_at', 'desc')
      .orderBy('report.id')
      .limit(100)
      .execute()
  ).map(toSummary)

const FROZEN_A_PAGE = 25

/** Frozen reports, the newest number first; the last page for one beyond it. `internalOnly` leaves out those for outside. */
export const listFrozen = async (
  db: Db,
  {
    page: asked,
    internalOnly,
    teamIds,
  }: { page: number; internalOnly: boolean; teamIds?: readonly string[] }
): Promise<{ reports: ReportSummary[]; count: number; page: number; pages: number }> => {
  const counted = await db
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'frozen')
    .$if(internalOnly, (some) => some.where('audience', '=', 'internal'))
    .$if(teamIds !== undefined, (some) =>
      some.where((eb) =>
        eb.or([
          eb('team_id', 'is', null),
          ...(teamIds?.length ? [eb('team_id', 'in', teamIds)] : []),
        ])
      )
    )
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(counted.count) / FROZEN_A_PAGE))
  const page = Math.min(asked, pages)
  const rows = await summaries(db)
    .where('report.state', '=', 'frozen')
    .$if(internalOnly, (some) => some.where('report.audience', '=', 'internal'))
    .$if(teamIds !== undefined, (some) =>
      some.where((eb) =>
        eb.or([
          eb('report.team_id', 'is', null),
          ...(teamIds?.length ? [eb('report.team_id', 'in', teamIds)] : []),
        ])
      )
    )
    .orderBy('report.number', 'desc')
    .limit(FROZEN_A_PAGE)
    .offset((page - 1) * FROZEN_A_PAGE)
    .execute()
  return { reports: rows.map(toSummary), count: Number(counted.count), page, pages }
}

export type Changed = { readonly at: string; readonly by: string | null }

const columnsOf = (settings: ReportSettings) => ({
  title: settings.title,
  audience: settings.audience,
  from_on: settings.from,
  to_on: settings.to,
  team_id: settings.teamId,
  service_status: settings.status,
  round_kind: settings.kind,
  chapters: JSON.stringify(settings.chapters),
})

export const insertReport = async (
  db: Db,
  report: ReportSettings & {
    readonly id: string
    readonly replacesId: string | null
    readonly reissueReason: string | null
  },
  { at, by }: Changed
): Promise<void> => {
  await db
    .insertInto('report')
    .values({
      id: report.id,
      state: 'draft',
      ...columnsOf(report),
      replaces_id: report.replacesId,
      reissue_reason: report.reissueReason,
      created_at: at,
      created_by: by,
      changed_at: at,
      changed_by: by,
    })
    .execute()
}

export const updateReport = async (
  db: Db,
  id: string,
  settings: ReportSettings,
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('report')
    .set((eb) => ({
      ...columnsOf(settings),
      revision: eb('revision', '+', 1),
      changed_at: at,
      changed_by: by,
    }))
    .where('id', '=', id)
    .execute()
}

/** Says that something in it changed, so that nobody freezes what they have not seen. */
export const touchReport = async (db: Db, id: string, { at, by }: Changed): Promise<void> => {
  await db
    .updateTable('report')
    .set((eb) => ({ revision: eb('revision', '+', 1), changed_at: at, changed_by: by }))
    .where('id', '=', id)
    .execute()
}

export const discardRow = async (db: Db, id: string, { at, by }: Changed): Promise<void> => {
  await db
    .updateTable('report')
    .set({ state: 'discarded', changed_at: at, changed_by: by })
    .where('id', '=', id)
    .execute()
}

export const freezeRow = async (
  db: Db,
  id: string,
  frozen: { readonly number: number; readonly content: string; readonly contentHash: string },
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('report')
    .set((eb) => ({
      state: 'frozen',
      number: frozen.number,
      content: frozen.content,
      content_hash: frozen.contentHash,
      revision: eb('revision', '+', 1),
      changed_at: at,
      changed_by: by,
      frozen_at: at,
      frozen_by: by,
    }))
    .where('id', '=', id)
    .execute()
}

/**
 * The report whose words a new draft goes on from: the one for the same audience of the latest period that does not end
 * after the draft's own. What was written about a later quarter is not said of an earlier one.
 */
export const findEarlier = (
  db: Db,
  { audience, to }: { readonly audience: Audience; readonly to: string }
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('report')
    .select('id')
    .where('audience', '=', audience)
    .where('to_on', '<=', to)
    .where('state', '<>', 'discarded')
    .orderBy('to_on', 'desc')
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export type OverlappingReport = { readonly number: number; readonly title: string }

/** Frozen reports for outside that are of some of the same days, whatever they are narrowed to. */
export const overlappingRead = (
  db: Db,
  { from, to }: { readonly from: string; readonly to: string }
) =>
  db
    .selectFrom('report')
    .select(['number', 'title'])
    .where('state', '=', 'frozen')
    .where('audience', '=', 'external')
    .where('from_on', '<=', to)
    .where('to_on', '>=', from)
    .where('number', 'is not', null)
    .orderBy('number')
    .$narrowType<{ number: NotNull }>()

/** The report that replaces this one, or the draft that is about to. */
export const findReissue = (db: Db, id: string) =>
  db
    .selectFrom('report')
    .select(['id', 'state', 'number'])
    .where('replaces_id', '=', id)
    .where('state', '<>', 'discarded')
    .executeTakeFirst()
