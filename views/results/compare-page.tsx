/** Two periods or rounds side by side: what may be said of each theme, and of how many pairs chance alone speaks. */
import type { ComparedRow, ComparedRows } from '../../src/analytics/load-compare.ts'
import type { Side } from '../../src/analytics/rules/compare-pair.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { formatCount, formatDate, kindLabel, plural } from '../format.ts'
import { carriedFilters } from './carried-filters.ts'
import { CompareFilters, type CompareFiltersProps } from './compare-filters.tsx'
import {
  countWords,
  differenceWords,
  pairSentence,
  shareWords,
  verdictWords,
} from './compare-words.ts'
import { IntervalBar } from './interval-bar.tsx'
import { addressOf } from './results-address.ts'
import { ResultsTabs } from './results-tabs.tsx'
import { importedWords } from './theme-option.ts'

export type ComparePageProps = CompareFiltersProps & {
  fewest: number
  small: number
  /** Whether figures lead to audits. */
  isLinked: boolean
  seesTeams: boolean
}

/** `Monday 24 November 2025 to Monday 23 November 2026 (6 rounds)`, or the name of the round. */
const sideWords = ({ filters, sides, spans }: ComparedRows, place: 0 | 1): string => {
  const rounds = sides[place]
  const open = openWords(rounds)
  if (filters.compare === 'rounds') return `${rounds[0]?.name ?? 'no round'}${open}`
  const { from, to } = spans[place]
  return `${formatDate(from)} to ${formatDate(to)} (${plural(rounds.length, 'round')})${open}`
}

/** Figures of a round that is open are not the last word. */
const openWords = (rounds: ComparedRows['sides'][0]): string => {
  const open = rounds.filter(({ isOpen }) => isOpen).map(({ name }) => name)
  return open.length === 0 ? '' : `. Still open, not all audits are in: ${open.join(', ')}`
}

/** Why there is nothing on a side, where it has no round at all. */
const emptySide = ({ sides, filters, offered }: ComparedRows): string | undefined => {
  if (filters.compare === 'rounds') {
    return offered.length === 1 && sides.some((rounds) => rounds.length > 0)
      ? 'There is only one round of this kind: there is none to compare it with.'
      : undefined
  }
  const [earlier, later] = sides.map((rounds) => rounds.length)
  if (earlier === 0 && later === 0) return undefined
  if (earlier === 0)
    return 'No round of this kind is on the earlier side: there is nothing to compare.'
  return later === 0
    ? 'No round of this kind is on the later side: there is nothing to compare.'
    : undefined
}

const lead = (shown: ComparedRows): string => {
  const { rows, counted, filters } = shown
  const { compared, improved, declined } = counted
  const empty = emptySide(shown)
  if (empty !== undefined) return empty
  if (rows.length === 0) return 'Neither side has audits.'
  if (compared === 0) return 'No pair has enough audits on both sides to be compared.'
  const what = filters.theme === '' ? 'theme' : 'item'
  const level = compared - improved - declined
  return `Of ${plural(compared, what)} compared, ${formatCount(improved)} improved, ${formatCount(declined)} declined, and ${formatCount(level)} ${level === 1 ? 'shows' : 'show'} no clear change.`
}

/** Of many pairs some look different by chance alone. */
const chanceWords = ({ counted }: ComparedRows): string => {
  const { compared, byChance } = counted
  if (compared === 0) return ''
  const pairs = `${plural(compared, 'pair')} ${compared === 1 ? 'was' : 'were'} looked at.`
  if (byChance === 0) return `${pairs} About one pair in twenty looks different by chance alone.`
  return `${pairs} Of ${formatCount(compared)} pairs ${byChance === 1 ? 'one' : formatCount(byChance)} would be expected to look different by chance alone.`
}

const resultsFilters = ({ filters }: ComparedRows, { theme, item }: ComparedRow) => ({
  ...{ theme, item, team: filters.team, status: filters.status },
  ...{ kind: filters.kind, period: 'all' },
})

