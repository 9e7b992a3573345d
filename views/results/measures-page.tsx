/** Measures over time: shares of yes with intervals, medians with their spread, and how often each choice was given. */
import type { Child } from 'hono/jsx'
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { Measure, Measures } from '../../src/analytics/load-measures.ts'
import type { RoundFigures } from '../../src/analytics/rules/round-figures.ts'
import { addressWith } from '../components/address-with.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Select } from '../components/select.tsx'
import { formatCount, formatShortDate, percentOf, plural } from '../format.ts'
import { carriedFilters } from './carried-filters.ts'
import { FrameFaults, FrameFilters, frameAddress, frameWords } from './frame-filters.tsx'
import { MeasureChart } from './measure-chart.tsx'
import { ResultsTabs } from './results-tabs.tsx'
import { intervalWords, TOO_FEW } from './share-words.ts'
import { importedWords, themeOption } from './theme-option.ts'

export type MeasuresPageProps = {
  frame: Frame
  measures: Measures
  fewest: number
  small: number
  csvHref: string | undefined
  isLinked: boolean
}

type Column = { header: string; isNumber?: boolean; cell: (figures: RoundFigures) => Child }

const sample = ({ small }: MeasuresPageProps, n: number): string =>
  n < small ? ', a very small sample' : ''

/** The latest round in a sentence. */
const latestWords = (props: MeasuresPageProps, measure: Measure): string => {
  const latest = measure.rounds.at(-1)
  if (latest === undefined) return ''
  const { round, n, share, quartiles, values } = latest
  const unit = measure.unit === undefined ? '' : ` (${measure.unit})`
  if (n < props.fewest)
    return `${round.name}: ${plural(n, 'answer')}, too few for more than counts.`
  if (share) {
    return `${round.name}: ${share.count} of ${n} yes (${share.percent}%, 95% interval ${intervalWords(share)}${sample(props, n)}).`
  }
  if (quartiles) {
    return `${round.name}: the median of ${plural(n, 'answer')} is ${formatCount(quartiles.median)}${unit}; the middle half lies between ${formatCount(quartiles.lowerQuartile)} and ${formatCount(quartiles.upperQuartile)}${sample(props, n)}.`
  }
  const most = values[0]
  return most === undefined
    ? ''
    : `${round.name}: most often “${measure.labels.get(most.value) ?? most.value}”, ${most.count} of ${n} (${percentOf(most.count, n)}${sample(props, n)}).`
}

const choicesOf = (measure: Measure): string[] => {
  const given = new Set(measure.rounds.flatMap(({ values }) => values.map(({ value }) => value)))
  const known = [...measure.labels.keys()].filter((key) => given.has(key))
  return [...known, ...[...given].filter((value) => !known.includes(value)).toSorted()]
}

const columnsOf = (props: MeasuresPageProps, measure: Measure): Column[] => {
  const { fewest } = props
  if (measure.kind === 'yes_no') {
    return [
      { header: 'Yes', isNumber: true, cell: ({ share }) => formatCount(share?.count ?? 0) },
      {
        header: 'Share of yes',
        isNumber: true,
        cell: ({ n, share }) => (share && n >= fewest ? `${share.percent}%` : TOO_FEW),
      },
      {
        header: '95% interval',
        isNumber: true,
        cell: ({ n, share }) => (share && n >= fewest ? intervalWords(share) : '–'),
      },
    ]
  }
  if (measure.kind === 'number') {
    return (
      [
        ['Median', 'median'],
        ['Lower quartile', 'lowerQuartile'],
        ['Upper quartile', 'upperQuartile'],
        ['Least', 'min'],
        ['Most', 'max'],
      ] as const
    ).map(([header, figure]) => ({
      header,
      isNumber: true,
      cell: ({ n, quartiles }) =>
        quartiles && n >= fewest ? formatCount(quartiles[figure]) : TOO_FEW,
    }))
  }
  return choicesOf(measure).map((choice) => ({
    header: measure.labels.get(choice) ?? choice,
    isNumber: true,
    cell: ({ n, values }) => {
      const count = values.find(({ value }) => value === choice)?.count ?? 0
      return n < fewest ? formatCount(count) : `${formatCount(count)} (${percentOf(count, n)})`
    },
  }))
}

const idOf = ({ key }: Measure): string => key.replace(/[^a-z0-9]+/gi, '-')

