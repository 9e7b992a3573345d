/** The filters above the figures of alerts. */
import type { AlertFiguresPage } from '../../src/analytics/load-alert-figures.ts'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { statusLabel } from '../format.ts'

const kinds = [
  { value: 'informal', text: 'Informal alert' },
  { value: 'formal', text: 'Formal alert' },
  { value: 'good_practice', text: 'Good practice' },
]

const periods = [
  { value: '1y', text: 'Last year' },
  { value: '2y', text: 'Last two years' },
  { value: '4y', text: 'Last four years' },
  { value: 'all', text: 'All years' },
]

const statuses = ['early_help', 'assessment', 'cin', 'cp', 'care', 'care_leaver', 'closed']

const any = (text: string) => ({ value: '', text })

export const FigureFilters = ({
  page,
  csvHref,
}: {
  page: AlertFiguresPage
  csvHref: string | undefined
}) => {
  const { filters, faults, teams, categories } = page
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <FilterBar
      action="/alerts/figures"
      label="Choose what is counted"
      end={
        csvHref === undefined ? undefined : (
          <a href={csvHref} download>
            Download these figures (CSV)
          </a>
        )
      }
    >
      {teams.length > 0 || faultOf('team') !== undefined ? (
        <Select
          name="team"
          label={{ text: 'Team' }}
          error={faultOf('team')}
          value={filters.team}
          items={[
            any('Every team'),
            ...teams.map(({ id, name, depth, closedOn }) => ({
              value: id,
              text: `${'– '.repeat(depth)}${name}${closedOn === null ? '' : ' (closed)'}`,
            })),
          ]}
        />
      ) : (
        ''
      )}
      <Select
        name="kind"
        label={{ text: 'Kind' }}
        error={faultOf('kind')}
        value={filters.kind}
        items={[any('Every kind'), ...kinds]}
      />
      <Select
        name="category"
        label={{ text: 'Category' }}
        error={faultOf('category')}
        value={filters.category}
        items={[
          any('Every category'),
          ...categories.map(({ id, label, isRetired }) => ({
            value: id,
            text: isRetired ? `${label} (no longer used)` : label,
          })),
        ]}
      />
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
      <Select
        name="period"
        label={{ text: 'Period' }}
        error={faultOf('period')}
        value={filters.period}
        items={[
          filters.period === '' ? { value: '', text: 'Dates as given' } : undefined,
          ...periods,
        ]}
      />
      <Input
        name="from"
        type="date"
        label={{ text: 'or from' }}
        error={faultOf('from')}
        value={filters.from}
      />
      <Input
        name="to"
        type="date"
        label={{ text: 'to' }}
        error={faultOf('to')}
        value={filters.to}
      />
    </FilterBar>
  )
}
