/** The filters above the pages over several rounds, the faults of an address, and what is shown in words. */
import type { Child } from 'hono/jsx'
import type { Frame } from '../../src/analytics/load-frame.ts'
import { addressWith } from '../components/address-with.ts'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Select } from '../components/select.tsx'
import { formatShortDate, kindLabel, statusLabel } from '../format.ts'
import { datesWords, PeriodField, PeriodFields, periodName } from './period-fields.tsx'
import { themeOption } from './theme-option.ts'

/** `named_period` has no dates. */
export type FrameField = 'theme' | 'team' | 'status' | 'kind' | 'period' | 'named_period'

const kinds = [
  'learning',
  'thematic',
  'dip',
  'multi_agency',
  're_audit',
  'observation',
  'self_assessment',
]

const statuses = ['early_help', 'assessment', 'cin', 'cp', 'care', 'care_leaver', 'closed']

const teamText = (team: { name: string; depth: number; closedOn: string | null }): string =>
  `${'– '.repeat(team.depth)}${team.name}${team.closedOn === null ? '' : ' (closed)'}`

export type FrameFiltersProps = {
  frame: Frame
  action: string
  fields: readonly FrameField[]
  /** The text of no theme; undefined where a theme is always chosen. */
  anyTheme?: string | undefined
  /** Undefined for those who may not take figures away. */
  csvHref?: string | undefined
  /** Further filters of the page, first in the row. */
  children?: Child
}

export const FrameFaults = ({ frame }: { frame: Frame }) =>
  frame.faults.length === 0 ? (
    ''
  ) : (
    <ErrorSummary
      errors={frame.faults.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
    />
  )

const any = (text: string) => ({ value: '', text })

export const FrameFilters = (props: FrameFiltersProps) => {
  const { frame, fields } = props
  const { filters } = frame
  const faultOf = (field: string) => frame.faults.find((fault) => fault.field === field)?.message
  const has = (field: FrameField) => fields.includes(field)
  return (
    <FilterBar
      action={props.action}
      label="Choose what is shown"
      end={
        props.csvHref === undefined ? undefined : (
          <a href={props.csvHref} download>
            Download this table (CSV)
          </a>
        )
      }
    >
      {props.children}
      {has('theme') ? (
        <Select
          name="theme"
          label={{ text: 'Theme' }}
          error={faultOf('theme')}
          value={filters.theme}
          items={[
            props.anyTheme === undefined ? undefined : any(props.anyTheme),
            ...frame.themes.map(themeOption),
          ]}
        />
      ) : (
        ''
      )}
      {has('team') && (frame.teams.length > 0 || faultOf('team') !== undefined) ? (
        <Select
          name="team"
          label={{ text: 'Team' }}
          error={faultOf('team')}
          value={filters.team}
          items={[
            any('Every team'),
            ...frame.teams.map((team) => ({ value: team.id, text: teamText(team) })),
          ]}
        />
      ) : (
        ''
      )}
      {has('status') ? (
        <Select
          name="status"
          label={{ text: 'Service status' }}
          error={faultOf('status')}
          value={filters.status}
          items={[
            any('All children'),
            ...statuses.map((status) => ({ value: status, text: statusLabel(status) })),
          ]}
        />
      ) : (
        ''
      )}
      {has('kind') ? (
        <Select
          name="kind"
          label={{ text: 'Kind of round' }}
          error={faultOf('kind')}
          value={filters.kind}
          items={kinds.map((kind) => ({ value: kind, text: kindLabel(kind) }))}
        />
      ) : (
        ''
      )}
      {has('period') ? <PeriodFields filters={filters} faultOf={faultOf} /> : ''}
      {has('named_period') ? <PeriodField filters={filters} faultOf={faultOf} /> : ''}
    </FilterBar>
  )
}

/** `last year`, or `1 Apr 2026 to 30 Jun 2026`. */
export const periodWords = ({ filters, from, today }: Frame): string => {
  if (filters.period === '') return datesWords(filters)
  const named = periodName(filters)
  return from === undefined
    ? named
    : `${named} (${formatShortDate(from)} to ${formatShortDate(today)})`
}

/** Where figures by team are of, when none is chosen: never "whole council" over one manager's team. */
export const teamsWords = ({ seesEveryTeam, teams }: Frame): string =>
  seesEveryTeam
    ? 'whole council'
    : teams.length === 1
      ? (teams[0]?.name ?? '')
      : 'the teams that you may see'

/**
 * `Learning audit rounds, last year, whole council, all children`.
 * @param everywhere what the figures are of when no team is chosen; '' where a page is of no place
 */
export const frameWords = (frame: Frame, everywhere = 'whole council'): string => {
  const { filters, teams } = frame
  const team = teams.find(({ id }) => id === filters.team)
  return [
    filters.kind === '' ? 'All kinds of round' : `${kindLabel(filters.kind)} rounds`,
    periodWords(frame),
    team ? `${team.name}${team.kind === 'service' ? ' and its teams' : ''}` : everywhere,
    filters.status === '' ? 'all children' : statusLabel(filters.status),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

/** An address with the filters of the frame; what a page does not have is left out by naming it. */
export const frameAddress = (
  path: string,
  frame: Frame,
  more: Readonly<Record<string, string>> = {}
): string => addressWith(path, { ...frame.filters, ...more })
