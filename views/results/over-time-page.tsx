/** One theme, or one item of it, over time: the words, the bars by grade, the line with its limits, and what is behind. */
import type { ChartStretch, OverTime } from '../../src/analytics/load-over-time.ts'
import type { ChartPoint } from '../../src/analytics/rules/spc-chart.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Baselines } from './baselines.tsx'
import { carriedFilters } from './carried-filters.ts'
import { ItemRanking } from './item-ranking.tsx'
import { LineFilters } from './line-filters.tsx'
import { addressOf } from './results-address.ts'
import { ResultsBreaks } from './results-breaks.tsx'
import { filterWords, ResultsFilters, type ResultsFiltersProps } from './results-filters.tsx'
import { resultsHeading } from './results-heading.ts'
import { openRoundsOf, ResultsSentence } from './results-sentence.tsx'
import { type Column, ResultsTable } from './results-table.tsx'
import { ResultsTabs } from './results-tabs.tsx'
import { barLabel, breakOf, RoundBars } from './round-bars.tsx'
import { SpcChart, type SpcPoint } from './spc-chart.tsx'
import { LineAndPairWords, numberWords, SpcWords } from './spc-words.tsx'
import { positiveWords } from './value-words.ts'

export type OverTimePageProps = Omit<ResultsFiltersProps, 'action'> & {
  overTime: OverTime
  fewest: number
  small: number
  isLinked: boolean
  seesTeams: boolean
  /** Where a new baseline is set; undefined for those who may not. */
  setHref: string | undefined
}

type Found = { readonly point: ChartPoint; readonly stretch: ChartStretch; readonly place: number }

/** By round: the point on the chart and the stretch that it belongs to. */
const pointsByRound = ({ stretches }: OverTime): Map<string, Found> =>
  new Map(
    stretches.flatMap((stretch, place) =>
      stretch.points.map((point) => [point.figures.round.id, { point, stretch, place }] as const)
    )
  )

const pointsOf = (overTime: OverTime): SpcPoint[] => {
  const found = pointsByRound(overTime)
  const { figures } = overTime.results
  return figures.map(({ round, n, share, quartiles }, place): SpcPoint => {
    const at = found.get(round.id)
    const startsBaseline = at?.stretch.baseline !== undefined && at.stretch.points[0] === at.point
    return {
      label: barLabel(round.date),
      n,
      value: at?.point.value,
      limits: at?.point.limits,
      centre: at?.point.centre,
      alone: at?.point.isSmall ? share : undefined,
      spread: at && quartiles && { low: quartiles.lowerQuartile, high: quartiles.upperQuartile },
      signal: overTime.marks.get(round.id)?.side,
      stretch: at?.place ?? -1,
      isTrial: at?.stretch.state === 'trial',
      breakBefore: breakOf(overTime.results, round.id)?.label,
      baselineBefore: startsBaseline && place > 0,
    }
  })
}

const limitColumns = (overTime: OverTime): Column[] => {
  const found = pointsByRound(overTime)
  const isNumber = overTime.results.judged === 'number'
  const words = (value: number) =>
    isNumber ? numberWords(value, undefined) : `${Math.round(value * 100)}%`
  return [
    {
      header: 'Limits',
      isNumber: true,
      cell: ({ round, n }) => {
        const at = found.get(round.id)
        if (!at || n === 0 || at.point.centre === undefined) return '–'
        const { limits } = at.point
        if (limits) return `${words(limits.lower)} to ${words(limits.upper)}`
        return isNumber ? '–' : 'too small'
      },
    },
    {
      header: 'Signal',
      cell: ({ round }) => {
        const mark = overTime.marks.get(round.id)
        return mark === undefined ? (
          '–'
        ) : (
          <>
            <span aria-hidden="true">{mark.side === 'up' ? '▲ ' : '▼ '}</span>
            {mark.short}
          </>
        )
      },
    },
  ]
}

const chartWords = (overTime: OverTime): string => {
  const { now, before } = overTime.sentences
  const told = [...now, ...before]
  const isLimited = overTime.stretches.some(({ line }) => line.length > 0)
  const signals =
    told.length > 0
      ? told.join(' ')
      : isLimited
        ? 'No signal.'
        : 'No round is large enough for limits.'
  const points =
    overTime.results.judged === 'number'
      ? 'A point for the median of each round, with the middle half of its answers as a bar; the average of the medians and its limits are lines.'
      : 'A point for each round; the average and its limits are lines, and the limits are wider where fewer were audited.'
  return `${points} ${signals} The table below has every figure.`
}

