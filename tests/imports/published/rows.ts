/**
 * Row-level results files that give the published percentages: for each figure the fewest audits, ten or more, whose
 * counts round to everything that was published. What was not published is free.
 */
import { distributionOf } from '../../../src/analytics/rules/distribution.ts'
import { grades } from '../../../src/rubrics/rules/scale.ts'
import { type PublishedFigure, publishedFigures } from './figures.ts'

const fits = (figure: PublishedFigure, counts: readonly number[]): boolean => {
  const found = distributionOf(
    counts.map((count, place) => ({ value: grades[place] ?? '', count }))
  )
  return (
    found !== undefined &&
    found.goodOrBetter?.percent === figure.goodOrBetter &&
    grades.every((grade, place) => {
      const published = figure.grades[place]
      return published === undefined || found.percent[grade] === published
    })
  )
}

/** Counts best first. Of several that fit, the one with fewest outstanding and fewest inadequate. */
export const countsFor = (figure: PublishedFigure, from = 10): number[] => {
  for (let n = from; n <= 100; n++) {
    for (let o = 0; o <= n; o++) {
      for (let i = 0; i <= n - o; i++) {
        for (let g = 0; g <= n - o - i; g++) {
          const counts = [o, g, n - o - i - g, i]
          if (fits(figure, counts)) return counts
        }
      }
    }
  }
  throw new Error(`no sample of at most 100 gives ${figure.audit}, ${figure.theme}`)
}

const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const fileName = (audit: string) =>
  `${audit
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}.csv`

/** One file an audit programme reports: name to text. Themes of one round are judged in audits of their own. */
export const publishedFiles = (): Map<string, string> =>
  new Map(
    [...Map.groupBy(publishedFigures, (figure) => figure.audit)].map(([audit, figures]) => {
      const rows = figures.flatMap((figure) => {
        const words = countsFor(figure).flatMap((count, place) =>
          Array.from({ length: count }, () => (grades[place] ?? '').replace('_', ' '))
        )
        return words.map((grade, place) =>
          [
            `P${publishedFigures.indexOf(figure) + 1}-${String(place + 1).padStart(2, '0')}`,
            figure.audit,
            figure.kind,
            figure.auditedOn,
            figure.theme,
            figure.item,
            grade,
          ]
            .map(cell)
            .join(',')
        )
      })
      const header = 'audit_ref,round,round_kind,audited_on,theme,item,grade'
      return [fileName(audit), `${[header, ...rows].join('\n')}\n`]
    })
  )
