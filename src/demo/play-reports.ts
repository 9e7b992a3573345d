/**
 * The quarterly reports of the demonstration: two quarters frozen, each some weeks after it ended, and the draft of the
 * quarter that is under way. All of it goes through the reports' own verbs.
 */
import type { Context } from '../db/transaction.ts'
import { readCouncilName } from '../reports/council-store.ts'
import { freezeReport } from '../reports/freeze-report.ts'
import { findReport } from '../reports/report-store.ts'
import { periodWords, type Quarter, quartersUpTo } from '../reports/rules/quarter.ts'
import { chapterKeys } from '../reports/rules/report-model.ts'
import type { ReportSettings } from '../reports/rules/report-settings.ts'
import { saveReportWords } from '../reports/save-report-words.ts'
import { startReport } from '../reports/start-report.ts'
import { personIdOf } from './add-people.ts'
import { addDays, instantOn, workingDayUpTo } from './rules/days.ts'
import { PROGRAMME_LEAD, type Show } from './show.ts'

/** Days after the end of a quarter on which its report is written, and on which it is frozen. */
const WRITTEN_AFTER = 16
const FROZEN_AFTER = 20

/** What the QA lead writes each time, by place. */
const narratives: readonly (readonly [place: string, words: string])[] = [
  [
    'summary/summary',
    'The quarter’s learning audits were discussed at the practice improvement group. Samples are small: we ask readers to look at the intervals before the percentages.',
  ],
  [
    'actions/actions',
    'Team managers have been asked to put a date on every action and to say when it is done. Late actions are raised at the monthly quality and performance meeting.',
  ],
]

const settingsOf = (quarter: Quarter, audience: ReportSettings['audience']): ReportSettings => ({
  title: `Audit and quality assurance report, ${periodWords(quarter)}`,
  audience,
  from: quarter.from,
  to: quarter.to,
  teamId: null,
  status: null,
  kind: null,
  chapters: chapterKeys,
})

const write = async (ctx: Context, settings: ReportSettings): Promise<string> => {
  const reportId = await startReport(ctx, settings)
  for (const [place, narrative] of narratives) {
    const input = { reportId, place, narrative, sentence: null, proposed: '', revision: 0 }
    // Where the words came along from the last report, there is nothing to add.
    await saveReportWords(ctx, input)
  }
  return reportId
}

/** @param lastDay the last working day before today */
export const playReports = (show: Show, lastDay: string): void => {
  const { stage, agenda, staff } = show
  const lead = personIdOf(staff, PROGRAMME_LEAD)
  const [current, ...earlier] = quartersUpTo(lastDay, 5)
  const over = earlier.filter(({ to }) => addDays(to, FROZEN_AFTER) <= lastDay).slice(0, 2)
  for (const quarter of over.toReversed()) {
    const on = (days: number) => workingDayUpTo(addDays(quarter.to, days))
    agenda.add(instantOn(on(WRITTEN_AFTER), 10 * 60), async (at) => {
      const reportId = await write(stage.at(at, lead), settingsOf(quarter, 'internal'))
      agenda.add(instantOn(on(FROZEN_AFTER), 15 * 60), async (then) => {
        const ctx = stage.at(then, lead)
        const report = await findReport(ctx.db, reportId)
        const council = await readCouncilName(ctx.db)
        await freezeReport(ctx, { reportId, council, revision: report?.revision ?? 0 })
      })
    })
  }
  if (!current) return
  agenda.add(instantOn(lastDay, 11 * 60), async (at) => {
    await write(stage.at(at, lead), settingsOf(current, 'internal'))
  })
}
