/** Which values of an entry count as good or better. */
import type { ReportDistribution } from './report.ts'

const GOOD_GRADES: readonly string[] = ['outstanding', 'good']

export const goodKeys = ({ counts, scale, positive }: ReportDistribution): string[] => {
  const good = scale === undefined ? GOOD_GRADES : (positive ?? [])
  return Object.keys(counts).filter((key) => good.includes(key))
}
