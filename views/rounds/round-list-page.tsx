/** All rounds, newest first, a page at a time, with filters in the address. */
import type { RoundFilters } from '../../src/rounds/list-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Select } from '../components/select.tsx'
import { formatShortDate, kindLabel, plural } from '../format.ts'
import { roundStateLabels } from './round-words.ts'

export type ListedRound = {
  id: string
  name: string
  kind: string
  windowFrom: string | null
  windowTo: string | null
  dueOn: string | null
  state: 'draft' | 'open' | 'closed'
  origin: 'product' | 'import'
  audits: number
  submitted: number
}

export type RoundListPageProps = {
  rounds: readonly ListedRound[]
  /** All that match. */
  count: number
  page: number
  pages: number
  filters: RoundFilters
  kinds: readonly string[]
  years: readonly string[]
}

const addressOf = ({ state, kind, year }: RoundFilters, page: number): string =>
  pageAddress('/rounds', { state, kind, year }, page)

const stateCell = ({ state }: ListedRound) =>
  state === 'open' ? <strong>{roundStateLabels.open}</strong> : roundStateLabels[state]

const labelled = (label: string, text: string) => (
  <span class="pl-stack__label" data-label={label}>
    {text}
  </span>
)

/** `5 Jan to 30 Jan 2026`: the first year only where it is another. */
const windowCell = ({ windowFrom, windowTo }: ListedRound): string => {
  if (windowFrom === null || windowTo === null) {
    const one = windowFrom ?? windowTo
    return one === null ? '' : formatShortDate(one)
  }
  const from = formatShortDate(windowFrom)
  const isSameYear = windowFrom.slice(0, 4) === windowTo.slice(0, 4)
  return `${isSameYear ? from.slice(0, -5) : from} to ${formatShortDate(windowTo)}`
}

/** An open round is entered by its progress, from which its allocation is one step away. */
const cells = (round: ListedRound) => [
  <a
    class="govuk-link"
    href={round.state === 'open' ? `/rounds/${round.id}/progress` : `/rounds/${round.id}`}
  >
    {round.name}
  </a>,
  kindLabel(round.kind),
  windowCell(round),
  round.dueOn === null ? '' : labelled('Due', formatShortDate(round.dueOn)),
  stateCell(round),
  round.state === 'draft'
    ? plural(round.audits, 'case')
    : `${round.submitted} of ${round.audits} submitted`,
]

const Filters = (props: RoundListPageProps) => (
  <FilterBar action="/rounds" label="Which rounds to show">
    <Select
      name="state"
      label="State"
      value={props.filters.state}
      items={[
        { value: '', text: 'All' },
        ...Object.entries(roundStateLabels).map(([value, text]) => ({ value, text })),
      ]}
    />
    <Select
      name="kind"
      label="Kind"
      value={props.filters.kind}
      items={[
        { value: '', text: 'All' },
        ...props.kinds.map((kind) => ({ value: kind, text: kindLabel(kind) })),
      ]}
    />
    <Select
      name="year"
      label="Year"
      value={props.filters.year}
      items={[
        { value: '', text: 'All' },
        ...props.years.map((year) => ({ value: year, text: year })),
      ]}
    />
  </FilterBar>
)

const NoRounds = (props: RoundListPageProps) =>
  props.filters.state || props.filters.kind || props.filters.year ? (
    <EmptyState title="No round matches">
      <p>
        <a class="govuk-link" href="/rounds">
          Show all rounds
        </a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="There are no rounds yet">
      <p>
        A round is a set of cases audited together: its dates, what is asked, and who audits which
        case. Set one up, enter the cases, allocate them, and open it when you are ready.
      </p>
    </EmptyState>
  )

export const RoundListPage = (props: RoundListPageProps) => {
  const { page, pages, filters } = props
  return (
    <>
      <h1 class="govuk-heading-l">Rounds</h1>
      <div class="govuk-button-group">
        <Button href="/rounds/new">Set up a round</Button>
        <a class="govuk-link" href="/imports">
          Imports of past results
        </a>
      </div>
      {props.years.length === 0 ? '' : <Filters {...props} />}
      {props.rounds.length === 0 ? (
        <NoRounds {...props} />
      ) : (
        <div class="pl-stack pl-stack--short">
          <DataTable
            id="rounds"
            caption={plural(props.count, 'round')}
            columns={[
              { header: 'Round' },
              { header: 'Kind' },
              { header: 'Window' },
              { header: 'Due' },
              { header: 'State' },
              { header: 'Progress' },
            ]}
            rows={props.rounds.map(cells)}
          />
        </div>
      )}
      <NumberedPages page={page} pages={pages} addressOf={(to) => addressOf(filters, to)} />
    </>
  )
}
