/** A line's distribution as it is printed for those inside: every figure as it is. */
import type { PeriodLine } from './period-line.ts'
import type { PrintedLine } from './report-figures.ts'

export type PrintLine = (line: PeriodLine) => PrintedLine

export const printWhole: PrintLine = ({ distribution }) => ({
  n: distribution.n,
  counts: distribution.counts,
  percent: distribution.percent,
  good: distribution.goodOrBetter,
})
