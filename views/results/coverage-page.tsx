/** What a rolling year of audits has reached, and what it has not: the gaps in words first, then the tables. */
import type { Coverage } from '../../src/analytics/load-coverage.ts'
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { Reach } from '../../src/analytics/rules/coverage.ts'
import { addressWith } from '../components/address-with.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatCount, formatShortDate, plural, statusLabel } from '../format.ts'
import { CoverageSample } from './coverage-sample.tsx'
import { FrameFaults, FrameFilters, frameAddress } from './frame-filters.tsx'
import { ResultsTabs } from './results-tabs.tsx'

export type CoveragePageProps = {
  frame: Frame
  coverage: Coverage
  csvHref: string | undefined
  /** Whether figures lead to audits. */
  isLinked: boolean
}

/** Leads to the audits of a figure; undefined for those who read none. */
type HrefOf = ((filters: Readonly<Record<string, string>>) => string) | undefined

const hrefsOf = ({ frame, isLinked }: CoveragePageProps): HrefOf =>
  isLinked
    ? (filters) => addressWith('/results/coverage/audits', { team: frame.filters.team, ...filters })
    : undefined

const casesWords = (openCases: number | undefined): string =>
  openCases === undefined ? '' : `, ${plural(openCases, 'open case')}`

const Gap = ({ reach, label, last }: { reach: Reach; label: string; last: string }) => (
  <li>
    <strong>{label}</strong>
    {`: ${reach.lastOn === null ? 'never audited' : `${last} ${formatShortDate(reach.lastOn)}`}${casesWords(reach.openCases)}`}
  </li>
)

