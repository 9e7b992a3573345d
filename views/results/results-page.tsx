/** Results over time: a sentence, filters, a chart, the table behind it, and what to do where there is nothing. */
import type { Results } from '../../src/analytics/load-results.ts'
import type { Scale, ScaleValue } from '../../src/rubrics/rules/scale.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { GradePatterns } from '../components/grade-patterns.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { formatMonth, scaleLook } from '../format.ts'
import { addressOf } from './results-address.ts'
import { breakLabel, breaksDescription, ResultsBreaks } from './results-breaks.tsx'
import { filterWords, ResultsFilters, type ResultsFiltersProps } from './results-filters.tsx'
import { ResultsSentence, StepsSentence } from './results-sentence.tsx'
import { ResultsTable } from './results-table.tsx'
import { ResultsTabs } from './results-tabs.tsx'
import { type ChartBar, ShareChart } from './share-chart.tsx'
import { positiveWords } from './value-words.ts'

export type ResultsPageProps = ResultsFiltersProps & {
  fewest: number
  small: number
  isLinked: boolean
}

/** The theme, and the item where one is chosen. */
export const resultsHeading = ({ filters, themes, items }: Results): string => {
  const theme = themes.find((choice) => choice.key === filters.theme)?.label ?? filters.theme
  const item = filters.item === '' ? undefined : items.find((one) => one.key === filters.item)
  return item ? `${theme}: ${item.label}` : theme
}

/** `Nov 25`. */
const barLabel = (date: string): string => {
  const [month = '', year = ''] = formatMonth(date).split(' ')
  return `${month.slice(0, 3)} ${year.slice(2)}`
}

const barsOf = ({ results, fewest }: ResultsPageProps): ChartBar[] =>
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

const breakOf = (results: Results, roundId: string): ChartBar['breakBefore'] => {
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

const Legend = ({ results }: ResultsPageProps) => {
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

const Chart = (props: ResultsPageProps) => {
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

const Nothing = ({ results }: ResultsPageProps) => {
  const { filters } = results
  const isNarrowed = filters.team !== '' || filters.status !== ''
  const wide = { ...filters, team: '', status: '' }
  return (
    <EmptyState title="No audits">
      <p>
        {results.hasEarlier
          ? 'Nothing was audited in this period; there is something in earlier years.'
          : isNarrowed
            ? 'Nothing was audited for this team or service status.'
            : 'Results appear here when an audit of this theme is submitted, or when earlier years are imported.'}
      </p>
      {results.hasEarlier ? (
        <p>
          <a href={addressOf('/results', { ...filters, period: 'all' })}>Show all years</a>
        </p>
      ) : isNarrowed ? (
        <p>
          <a href={addressOf('/results', wide)}>Show the whole council</a>
        </p>
      ) : (
        ''
      )}
    </EmptyState>
  )
}

const Figures = (props: ResultsPageProps) => {
  const { results } = props
  return (
    <>
      <ResultsBreaks results={results} />
      {results.judged === 'grade' || results.judged === 'yes_no' ? <Chart {...props} /> : ''}
      <h2>Round by round</h2>
      <ResultsTable results={results} fewest={props.fewest} isLinked={props.isLinked} />
      {results.steps.length === 0 ? '' : <StepsSentence steps={results.steps} />}
      {results.judged === 'category' ? (
        <p class="pl-muted">Where several choices could be given, they need not add up to n.</p>
      ) : (
        ''
      )}
    </>
  )
}

export const ResultsPage = (props: ResultsPageProps) => {
  const { results } = props
  const { comparison, judged } = results
  return (
    <>
      <ResultsTabs current="rounds" seesTeams={results.teams.length > 0} />
      {results.faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          errors={results.faults.map(({ field, message }) => ({
            text: message,
            href: `#${field}`,
          }))}
        />
      )}
      <h1>{resultsHeading(results)}</h1>
      {results.question === undefined ? '' : <p class="pl-muted">{results.question}</p>}
      {comparison && (comparison.last || comparison.before) && judged !== 'number' ? (
        <ResultsSentence
          comparison={comparison}
          what={judged === 'grade' ? positiveWords(results.scale) : 'answered yes'}
          judged={judged === 'yes_no' ? 'yes_no' : 'grade'}
          fewest={props.fewest}
          small={props.small}
        />
      ) : (
        ''
      )}
      <ResultsFilters {...props} />
      <p class="pl-muted">{`Shown: ${filterWords(props)}`}</p>
      {results.figures.length === 0 ? <Nothing {...props} /> : <Figures {...props} />}
    </>
  )
}
