/** A measure round by round as points: shares of yes with their intervals, medians with the middle half. Limits and signals are on the page of one line over time. */
import type { Measure } from '../../src/analytics/load-measures.ts'
import type { RoundFigures } from '../../src/analytics/rules/round-figures.ts'
import { barLabel } from './round-bars.tsx'
import { SpcChart, type SpcPoint } from './spc-chart.tsx'

/** Each on a stretch of its own: whether two rounds mean the same, so that they may be joined, this page does not ask. */
const pointOf = (
  { round, n, share, quartiles }: RoundFigures,
  fewest: number,
  place: number
): SpcPoint => {
  const isShown = n >= fewest
  const value = share === undefined ? quartiles?.median : share.count / n
  return {
    ...{ label: barLabel(round.date), n, value: isShown ? value : undefined },
    ...{ limits: undefined, centre: undefined, signal: undefined, alone: undefined },
    spread: !isShown
      ? undefined
      : (share ?? (quartiles && { low: quartiles.lowerQuartile, high: quartiles.upperQuartile })),
    ...{ stretch: place, isTrial: false, breakBefore: undefined, baselineBefore: false },
  }
}

/** Nothing for choices, of which no one figure stands on a line, and for a single round. */
export const MeasureChart = ({
  measure,
  id,
  fewest,
}: {
  measure: Measure
  id: string
  fewest: number
}) => {
  const { kind, label, rounds, unit } = measure
  if (kind === 'category' || rounds.filter(({ n }) => n >= fewest).length < 2) return ''
  const isNumber = kind === 'number'
  const what = isNumber ? `median${unit === undefined ? '' : ` in ${unit}`}` : 'share of yes'
  return (
    <SpcChart
      id={id}
      title={`${label}: ${what} by round`}
      description={`A point for each round, with ${isNumber ? 'the middle half of its answers' : 'its 95% interval'} as a bar. The table below has every figure.`}
      points={rounds.map((figures, place) => pointOf(figures, fewest, place))}
      unit={isNumber ? 'number' : 'share'}
    />
  )
}
