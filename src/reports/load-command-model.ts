/** The model of a whole report under the filters of the command line. */
import { listRounds } from '../analytics/store.ts'
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { readCouncilName } from './council-store.ts'
import { loadModel } from './load-model.ts'
import type { ReportFilters } from './load-report.ts'
import { periodWords } from './rules/quarter.ts'
import type { Audience } from './rules/report.ts'
import { chapterKeys } from './rules/report-model.ts'

/** Without dates: from the first round to the last. @param now an instant */
export const loadCommandModel = async (
  db: Db,
  filters: ReportFilters,
  audience: Audience,
  now: string
) => {
  const rounds = await listRounds(db)
  const period = {
    from: filters.from ?? rounds[0]?.date ?? londonDate(now),
    to: filters.to ?? rounds.at(-1)?.date ?? londonDate(now),
  }
  return loadModel(
    db,
    await readCouncilName(db),
    {
      title: `Audit and quality assurance report, ${periodWords(period)}`,
      audience,
      ...period,
      teamIds: filters.teamIds,
      teamId: null,
      theme: filters.theme,
      roundId: filters.roundId,
      status: filters.status ?? null,
      kind: filters.kind ?? null,
      chapters: chapterKeys,
    },
    now
  )
}