const SideCell = ({
  props,
  row,
  place,
}: {
  props: ComparePageProps
  row: ComparedRow
  place: 0 | 1
}) => {
  const { compared, fewest, small, isLinked } = props
  const side: Side = place === 0 ? row.pair.earlier : row.pair.later
  // Of rounds that do not mean the same, the sum is no figure.
  if (row.pair.silence === 'meaning') return <span class="pl-muted">not added up</span>
  const rounds = compared.sides[place]
  const [first, last] = [rounds[0], rounds.at(-1)]
  const words = countWords(side)
  const share = shareWords(side, fewest, small)
  return (
    <>
      {isLinked && side.n > 0 && first && last ? (
        <a
          href={
            // History without a rubric leads round by round, and from there to its audits.
            row.isPublished
              ? addressOf('/results/audits', resultsFilters(compared, row), {
                  from: first.date,
                  to: last.date,
                })
              : addressOf('/results', resultsFilters(compared, row))
          }
          aria-label={`${words}, ${row.label}, ${place === 0 ? 'earlier' : 'later'}`}
        >
          {words}
        </a>
      ) : (
        words
      )}
      {share === '' ? (
        ''
      ) : (
        <>
          <br />
          <span class="pl-muted">{share}</span>
        </>
      )}
    </>
  )
}

const Said = ({ row }: { row: ComparedRow }) => (
  <>
    <strong>{verdictWords(row.pair, row.kind)}</strong>
    <br />
    <span class="pl-muted">{pairSentence(row.pair)}</span>
  </>
)

/** How far the bars reach either way, as a fraction: a quarter, a half … as far as the widest interval. */
const reachOf = ({ rows }: ComparedRows): number => {
  const ends = rows.flatMap(({ pair: { change } }) =>
    change === undefined ? [] : [Math.abs(change.low), Math.abs(change.high)]
  )
  return Math.max(0.25, Math.ceil(4 * Math.max(0, ...ends)) / 4)
}

/** Of a theme, or of an item in it. */
const nameOf = ({ theme, item, label, isPublished }: ComparedRow): string =>
  item === ''
    ? importedWords({ key: theme, label })
    : isPublished
      ? importedWords({ key: item, label })
      : label

const Rows = (props: ComparePageProps) => {
  const { compared } = props
  const { filters } = compared
  const reach = reachOf(compared)
  return (
    <DataTable
      id="pairs"
      caption={`Good or better on both sides, ${filters.theme === '' ? 'theme by theme' : 'item by item'}`}
      isCaptionHidden
      columns={[
        { header: filters.theme === '' ? 'Theme' : 'Item' },
        { header: 'What may be said' },
        { header: 'Earlier' },
        { header: 'Later' },
        { header: 'Difference in points, 95% interval', isNumber: true },
        { header: `−${100 * reach} to +${100 * reach}` },
      ]}
      rows={compared.rows.map((row) => {
        const { change } = row.pair
        return [
          <a href={addressOf('/results/over-time', resultsFilters(compared, row))}>
            {nameOf(row)}
          </a>,
          <Said row={row} />,
          <SideCell props={props} row={row} place={0} />,
          <SideCell props={props} row={row} place={1} />,
          differenceWords(row.pair),
          change === undefined ? (
            ''
          ) : (
            <IntervalBar
              value={change.difference}
              low={change.low}
              high={change.high}
              from={-reach}
              to={reach}
              line={0}
            />
          ),
        ]
      })}
    />
  )
}

export const comparePageHeading = ({ filters, themes }: ComparedRows): string => {
  const chosen = themes.find(({ key }) => key === filters.theme)
  const theme = chosen === undefined ? filters.theme : importedWords(chosen)
  return filters.theme === '' ? 'Compare' : `Compare: ${theme}`
}

export const ComparePage = (props: ComparePageProps) => {
  const { compared } = props
  const { theme, team, status, kind } = compared.filters
  return (
    <>
      {compared.faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          errors={compared.faults.map(({ field, message }) => ({
            text: message,
            href: `#${field}`,
          }))}
        />
      )}
      <ResultsTabs
        current="compare"
        seesTeams={props.seesTeams}
        carried={carriedFilters({ theme, team, status, kind, period: '' }, '', compared.themes)}
      />
      <h1>{comparePageHeading(compared)}</h1>
      <p class="pl-lead">{lead(compared)}</p>
      <p>{chanceWords(compared)}</p>
      <CompareFilters {...props} />
      <dl class="pl-sides">
        <dt>Earlier</dt>
        <dd>{sideWords(compared, 0)}</dd>
        <dt>Later</dt>
        <dd>{sideWords(compared, 1)}</dd>
      </dl>
      <p class="pl-muted">{`Shares are good or better, or yes, of those audited. ${kindLabel(compared.filters.kind)} rounds alone; a round is dated by the end of its window.`}</p>
      {compared.rows.length === 0 ? (
        <EmptyState title="No audits">
          <p>
            Nothing was audited on either side. Choose other periods, another kind of round or the
            whole council.
          </p>
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
    </>
  )
}