const Legend = ({ overTime }: { overTime: OverTime }) => (
  <p class="pl-legend pl-muted">
    <span>
      {overTime.results.judged === 'number'
        ? '● the median of a round, with the middle half of its answers'
        : '● a round'}
    </span>
    <span class="pl-spc__key--up">▲ part of a signal upward</span>
    <span class="pl-spc__key--down">▼ part of a signal downward</span>
    {overTime.stretches.some(({ points }) => points.some(({ isSmall }) => isSmall)) ? (
      <span>○ too small for limits, with its own 95% interval</span>
    ) : (
      ''
    )}
  </p>
)

const unitWords = ({ unit }: OverTimePageProps['results']): string =>
  unit === undefined ? '' : ` in ${unit}`

const Charts = (props: OverTimePageProps) => {
  const { overTime, results } = props
  const heading = resultsHeading(results)
  const isNumber = results.judged === 'number'
  return (
    <>
      <ResultsBreaks results={results} />
      <h2>The line</h2>
      <Legend overTime={overTime} />
      <SpcChart
        title={`${heading}: ${isNumber ? `median${unitWords(results)}` : 'share'} by round, with average and limits`}
        description={chartWords(overTime)}
        points={pointsOf(overTime)}
        unit={isNumber ? 'number' : 'share'}
        target={overTime.target && overTime.target.target / 100}
      />
      {isNumber ? (
        ''
      ) : (
        <>
          <h2>{results.judged === 'grade' ? 'The grades behind it' : 'The answers behind it'}</h2>
          <RoundBars results={results} fewest={props.fewest} />
        </>
      )}
      <h2>Every figure</h2>
      <ResultsTable
        results={results}
        fewest={props.fewest}
        isLinked={props.isLinked}
        further={limitColumns(overTime)}
      />
    </>
  )
}

const Nothing = ({ results }: Pick<OverTimePageProps, 'results'>) => {
  const { filters } = results
  const wide = { ...filters, team: '', status: '' }
  const isNarrowed = filters.team !== '' || filters.status !== ''
  return (
    <EmptyState title="No audits">
      <p>
        {results.hasEarlier
          ? 'Nothing was audited in this period; there is something in other years.'
          : 'A line appears here when rounds with this theme have been audited, or when earlier years are imported.'}
      </p>
      {results.hasEarlier ? (
        <p>
          <a
            href={addressOf('/results/over-time', { ...filters, period: 'all', from: '', to: '' })}
          >
            Show all years
          </a>
        </p>
      ) : isNarrowed ? (
        <p>
          <a href={addressOf('/results/over-time', wide)}>Show the whole council</a>
        </p>
      ) : (
        ''
      )}
    </EmptyState>
  )
}

const NoShare = ({ results }: Pick<OverTimePageProps, 'results'>) => (
  <EmptyState title="No share to follow">
    <p>This measure is a choice of several, and has no one share that could stand on a line.</p>
    <p>
      <a href={addressOf('/results', results.filters)}>Show it round by round</a>
    </p>
  </EmptyState>
)

export const OverTimePage = (props: OverTimePageProps) => {
  const { overTime, results } = props
  const { comparison, judged } = results
  const what = judged === 'grade' ? positiveWords(results.scale) : 'answered yes'
  const hasLine = results.figures.some(
    ({ share, quartiles }) => share !== undefined || quartiles !== undefined
  )
  return (
    <>
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
      <ResultsTabs
        current="over-time"
        seesTeams={props.seesTeams}
        carried={carriedFilters(results.filters, '4y', results.themes)}
      />
      <h1>{`${resultsHeading(results)} over time`}</h1>
      {results.question === undefined ? '' : <p class="pl-muted">{results.question}</p>}
      {comparison && (comparison.last || comparison.before) ? (
        <ResultsSentence
          comparison={comparison}
          what={what}
          judged={judged === 'yes_no' ? 'yes_no' : 'grade'}
          fewest={props.fewest}
          small={props.small}
          openRounds={openRoundsOf(results)}
        />
      ) : (
        ''
      )}
      <SpcWords overTime={overTime} what={what} unit={results.unit} />
      <LineAndPairWords agreement={overTime.agreement} />
      <ResultsFilters {...props} action="/results/over-time">
        {judged === 'number' || judged === 'category' ? '' : <LineFilters overTime={overTime} />}
      </ResultsFilters>
      <p class="pl-muted">{`Shown: ${filterWords(props)}${results.filters.period === '' ? '. The sentence at the top is of the last twelve months, whatever dates are shown' : ''}`}</p>
      {results.figures.length === 0 ? (
        <Nothing results={results} />
      ) : hasLine ? (
        <Charts {...props} />
      ) : (
        <NoShare results={results} />
      )}
      <ItemRanking overTime={overTime} small={props.small} />
      <Baselines baselines={overTime.baselines} setHref={props.setHref} />
    </>
  )
}
