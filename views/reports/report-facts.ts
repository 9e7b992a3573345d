/** What a file of a report says of itself before its first figure: which days and cases, for whom, and whether it still stands. */
import type { ReportModel } from '../../src/reports/rules/report-model.ts'
import { dateOf, formatDate } from '../format.ts'
import { audienceWords, spanWords } from './report-words.ts'

/** Of the record of a report; a command makes none. */
export type ReportStanding = {
  readonly number: number | null
  /** An instant; null for a draft. */
  readonly frozenAt: string | null
  /** The report that it was issued instead of, and why. */
  readonly replaces?: { readonly number: number; readonly reason: string } | undefined
  /** The number of the report that was issued instead of it. */
  readonly replacedBy?: number | undefined
}

export type ReportFact = { readonly name: string; readonly words: string }

const stateWords = ({ number, frozenAt }: ReportStanding): string => {
  if (number === null) return 'Draft: its figures may change'
  return `Frozen as report ${number}${frozenAt === null ? '' : ` on ${formatDate(dateOf(frozenAt))}`}`
}

export const reportFacts = (
  model: ReportModel,
  standing: ReportStanding
): readonly ReportFact[] => {
  const { replaces, replacedBy } = standing
  return [
    { name: 'Period', words: `${model.periodWords} (${spanWords(model.period)})` },
    { name: 'For', words: audienceWords(model.audience) },
    {
      name: 'Cases',
      words: model.filters.length === 0 ? 'The whole council' : model.filters.join('. '),
    },
    { name: 'State', words: stateWords(standing) },
    ...(replaces === undefined
      ? []
      : [{ name: 'Replaces', words: `Report ${replaces.number}. ${replaces.reason}` }]),
    ...(replacedBy === undefined
      ? []
      : [{ name: 'Replaced by', words: `Report ${replacedBy}: use that one` }]),
  ]
}
