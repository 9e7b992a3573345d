/** The table of results, the latest round first. Every figure leads to the audits behind it, for those who may read some. */
import type { Child } from 'hono/jsx'
import type { Results } from '../../src/analytics/load-results.ts'
import type { RoundFigures } from '../../src/analytics/rules/round-figures.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatCount, formatShortDate } from '../format.ts'
import { addressOf } from './results-address.ts'
import { breakMark } from './results-breaks.tsx'
import { intervalWords, TOO_FEW } from './share-words.ts'
import { positiveWords, valueWords } from './value-words.ts'

export type ResultsTableProps = {
  results: Results
  fewest: number
  /** Whether figures lead to audits. */
  isLinked: boolean
  /** In the place of what each round is against the one before it. */
  further?: readonly Column[]
}

export type Column = {
  header: string
  isNumber?: boolean
  cell: (figures: RoundFigures) => Child
}

const VERDICTS = {
  improved: 'Improved',
  declined: 'Declined',
  'no clear change': 'No clear change',
  'not comparable': 'Not comparable',
} as const

const counted = (props: ResultsTableProps, figures: RoundFigures, count: number, value: string) => {
  // Of several choices the judgement is one value: the audits behind one choice are not asked for.
  const isChoice = props.results.judged === 'category' && value !== ''
  if (count === 0 || !props.isLinked || isChoice) return formatCount(count)
  const more = value === '' ? {} : { value }
  const href = addressOf('/results/audits', props.results.filters, {
    round: figures.round.id,
    ...more,
  })
  return (
    <a
      href={href}
      aria-label={`${formatCount(count)} ${value === '' ? 'audits' : wordsOf(props, value).toLowerCase()}, ${figures.round.name}`}
    >
      {formatCount(count)}
    </a>
  )
}

const isOnScale = ({ scale }: RoundFigures, value: string): boolean =>
  scale.values.some(({ key }) => key === value)

/** In the words of the scale that the value is on: rounds before a change may be on another one. */
const wordsOf = ({ results }: ResultsTableProps, value: string): string => {
  const scale = results.figures.findLast((one) => isOnScale(one, value))?.scale ?? results.scale
  return valueWords({ ...results, scale }, value)
}

const valueColumns = (props: ResultsTableProps): Column[] => {
  const values = new Map<string, number>()
  for (const { value, count } of props.results.figures.flatMap((one) => one.values)) {
    values.set(value, (values.get(value) ?? 0) + count)
  }
  return [...values.keys()].map((value) => ({
    header: wordsOf(props, value),
    isNumber: true,
    cell: (figures) => {
      if (props.results.judged === 'grade' && !isOnScale(figures, value)) return '–'
      const count = figures.values.find((one) => one.value === value)?.count ?? 0
      return counted(props, figures, count, value)
    },
  }))
}

const outsideColumns = (props: ResultsTableProps): Column[] =>
  (
    [
      ['Not applicable', 'notApplicable', 'not_applicable'],
      ['Not enough evidence', 'notEnoughEvidence', 'not_enough_evidence'],
    ] as const
  )
    .filter(([, figure]) => props.results.figures.some((one) => one[figure] > 0))
    .map(([header, figure, value]) => ({
      header,
      isNumber: true,
      cell: (figures) => counted(props, figures, figures[figure], value),
    }))

const goodWords = ({ results }: ResultsTableProps): string[] => [
  ...new Set(results.figures.map(({ scale }) => positiveWords(scale))),
]

const positiveHeader = (props: ResultsTableProps): string => {
  const [words = '', ...others] = goodWords(props)
  if (others.length > 0) return 'Counted as good'
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Not applicable has its own columns; this is what the scale itself counts beside n. */
const besideColumns = (props: ResultsTableProps): Column[] =>
  [
    ...new Map(
      props.results.figures
        .filter(() => props.results.judged === 'grade')
        .flatMap(({ scale }) => scale.values.filter(({ isOutside }) => isOutside))
        .map(({ key, label }) => [key, label])
    ),
  ].map(([key, label]) => ({
    header: label,
    isNumber: true,
    cell: (figures) =>
      counted(props, figures, figures.outside.find((one) => one.value === key)?.count ?? 0, key),
  }))

const breakAt = ({ results }: ResultsTableProps, roundId: string) =>
  results.breaks.find((one) => one.toRoundId === roundId)

/** Said in the row where a line begins anew. */
const BreakMark = (props: ResultsTableProps & { roundId: string }) => {
  const found = breakAt(props, props.roundId)
  return found === undefined ? (
    ''
  ) : (
    <>
      <br />
      <span class="pl-break-mark">{breakMark(props.results, found)}</span>
    </>
  )
}

const shareColumns = (props: ResultsTableProps): Column[] => [
  {
    header: props.results.judged === 'grade' ? positiveHeader(props) : 'Share of yes',
    isNumber: true,
    cell: ({ n, share, scale }) => {
      if (!share || n < props.fewest) return TOO_FEW
      const isPlain = props.results.judged !== 'grade' || goodWords(props).length < 2
      return isPlain ? `${share.percent}%` : `${share.percent}% ${positiveWords(scale)}`
    },
  },
  {
    header: '95% interval',
    isNumber: true,
    cell: ({ n, share }) => (share && n >= props.fewest ? intervalWords(share) : '–'),
  },
  ...(props.further ?? [
    {
      header: 'Against the round before',
      cell: ({ round }: RoundFigures) => {
        const step = props.results.steps.find((one) => one.roundId === round.id)
        if (breakAt(props, round.id)) return VERDICTS['not comparable']
        return step ? VERDICTS[step.verdict] : '–'
      },
    },
  ]),
]

const quartileColumns = (fewest: number): Column[] =>
  (
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

const columnsOf = (props: ResultsTableProps): Column[] => {
  const { judged } = props.results
  return [
    {
      header: 'Round',
      cell: ({ round }) => (
        <>
          {round.name}
          <br />
          <span class="pl-muted">
            {round.isOpen ? 'Still open: not all audits are in' : formatShortDate(round.date)}
          </span>
          <BreakMark {...props} roundId={round.id} />
        </>
      ),
    },
    { header: 'n', isNumber: true, cell: (figures) => counted(props, figures, figures.n, '') },
    ...(judged === 'number' ? quartileColumns(props.fewest) : valueColumns(props)),
    ...(props.results.figures.some(({ share }) => share !== undefined)
      ? shareColumns(props)
      : (props.further ?? [])),
    ...besideColumns(props),
    ...outsideColumns(props),
  ]
}

export const ResultsTable = (props: ResultsTableProps) => {
  const columns = columnsOf(props)
  return (
    <DataTable
      id="figures"
      caption="Figures of each round, the latest first"
      isCaptionHidden
      columns={columns.map(({ header, isNumber }) => ({ header, isNumber: isNumber ?? false }))}
      rows={props.results.figures
        .toReversed()
        .map((figures) => columns.map((column) => column.cell(figures)))}
    />
  )
}
