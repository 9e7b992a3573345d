/** Cells of a report as people read them, and what a report is called in lists. */
import type { ReportSummary } from '../../src/reports/report-store.ts'
import type { Cell, ColumnKind } from '../../src/reports/rules/report-model.ts'
import { formatCount, formatShortDate, plural } from '../format.ts'

const points = (difference: number): string => {
  const whole = Math.round(difference * 100)
  return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${plural(Math.abs(whole), 'point')}`
}

/** Nothing to show is a dash: the method note says why there is no percentage of few. */
export const cellWords = (cell: Cell, kind: ColumnKind): string => {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  switch (kind) {
    case 'percent':
      return `${cell}%`
    case 'share':
      return `${Math.round(cell * 100)}%`
    case 'points':
      return points(cell)
    default:
      return formatCount(cell)
  }
}

type Named = Pick<ReportSummary, 'title' | 'number' | 'state' | 'audience'>

export const audienceWords = (audience: 'internal' | 'external'): string =>
  audience === 'internal' ? 'For inside the council' : 'For outside the council'

/** `Report 3`; a draft has no number. */
export const numberWords = ({ number }: Pick<Named, 'number'>): string =>
  number === null ? 'Draft' : `Report ${number}`

export const spanWords = ({ from, to }: { from: string; to: string }): string =>
  `${formatShortDate(from)} to ${formatShortDate(to)}`