const Gaps = ({
  title,
  reaches,
  labelOf,
  last = 'last audited',
}: {
  title: string
  reaches: readonly Reach[]
  labelOf: (reach: Reach) => string
  /** What the date is of. */
  last?: string
}) =>
  reaches.length === 0 ? (
    ''
  ) : (
    <>
      <h3>{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {reaches.map((reach) => (
          <Gap reach={reach} label={labelOf(reach)} last={last} />
        ))}
      </ul>
    </>
  )

const reachedOf = (reaches: readonly Reach[]): string =>
  `${formatCount(reaches.filter(({ n }) => n > 0).length)} of ${formatCount(reaches.length)}`

const Sentence = ({ frame, coverage }: CoveragePageProps) => {
  const { teams, statuses, themes, gaps, audits, since } = coverage
  const isOfSome = !frame.seesEveryTeam && frame.filters.team === ''
  const ofTeams =
    teams.length === 0 ? '' : `${reachedOf(teams)} teams${isOfSome ? ' that you may see' : ''}, `
  return (
    <p class="pl-lead">
      {`Since ${formatShortDate(since)} ${plural(audits, 'audit')}${isOfSome ? ' of the whole council' : ''} ${audits === 1 ? 'has' : 'have'} reached ${ofTeams}${reachedOf(statuses)} service statuses and ${reachedOf(themes)} themes${frame.filters.team === '' ? '' : ' of the whole council'}.`}
      {gaps.places === 0
        ? ''
        : ` In ${plural(gaps.places, 'place')} a team that was reached has open cases of a status that was not.`}
    </p>
  )
}

const NotReached = ({ coverage }: CoveragePageProps) => {
  const { teams, statuses, themes } = coverage.gaps
  return (
    <>
      <h2>Not reached in the last twelve months</h2>
      {teams.length + statuses.length + themes.length === 0 ? (
        <p>Every team, service status and theme was reached.</p>
      ) : (
        <>
          <Gaps title="Teams" reaches={teams} labelOf={({ label }) => label} />
          <Gaps
            title="Service statuses"
            reaches={statuses}
            labelOf={({ key }) => statusLabel(key)}
          />
          <Gaps
            title="Themes"
            reaches={themes}
            labelOf={({ label }) => label}
            last="last in the round of"
          />
        </>
      )}
    </>
  )
}

const Cell = ({ reach, href }: { reach: Reach; href: string | undefined }) => {
  const { n, lastOn, openCases } = reach
  if (n === 0 && openCases === 0) return <span class="pl-muted">no open cases</span>
  return (
    <>
      {n === 0 ? (
        <strong class="pl-gap">not reached</strong>
      ) : (
        <strong>
          {href === undefined ? `n ${formatCount(n)}` : <a href={href}>{`n ${formatCount(n)}`}</a>}
        </strong>
      )}
      <br />
      <span class="pl-muted">
        {lastOn === null ? 'never' : formatShortDate(lastOn)}
        {openCases === undefined ? '' : `, ${formatCount(openCases)} open`}
      </span>
    </>
  )
}

const Matrix = (props: CoveragePageProps) => {
  const { coverage } = props
  const hrefOf = hrefsOf(props)
  const gapsFirst = coverage.teams.toSorted((a, b) => Number(a.n > 0) - Number(b.n > 0))
  return (
    <>
      <h2>Teams and service statuses</h2>
      <p class="pl-muted">
        n is audits in the last twelve months, with the date of the latest ever and the cases open
        today. Teams that were not reached come first, then the order of the council.
      </p>
      <DataTable
        id="coverage"
        caption="Audits of each team by service status"
        isCaptionHidden
        columns={[
          { header: 'Team' },
          { header: 'All' },
          ...coverage.statuses.map(({ key }) => ({ header: statusLabel(key) })),
        ]}
        rows={gapsFirst.map((team) => [
          team.label,
          <Cell reach={team} href={hrefOf?.({ place: team.key })} />,
          ...team.cells.map((cell) => (
            <Cell reach={cell} href={hrefOf?.({ place: team.key, status: cell.key })} />
          )),
        ])}
      />
    </>
  )
}

const List = ({
  id,
  title,
  first,
  reaches,
  labelOf,
  hasCases,
  openSince,
  hrefOf,
}: {
  id: string
  title: string
  first: string
  reaches: readonly Reach[]
  labelOf: (reach: Reach) => string
  hasCases: boolean
  /** Of rounds: one that ends on this day or later is open. Undefined where the dates are of audits. */
  openSince?: string
  hrefOf: ((reach: Reach) => string) | undefined
}) => (
  <>
    <h2>{title}</h2>
    <DataTable
      id={id}
      caption={title}
      isCaptionHidden
      columns={[
        { header: first },
        {
          header: openSince === undefined ? 'Audits in the year' : 'In rounds of the year',
          isNumber: true,
        },
        { header: openSince === undefined ? 'Last audited' : 'Latest round' },
        ...(hasCases ? [{ header: 'Open cases', isNumber: true }] : []),
      ]}
      rows={reaches.map((reach) => [
        labelOf(reach),
        reach.n === 0 ? (
          <strong class="pl-gap">none</strong>
        ) : hrefOf ? (
          <a href={hrefOf(reach)}>{formatCount(reach.n)}</a>
        ) : (
          formatCount(reach.n)
        ),
        reach.lastOn === null
          ? 'never'
          : openSince !== undefined && reach.lastOn >= openSince
            ? 'not over yet'
            : formatShortDate(reach.lastOn),
        ...(hasCases
          ? [reach.openCases === undefined ? 'not known' : formatCount(reach.openCases)]
          : []),
      ])}
    />
  </>
)

export const CoveragePage = (props: CoveragePageProps) => {
  const { frame, coverage } = props
  const hrefOf = hrefsOf(props)
  return (
    <>
      <ResultsTabs
        current="coverage"
        seesTeams={frame.teams.length > 0}
        carried={{ team: frame.filters.team }}
      />
      <FrameFaults frame={frame} />
      <h1>What audits have reached</h1>
      <Sentence {...props} />
      <FrameFilters
        frame={frame}
        action="/results/coverage"
        fields={['team']}
        csvHref={props.csvHref}
      />
      <NotReached {...props} />
      {coverage.teams.length === 0 ? '' : <Matrix {...props} />}
      <List
        id="statuses"
        title="Service statuses"
        first="Service status"
        reaches={coverage.statuses}
        labelOf={({ key }) => statusLabel(key)}
        hasCases
        hrefOf={hrefOf && (({ key }) => hrefOf({ status: key }))}
      />
      <CoverageSample samples={coverage.samples} />
      <List
        id="themes"
        title="Themes of the whole council"
        first="Theme"
        reaches={coverage.themes}
        labelOf={({ label }) => label}
        hasCases={false}
        openSince={frame.today}
        hrefOf={hrefOf && (({ key }) => hrefOf({ team: '', theme: key }))}
      />
      <p class="pl-muted">
        A theme counts in the rounds that end in the year, teams and service statuses by the day of
        each audit, so that their numbers differ.{' '}
        <a href={frameAddress('/results/heat', frame, { by: 'team', kind: '', period: '1y' })}>
          See themes by team
        </a>
      </p>
    </>
  )
}
