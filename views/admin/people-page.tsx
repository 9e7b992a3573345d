/** Everybody with an account, found by name or address and narrowed in the page's own address. */
import type { ListedPerson } from '../../src/people/directory-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Select } from '../components/select.tsx'
import { plural } from '../format.ts'
import { AdminTabs } from './admin-tabs.tsx'
import type { Option } from './person-fields.tsx'
import { stateLabels, stateOptions } from './person-words.ts'

type Filters = Readonly<
  Partial<Record<'find' | 'role' | 'team' | 'state' | 'sort', string | undefined>>
>

export type PeoplePageProps = {
  people: readonly ListedPerson[]
  /** All that match. */
  count: number
  page: number
  pages: number
  filters: Filters
  roles: readonly Option[]
  teams: readonly Option[]
}

const addressOf = ({ find, role, team, state, sort }: Filters, page: number): string =>
  pageAddress('/admin/people', { find, role, team, state, sort }, page)

const labelled = (label: string, text: string) => (
  <span class="pl-stack__label" data-label={label}>
    {text}
  </span>
)

const labelOf = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.text ?? value

const rowsOf = (props: PeoplePageProps) =>
  props.people.map((person) => [
    <>
      <a class="govuk-link" href={`/admin/people/${person.id}`}>
        {person.name}
      </a>
      <br />
      <span class="pl-muted">{person.email}</span>
    </>,
    person.jobTitle,
    person.roles.map((role) => labelOf(props.roles, role)).join(', '),
    labelled('Team', person.teamName ?? 'None'),
    person.state === 'active' ? (
      stateLabels.active
    ) : (
      <strong>{stateLabels[person.state] ?? person.state}</strong>
    ),
  ])

const Filters = (props: PeoplePageProps) => (
  <FilterBar action="/admin/people" label="Which people to show">
    <Input name="find" label="Name or email" value={props.filters.find} autocomplete="off" />
    <Select
      name="role"
      label="Role"
      value={props.filters.role}
      items={[{ value: '', text: 'All' }, ...props.roles]}
    />
    <Select
      name="team"
      label="Team"
      value={props.filters.team}
      items={[{ value: '', text: 'All' }, { value: 'none', text: 'No team' }, ...props.teams]}
    />
    <Select name="state" label="Account" value={props.filters.state} items={stateOptions} />
    <Select
      name="sort"
      label="Order"
      value={props.filters.sort}
      items={[
        { value: '', text: 'By name' },
        { value: 'team', text: 'By team' },
        { value: 'newest', text: 'Newest first' },
      ]}
    />
  </FilterBar>
)

export const PeoplePage = (props: PeoplePageProps) => (
  <>
    <AdminTabs current="people" />
    <h1 class="govuk-heading-l">People</h1>
    <div class="govuk-button-group">
      <Button href="/admin/people/new">Add somebody</Button>
      <a class="govuk-link" href="/admin/people/import">
        Bring in a list of people
      </a>
      <a class="govuk-link" href="/admin/people/list.csv">
        Download everybody as CSV
      </a>
    </div>
    <Filters {...props} />
    {props.people.length === 0 ? (
      <EmptyState title="Nobody matches">
        <p>
          <a class="govuk-link" href="/admin/people">
            Show everybody
          </a>
        </p>
      </EmptyState>
    ) : (
      <div class="pl-stack pl-stack--short">
        <DataTable
          id="people"
          caption={plural(props.count, 'person', 'people')}
          columns={[
            { header: 'Name' },
            { header: 'Job title' },
            { header: 'Roles' },
            { header: 'Team' },
            { header: 'Account' },
          ]}
          rows={rowsOf(props)}
        />
      </div>
    )}
    <NumberedPages
      page={props.page}
      pages={props.pages}
      addressOf={(page) => addressOf(props.filters, page)}
    />
  </>
)