const overTimeHref = ({ frame, measures }: MeasuresPageProps, { key }: Measure): string => {
  const { team, status, kind } = frame.filters
  return addressWith('/results/over-time', {
    ...{ theme: measures.theme, item: key, team, status, kind, period: 'all' },
  })
}

const Table = ({ props, measure }: { props: MeasuresPageProps; measure: Measure }) => {
  const columns = columnsOf(props, measure)
  const href = (figures: RoundFigures) =>
    frameAddress('/results/audits', props.frame, {
      theme: props.measures.theme,
      item: measure.key,
      value: 'in_n',
      period: '',
      from: figures.round.date,
      to: figures.round.date,
      back: frameAddress('/results/measures', props.frame, { theme: props.measures.theme }),
    })
  return (
    <DataTable
      id={`measure-${idOf(measure)}`}
      caption={`${measure.label}, round by round, the latest first`}
      isCaptionHidden
      columns={[
        { header: 'Round' },
        { header: 'n', isNumber: true },
        ...columns.map(({ header, isNumber }) => ({ header, isNumber: isNumber ?? false })),
        { header: 'Not applicable', isNumber: true },
        { header: 'Not enough evidence', isNumber: true },
      ]}
      rows={measure.rounds.toReversed().map((figures) => [
        <>
          {figures.round.name}
          <br />
          <span class="pl-muted">
            {figures.round.isOpen
              ? 'Still open: not all audits are in'
              : formatShortDate(figures.round.date)}
          </span>
        </>,
        props.isLinked ? (
          <a href={href(figures)}>{formatCount(figures.n)}</a>
        ) : (
          formatCount(figures.n)
        ),
        ...columns.map(({ cell }) => cell(figures)),
        formatCount(figures.notApplicable),
        formatCount(figures.notEnoughEvidence),
      ])}
    />
  )
}

const MeasureSection = ({ props, measure }: { props: MeasuresPageProps; measure: Measure }) => (
  <>
    <h2>{importedWords(measure)}</h2>
    {measure.question === undefined ? '' : <p class="pl-muted">{measure.question}</p>}
    <p>
      {latestWords(props, measure)}
      {measure.kind === 'category' ? (
        ''
      ) : (
        <>
          {' '}
          <a href={overTimeHref(props, measure)}>{`${measure.label} over time, with limits`}</a>
        </>
      )}
    </p>
    <MeasureChart measure={measure} id={`chart-${idOf(measure)}`} fewest={props.fewest} />
    <Table props={props} measure={measure} />
    {measure.isMultiple ? (
      <p class="pl-muted">
        Several choices could be given: they need not add up to n, nor the shares to 100%.
      </p>
    ) : (
      ''
    )}
  </>
)

export const MeasuresPage = (props: MeasuresPageProps) => {
  const { frame, measures } = props
  return (
    <>
      <ResultsTabs
        current="measures"
        seesTeams={frame.teams.length > 0}
        carried={carriedFilters(frame.filters, '2y')}
      />
      <FrameFaults frame={frame} />
      <h1>{`Measures: ${measures.title}`}</h1>
      {measures.measures.length === 0 ? (
        ''
      ) : (
        <p class="pl-lead">
          {`${plural(measures.measures.length, 'measure')} in ${plural(frame.rounds.length, 'round')}. Not applicable and not enough evidence stand beside n and are not in it.`}
        </p>
      )}
      <FrameFilters
        frame={frame}
        action="/results/measures"
        fields={['team', 'status', 'kind', 'period']}
        csvHref={props.csvHref}
      >
        <Select
          name="theme"
          label={{ text: 'Theme' }}
          error={frame.faults.find(({ field }) => field === 'theme')?.message}
          value={measures.theme}
          items={[
            ...measures.themes,
            ...(measures.themes.some(({ key }) => key === measures.theme)
              ? []
              : [{ key: measures.theme, label: measures.title }]),
          ].map(themeOption)}
        />
      </FrameFilters>
      <p class="pl-muted">{`Shown: ${frameWords(frame)}, of those audited`}</p>
      {measures.measures.length === 0 ? (
        <EmptyState title="No audits">
          <p>
            Nothing of this theme was measured under these filters. Choose another theme, or a
            longer period.
          </p>
        </EmptyState>
      ) : (
        measures.measures.map((measure) => <MeasureSection props={props} measure={measure} />)
      )}
    </>
  )
}
