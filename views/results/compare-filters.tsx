/** What is compared with what: the choices of the page, those of the chosen kind of comparison alone. */
import type { ComparedRows } from '../../src/analytics/load-compare.ts'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { kindLabel, statusLabel } from '../format.ts'
import { themeOption } from './theme-option.ts'

export type CompareFiltersProps = {
  compared: ComparedRows
  statuses: readonly string[]
  /** Undefined for those who may not take figures away. */
  csvHref: string | undefined
}

const MODES = [
  { value: 'years', text: 'Last twelve months, with the twelve before' },
  { value: 'periods', text: 'Two periods' },
  { value: 'rounds', text: 'Two rounds' },
]

const PERIODS = [
  ['from1', 'Earlier from'],
  ['to1', 'Earlier to'],
  ['from2', 'Later from'],
  ['to2', 'Later to'],
] as const

export const CompareFilters = ({ compared, statuses, csvHref }: CompareFiltersProps) => {
  const { filters, themes, kinds, teams, offered } = compared
  const faultOf = (field: string) => compared.faults.find((one) => one.field === field)?.message
  const rounds = offered.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <FilterBar
      action="/results/compare"
      label="Choose what is compared"
      end={
        csvHref === undefined ? undefined : (
          <a href={csvHref} download>
            Download these figures (CSV)
          </a>
        )
      }
    >
      <Select
        name="compare"
        label={{ text: 'Compare' }}
        error={faultOf('compare')}
        value={filters.compare}
        items={MODES}
      />
      {filters.compare === 'periods'
        ? PERIODS.map(([name, text]) => (
            <Input
              name={name}
              type="date"
              label={{ text }}
              error={faultOf(name)}
              value={filters[name]}
            />
          ))
        : ''}
      {filters.compare === 'rounds' && rounds.length > 0 ? (
        <>
          <Select
            name="round1"
            label={{ text: 'Earlier round' }}
            error={faultOf('round1')}
            value={filters.round1}
            items={rounds}
          />
          <Select
            name="round2"
            label={{ text: 'Later round' }}
            error={faultOf('round2')}
            value={filters.round2}
            items={rounds}
          />
        </>
      ) : (
        ''
      )}
      <Select
        name="theme"
        label={{ text: 'Theme' }}
        error={faultOf('theme')}
        value={filters.theme}
        items={[{ value: '', text: 'Every theme' }, ...themes.map(themeOption)]}
      />
      {teams.length === 0 && faultOf('team') === undefined ? (
        ''
      ) : (
        <Select
          name="team"
          label={{ text: 'Team' }}
          error={faultOf('team')}
          value={filters.team}
          items={[
            { value: '', text: 'Whole council' },
            ...teams.map(({ id, name, depth }) => ({
              value: id,
              text: `${'– '.repeat(depth)}${name}`,
            })),
          ]}
        />
      )}
      <Select
        name="status"
        label={{ text: 'Service status' }}
        error={faultOf('status')}
        value={filters.status}
        items={[
          { value: '', text: 'All children' },
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
    </FilterBar>
  )
}
