/** Results as a bar for each round, split by share, with what the parts are. */
import type { Results } from '../../src/analytics/load-results.ts'
import type { Scale, ScaleValue } from '../../src/rubrics/rules/scale.ts'
import { GradePatterns } from '../components/grade-patterns.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { formatMonth, scaleLook } from '../format.ts'
import { breakLabel, breaksDescription } from './results-breaks.tsx'
import { resultsHeading } from './results-heading.ts'
import { type ChartBar, ShareChart } from './share-chart.tsx'

export type RoundBarsProps = {
  results: Results
  fewest: number
}

/** `Nov 25`. */
export const barLabel = (date: string): string => {
  const [month = '', year = ''] = formatMonth(date).split(' ')
  return `${month.slice(0, 3)} ${year.slice(2)}`
}

const barsOf = ({ results, fewest }: RoundBarsProps): ChartBar[] =>
  results.figures.map(({ round, n, values, scale }) => ({
    label: barLabel(round.date),
    n,
    breakBefore: breakOf(results, round.id),
    parts:
      n < fewest
        ? []
        : values.map(({ value, count }) => {
            const graded = inBars(results, scale).find(({ key }) => key === value)
            return graded
              ? { look: scaleLook(graded.colour), letter: graded.letter, count }
              : { look: value, letter: value, count }
          }),
  }))

/** What the bars of a scale are made of, from the top. */
const inBars = (results: Results, scale: Scale): ScaleValue[] =>
  results.judged === 'grade' ? scale.values.filter(({ isOutside }) => !isOutside) : []

export const breakOf = (results: Results, roundId: string): ChartBar['breakBefore'] => {
  const found = results.breaks.find((one) => one.toRoundId === roundId)
  return found && { label: breakLabel(results, found), isNewScale: found.cause === 'scale' }
}

/** Each scale of the rounds shown, in their order, with the name of the first round on it. */
const scalesShown = ({ figures }: Results): { scale: Scale; from: string }[] =>
  figures.flatMap(({ scale, round }, place) =>
    figures.findIndex((one) => one.scale.key === scale.key) === place
      ? [{ scale, from: round.name }]
      : []
  )

const Legend = ({ results }: RoundBarsProps) => {
  const scales = scalesShown(results)
  return (
    <>
      {scales.map(({ scale, from }, place) => (
        <p class="pl-legend">
          {scales.length < 2 ? '' : <span>{`From ${from}: ${scale.title}`}</span>}
          {inBars(results, scale).map((value) => (
            <GradeTag grade={value} />
          ))}
          {place === scales.length - 1 ? (
            <span class="pl-muted">
              Number of audits in each bar; share of the round on the axis
            </span>
          ) : (
            ''
          )}
        </p>
      ))}
    </>
  )
}

/** `From the top: outstanding, good …`, for each scale. */
const orderWords = (results: Results): string => {
  if (results.judged !== 'grade') return 'Yes above, no below.'
  const scales = scalesShown(results)
  return scales
    .map(({ scale, from }) => {
      const labels = inBars(results, scale).map(({ label }) => label.toLowerCase())
      return `From the top${scales.length < 2 ? '' : `, from ${from} on`}: ${labels.join(', ')}.`
    })
    .join(' ')
}

export const RoundBars = (props: RoundBarsProps) => {
  const { results } = props
  const title = `${resultsHeading(results)}, by round`
  const few = results.figures.some((one) => one.n < props.fewest)
    ? ` A dashed frame stands for a round with fewer than ${props.fewest} audits.`
    : ''
  return (
    <>
      <GradePatterns />
      <Legend {...props} />
      <ShareChart
        title={title}
        description={`A bar for each round, split by share. ${orderWords(results)}${few}${breaksDescription(results)} The table below has every figure.`}
        bars={barsOf(props)}
      />
    </>
  )
}
