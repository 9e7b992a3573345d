/** The period of a page of results: by name, or by dates, which go before the name until another name is chosen. */
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { formatShortDate } from '../format.ts'

const periodLabels = [
  ['1y', 'Last year'],
  ['2y', 'Last two years'],
  ['4y', 'Last four years'],
  ['all', 'All years'],
] as const

export type PeriodFilters = {
  /** '' where dates are given. */
  readonly period: string
  readonly from: string
  readonly to: string
}

export type PeriodFieldsProps = {
  filters: PeriodFilters
  faultOf: (field: string) => string | undefined
}

/** By name alone. */
export const PeriodField = ({ filters, faultOf }: PeriodFieldsProps) => (
  <Select
    name="period"
    label={{ text: 'Period' }}
    error={faultOf('period')}
    value={filters.period}
    items={[
      filters.period === '' ? { value: '', text: 'Dates as given' } : undefined,
      ...periodLabels.map(([value, text]) => ({ value, text })),
    ]}
  />
)

export const PeriodFields = ({ filters, faultOf }: PeriodFieldsProps) => (
  <>
    {filters.period === '' ? <input type="hidden" name="dated" value="yes" /> : ''}
    <PeriodField filters={filters} faultOf={faultOf} />
    <Input
      name="from"
      type="date"
      label={{ text: 'or from' }}
      error={faultOf('from')}
      value={filters.from}
    />
    <Input name="to" type="date" label={{ text: 'to' }} error={faultOf('to')} value={filters.to} />
  </>
)

/** `last year`; '' where dates are given. */
export const periodName = ({ period }: PeriodFilters): string =>
  periodLabels.find(([key]) => key === period)?.[1].toLowerCase() ?? ''

/** `1 Apr 2026 to 30 Jun 2026`; an open end is today. */
export const datesWords = ({ from, to }: PeriodFilters): string => {
  const until = to === '' ? 'today' : formatShortDate(to)
  return from === '' ? `up to ${until}` : `${formatShortDate(from)} to ${until}`
}
