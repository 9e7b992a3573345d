/** The filters above the register. What was not understood is said above them and stands empty. */
import type { FilterChoices, FilterName } from '../../src/alerts/rules/register-filters.ts'
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

const labels: readonly [Exclude<Listed, 'sort'>, string][] = [
  ['state', 'State'],
  ['team', 'Team and those below'],
  ['category', 'Concern'],
  ['kind', 'Kind'],
  ['stage', 'Stage'],
  ['status', 'Child’s status'],
  ['raiser', 'Raised by'],
]

export const RegisterFilters = ({
  choices,
  values,
  faults,
  sort,
  isFiltered,
}: RegisterFiltersProps) => {
  const errorOf = (field: FilterName) => faults.find((fault) => fault.field === field)?.message
  const items = (field: Listed) =>
    choices[field].map(({ value, label }) => ({ value, text: label }))
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
      {labels.map(([field, label]) =>
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
      )}
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
      <Input
        name="from"
        type="date"
        label="Raised from"
        value={values.from}
        error={errorOf('from')}
      />
      <Input name="to" type="date" label="Raised to" value={values.to} error={errorOf('to')} />
      <Select
        name="sort"
        label="Order"
        value={sort}
        error={errorOf('sort')}
        items={items('sort')}
      />
    </FilterBar>
  )
}
