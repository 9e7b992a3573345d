/** The SQL of what stands beside the figures of a draft: its words, and reports about the same thing. One statement. */
import { readTogether } from '../db/read-together.ts'
import type { Db } from '../db/schema.ts'
import { type OverlappingReport, overlappingRead, type ReportSummary } from './report-store.ts'
import { type FigureWords, wordsRead } from './words-store.ts'

export type SamePeriod = { readonly id: string; readonly number: number | null }

/**
 * A second report about the same thing is rarely what was meant: other drafts, and frozen reports that nothing has replaced, for the same audience, period and filters. The report that
 * a draft issues anew is not among them. At most ten, frozen ones first, the newest number first.
 */
const samePeriodRead = (db: Db, draft: ReportSummary) =>
  db
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

export type BesideDraft = {
  readonly words: readonly FigureWords[]
  readonly same: readonly SamePeriod[]
  /** Frozen reports for outside that share days with it. */
  readonly overlapping: readonly OverlappingReport[]
}

/** What there is besides the figures of a draft. */
export const loadBesideDraft = async (db: Db, draft: ReportSummary): Promise<BesideDraft> => {
  const { words, same, overlapping } = await readTogether(db, {
    words: wordsRead(db, draft.id),
    same: samePeriodRead(db, draft),
    overlapping: overlappingRead(db, draft),
  })
  return {
    words,
    same: same.toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0)),
    overlapping,
  }
}
