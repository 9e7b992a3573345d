/** The SQL of reports about the same thing as a draft: a second one is rarely what was meant. */
import type { Db } from '../db/schema.ts'
import type { ReportSummary } from './report-store.ts'

export type SamePeriod = { readonly id: string; readonly number: number | null }

/**
 * Other drafts, and frozen reports that nothing has replaced, for the same audience, period and filters. The report that
 * a draft issues anew is not among them. At most ten, frozen ones first, the newest number first.
 */
export const listSamePeriod = async (
  db: Db,
  draft: Pick<
    ReportSummary,
    'id' | 'audience' | 'from' | 'to' | 'teamId' | 'status' | 'kind' | 'replacesId'
  >
): Promise<SamePeriod[]> => {
  const rows = await db
    .selectFrom('report')
    .leftJoin('report as newer', (join) =>
      join.onRef('newer.replaces_id', '=', 'report.id').on('newer.state', '=', 'frozen')
    )
    .select(['report.id as id', 'report.number as number'])
    .where('report.state', '<>', 'discarded')
    .where('newer.id', 'is', null)
    .where('report.id', '<>', draft.id)
    .$if(draft.replacesId !== null, (some) => some.where('report.id', '<>', draft.replacesId ?? ''))
    .where('report.audience', '=', draft.audience)
    .where('report.from_on', '=', draft.from)
    .where('report.to_on', '=', draft.to)
    .where('report.team_id', draft.teamId === null ? 'is' : '=', draft.teamId)
    .where('report.service_status', draft.status === null ? 'is' : '=', draft.status)
    .where('report.round_kind', draft.kind === null ? 'is' : '=', draft.kind)
    .orderBy('report.id', 'desc')
    .limit(10)
    .execute()
  return rows.toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0))
}
