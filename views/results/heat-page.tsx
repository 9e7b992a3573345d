/** Themes by team, service, status or age: in each cell how many were graded and how the grades are mixed. */
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { Heat } from '../../src/analytics/load-heat.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { GradePatterns } from '../components/grade-patterns.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { Select } from '../components/select.tsx'
import { formatCount, plural, statusLabel } from '../format.ts'
import { carriedFilters } from './carried-filters.ts'
import {
  FrameFaults,
  FrameFilters,
  frameAddress,
  frameWords,
  teamsWords,
} from './frame-filters.tsx'
import { GradeMix } from './grade-mix.tsx'
import { groupLabel } from './group-words.ts'
import { addressesOf } from './results-address.ts'
import { ResultsTabs } from './results-tabs.tsx'

export type HeatPageProps = {
  frame: Frame
  heat: Heat
  fewest: number
  small: number
  csvHref: string | undefined
  /** Whether the reader may ask for the audits behind a cell. */
  isLinked: boolean
}

const byWords = { team: 'team', service: 'service', status: 'service status', age: 'age' } as const

/** What a column's heading says. */
export const heatGroupLabel = (by: Heat['by'], key: string, label: string): string =>
  by === 'status'
    ? key === ''
      ? 'Not known'
      : statusLabel(key)
    : by === 'age'
      ? groupLabel('age', key)
      : label

const isByTeam = ({ by }: Heat): boolean => by === 'team' || by === 'service'

const Sentence = ({ frame, heat, fewest }: HeatPageProps) => {
  const cells = heat.table.rows.flatMap((row) => row.cells)
  const judged = cells.filter(({ n }) => n > 0)
  const few = judged.filter(({ n }) => n < fewest).length
  const none = cells.length - judged.length
  const total = judged.reduce((sum, { n }) => sum + n, 0)
  return (
    <p class="pl-lead">
      {`${plural(total, 'grade')} of ${plural(heat.table.rows.length, 'theme')} in ${plural(frame.rounds.length, 'round')}, by ${byWords[heat.by]}. `}
      {few === 0
        ? ''
        : `${formatCount(few)} of ${plural(cells.length, 'cell')} ${few === 1 ? 'has' : 'have'} fewer than ${fewest} and ${few === 1 ? 'shows' : 'show'} counts only. `}
      {none === 0
        ? ''
        : `In ${few === 0 ? plural(none, 'cell') : formatCount(none)} nothing was audited. `}
      Rows stand in the order of the library; nothing here is ranked.
    </p>
  )
}

/** The audits behind a cell: of a theme, and of a group of which some are not known. */
const cellHrefs = (props: HeatPageProps): ((theme: string, group: string) => string) => {
  const { by } = props.heat
  const filter = by === 'status' || by === 'age' ? by : 'team'
  const back = frameAddress('/results/heat', props.frame, { by })
  const hrefOf = addressesOf((theme, group) =>
    frameAddress('/results/audits', props.frame, { theme, value: 'in_n', [filter]: group, back })
  )
  return (theme, group) => hrefOf(theme, group === '' && filter !== 'team' ? 'not_known' : group)
}

/** So many columns stand side by side on paper; of more, each cell says on paper whose it is. */
const MOST_ON_PAPER = 7

const Table = (props: HeatPageProps) => {
  const { heat, fewest, small, isLinked } = props
  const wrapsOnPaper = heat.table.groups.length > MOST_ON_PAPER
  const hrefOf = isLinked ? cellHrefs(props) : undefined
  const labels = heat.table.groups.map(({ key, label }) => heatGroupLabel(heat.by, key, label))
  return (
    <DataTable
      id="heat"
      caption={`Grades by theme and ${byWords[heat.by]}`}
      isCaptionHidden
      wrapsOnPaper={wrapsOnPaper}
      columns={[{ header: 'Theme' }, ...labels.map((header) => ({ header }))]}
      rows={heat.table.rows.map(({ theme, label, cells }) => [
        label,
        ...cells.map((cell, place) => (
          <GradeMix
            cell={cell}
            fewest={fewest}
            small={small}
            href={hrefOf?.(theme, heat.table.groups[place]?.key ?? '')}
            onPaper={wrapsOnPaper ? labels[place] : undefined}
          />
        )),
      ])}
    />
  )
}

/** Every value that a bar of the table can show, the four grades first. */
const Legend = ({ heat }: HeatPageProps) => {
  const values = new Map(
    heat.table.rows
      .flatMap(({ cells }) => cells)
      .flatMap(({ parts }) => parts)
      .map(({ value }) => [value.key, value])
  )
  const fours = ['outstanding', 'good', 'requires_improvement', 'inadequate']
  const others = [...values.values()].filter(({ key }) => !fours.includes(key))
  return (
    <p class="pl-legend">
      {fours.map((grade) => (
        <GradeTag grade={grade} />
      ))}
      {others.map((value) => (
        <GradeTag grade={value} />
      ))}
      <span class="pl-muted">Letters and how many; n is how many were graded</span>
    </p>
  )
}

export const HeatPage = (props: HeatPageProps) => {
  const { frame, heat } = props
  return (
    <>
      <ResultsTabs
        current="heat"
        seesTeams={frame.teams.length > 0}
        carried={carriedFilters(frame.filters, '1y')}
      />
      <FrameFaults frame={{ ...frame, faults: [...frame.faults, ...heat.faults] }} />
      <h1>{`Themes by ${byWords[heat.by]}`}</h1>
      {heat.table.rows.length === 0 ? '' : <Sentence {...props} />}
      <FrameFilters
        frame={{ ...frame, faults: [...frame.faults, ...heat.faults] }}
        action="/results/heat"
        fields={['theme', 'team', 'status', 'kind', 'period']}
        anyTheme="Every theme"
        csvHref={props.csvHref}
      >
        <Select
          name="by"
          label={{ text: 'Divided by' }}
          error={heat.faults.find(({ field }) => field === 'by')?.message}
          value={heat.by}
          items={heat.choices.map(({ key, label }) => ({ value: key, text: label }))}
        />
      </FrameFilters>
      <p class="pl-muted">{`Shown: ${frameWords(frame, isByTeam(heat) ? teamsWords(frame) : undefined)}`}</p>
      {heat.table.rows.length === 0 ? (
        <EmptyState title="No audits">
          <p>
            {frame.rounds.length === 0
              ? 'No round of this kind ended in this period. Choose a longer one, or another kind of round.'
              : 'Nothing was graded under these filters. Choose fewer of them, or a longer period.'}
          </p>
          <p>
            <a href="/results/heat?period=all">Show all years</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <GradePatterns />
          <Legend {...props} />
          <Table {...props} />
          {heat.by === 'age' && heat.table.groups.some(({ key }) => key === '') ? (
            <p class="pl-muted">
              Not known: the age was not recorded when the audit was submitted. Audits that were
              imported from earlier years never say it.
            </p>
          ) : (
            ''
          )}
          {heat.table.without.length === 0 || frame.filters.theme !== '' ? (
            ''
          ) : (
            <p class="pl-muted">{`No audits of: ${heat.table.without.join(', ')}.`}</p>
          )}
        </>
      )}
    </>
  )
}
