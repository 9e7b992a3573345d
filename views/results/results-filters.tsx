/** The filters of the results page, and the same choices in words for paper and screen readers. */
import type { Child } from 'hono/jsx'
import type { Results } from '../../src/analytics/load-results.ts'
import { FilterBar } from '../components/filter-bar.tsx'
import { Select } from '../components/select.tsx'
import { kindLabel, statusLabel } from '../format.ts'
import { datesWords, PeriodFields, periodName } from './period-fields.tsx'
import { importedWords, isImportedName, themeOption } from './theme-option.ts'

export type ResultsFiltersProps = {
  results: Results
  statuses: readonly string[]
  /** Undefined for those who may not take figures away. */
  csvHref: string | undefined
  /** The page that the filters are of; round by round where it is left out. */
  action?: string
  /** Further filters of that page, after those that all have. */
  children?: Child
}

const everything = (text: string) => ({ value: '', text })

/** Level by a dash: a select has no other way to show what lies below what. */
const teamText = (team: { name: string; depth: number; closedOn: string | null }): string =>
  `${'– '.repeat(team.depth)}${team.name}${team.closedOn === null ? '' : ' (closed)'}`

export const ResultsFilters = (props: ResultsFiltersProps) => {
  const { results, statuses, csvHref } = props
  const { filters, themes, items, kinds, teams } = results
  const isImported = themes.some((theme) => theme.key === filters.theme && isImportedName(theme))
  const faultOf = (field: string) => results.faults.find((fault) => fault.field === field)?.message
  return (
    <FilterBar
      action={props.action ?? '/results'}
      label="Choose what is shown"
      end={
        csvHref === undefined ? undefined : (
          <a href={csvHref} download>
            Download these figures (CSV)
          </a>
        )
      }
    >
      <Select
        name="theme"
        label={{ text: 'Theme' }}
        error={faultOf('theme')}
        value={filters.theme}
        items={themes.map(themeOption)}
      />
      {items.length < 2 ? (
        ''
      ) : (
        <Select
          name="item"
          label={{ text: 'Item' }}
          error={faultOf('item')}
          value={filters.item}
          items={items.map((item) => ({
            value: item.key,
            text: isImported ? item.label : importedWords(item),
          }))}
        />
      )}
      {teams.length === 0 && faultOf('team') === undefined ? (
        ''
      ) : (
        <Select
          name="team"
          label={{ text: 'Team' }}
          error={faultOf('team')}
          value={filters.team}
          items={[
            everything('Whole council'),
            ...teams.map((team) => ({ value: team.id, text: teamText(team) })),
          ]}
        />
      )}
      <Select
        name="status"
        label={{ text: 'Service status' }}
        error={faultOf('status')}
        value={filters.status}
        items={[
          everything('All children'),
          ...statuses.map((status) => ({ value: status, text: statusLabel(status) })),
        ]}
      />
      {kinds.length < 2 ? (
        ''
      ) : (
        <Select
          name="kind"
          label={{ text: 'Kind of round' }}
          error={faultOf('kind')}
          value={filters.kind}
          items={kinds.map((kind) => ({ value: kind, text: kindLabel(kind) }))}
        />
      )}
      <PeriodFields filters={filters} faultOf={faultOf} />
      {props.children}
    </FilterBar>
  )
}

/** `Learning audits, last two years, North 1, Child protection`. */
export const filterWords = ({ results }: Pick<ResultsFiltersProps, 'results'>): string => {
  const { filters, teams } = results
  const team = teams.find((one) => one.id === filters.team)
  return [
    `${kindLabel(filters.kind)} rounds`,
    filters.period === '' ? datesWords(filters) : periodName(filters),
    team ? `${team.name}${team.kind === 'service' ? ' and its teams' : ''}` : 'whole council',
    filters.status === '' ? 'all children' : statusLabel(filters.status),
  ]
    .filter((part) => part !== '')
    .join(', ')
}
