/** The filters above the register. What was not understood is said above them and stands empty. */
import type { FilterChoices, FilterName } from '../../src/alerts/rules/register-filters.ts'
import { Details } from '../components/details.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'

export type RegisterFiltersProps = {
  choices: FilterChoices
  values: Readonly<Record<FilterName, string>>
  faults: readonly { field: FilterName; message: string }[]
  sort: string
  isFiltered: boolean
}

type Listed = keyof FilterChoices

type Choice = Exclude<Listed, 'sort'>

const often: readonly [Choice, string][] = [
  ['state', 'State'],
  ['team', 'Team and those below'],
  ['category', 'Concern'],
  ['kind', 'Kind'],
  ['stage', 'Stage'],
]

const seldom: readonly [Choice, string][] = [
  ['status', 'Child’s status'],
  ['raiser', 'Raised by'],
]

const isSeldomUsed = ({ values, faults }: RegisterFiltersProps): boolean =>
  (['status', 'raiser', 'from', 'to'] as const).some(
    (field) => values[field] !== '' || faults.some((fault) => fault.field === field)
  )

export const RegisterFilters = (props: RegisterFiltersProps) => {
  const { choices, values, faults, sort, isFiltered } = props
  const errorOf = (field: FilterName) => faults.find((fault) => fault.field === field)?.message
  const items = (field: Listed) =>
    choices[field].map(({ value, label }) => ({ value, text: label }))
  const selects = (fields: readonly [Choice, string][]) =>
    fields.map(([field, label]) =>
      choices[field].length === 0 ? (
        ''
      ) : (
        <Select
          name={field}
          label={label}
          value={values[field]}
          error={errorOf(field)}
          items={[{ value: '', text: 'All' }, ...items(field)]}
        />
      )
    )
  return (
    <FilterBar
      action="/alerts/register"
      label="Which alerts to show"
      end={
        isFiltered ? (
          <a class="govuk-link" href="/alerts/register">
            Clear the filters
          </a>
        ) : undefined
      }
    >
      <Input
        name="q"
        type="search"
        label="Reference, number or words"
        value={values.q}
        error={errorOf('q')}
        autocomplete="off"
      />
      {selects(often)}
      <Select
        name="overdue"
        label="Overdue"
        value={values.overdue}
        error={errorOf('overdue')}
        items={[
          { value: '', text: 'All' },
          { value: 'yes', text: 'Only overdue' },
        ]}
      />
      <Select
        name="sort"
        label="Order"
        value={sort}
        error={errorOf('sort')}
        items={items('sort')}
      />
      <Details
        summary="More filters: status, raised by, raised when"
        class="pl-filters__more"
        open={isSeldomUsed(props)}
      >
        {selects(seldom)}
        <Input
          name="from"
          type="date"
          label="Raised from"
          value={values.from}
          error={errorOf('from')}
        />
        <Input name="to" type="date" label="Raised to" value={values.to} error={errorOf('to')} />
      </Details>
    </FilterBar>
  )
}
