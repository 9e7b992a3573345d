/** A person's own audits, past and present: what is to do first, then what was done and what left their hands. */
import type { OwnFilters } from '../../src/work/own-audits-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Select } from '../components/select.tsx'
import { dateOf, formatShortDate, plural } from '../format.ts'
import { DueWords } from './due-words.tsx'

export type OwnAudit = {
  id: string
  caseReference: string
  reference: string
  roundName: string
  label: string
  isToDo: boolean
  isReadable: boolean
  /** Instant at which somebody else was given it, without their having asked. */
  takenAwayAt: string | null
  dueOn: string | null
  submittedAt: string | null
  answered: number
  toAnswer: number
  grade: string | null
}

type Choice = { value: string; text: string }

export type MyAuditsPageProps = {
  todayOn: string
  audits: readonly OwnAudit[]
  /** All that match. */
  count: number
  page: number
  pages: number
  filters: OwnFilters
  states: Choice[]
  rounds: readonly { id: string; name: string }[]
  years: readonly string[]
}

const addressOf = ({ state, round, year, sort }: OwnFilters, page: number): string =>
  pageAddress('/my-audits', { state, round, year, sort }, page)

const orders: Choice[] = [
  { value: '', text: 'Due first' },
  { value: 'newest', text: 'Newest first' },
  { value: 'case', text: 'Case reference' },
]

const Filters = ({ filters, states, rounds, years }: MyAuditsPageProps) => (
  <FilterBar action="/my-audits" label="Which of your audits to show">
    <Select
      name="state"
      label="State"
      value={filters.state}
      items={[{ value: '', text: 'All' }, ...states]}
    />
    <Select
      name="round"
      label="Round"
      value={filters.round}
      items={[
        { value: '', text: 'All' },
        ...rounds.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
    <Select
      name="year"
      label="Year"
      value={filters.year}
      items={[{ value: '', text: 'All' }, ...years.map((year) => ({ value: year, text: year }))]}
    />
    <Select name="sort" label="Order" value={filters.sort} items={orders} />
  </FilterBar>
)

const NoAudits = ({ filters }: MyAuditsPageProps) =>
  filters.state || filters.round || filters.year ? (
    <EmptyState title="None of your audits matches">
      <p>
        <a class="govuk-link" href="/my-audits">
          Show all your audits
        </a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="You have had no audits yet">
      <p>Audits that a QA lead allocates to you stand here, and stay here once they are done.</p>
    </EmptyState>
  )

const nameOf = ({ caseReference, reference }: OwnAudit): string =>
  caseReference === '' ? `Audit ${reference}` : `Case ${caseReference}`

const cells = (audit: OwnAudit, todayOn: string) => [
  audit.isReadable ? (
    <a class="govuk-link" href={`/audits/${audit.id}`}>
      {nameOf(audit)}
    </a>
  ) : (
    nameOf(audit)
  ),
  audit.reference,
  audit.roundName,
  audit.isToDo ? (
    <>
      {audit.label}
      {audit.answered === 0 ? '' : `, ${audit.answered} of ${audit.toAnswer} answered`}
    </>
  ) : audit.takenAwayAt !== null ? (
    `Re-allocated on ${formatShortDate(dateOf(audit.takenAwayAt))} to somebody else`
  ) : (
    audit.label
  ),
  audit.isToDo ? (
    <DueWords dueOn={audit.dueOn} todayOn={todayOn} />
  ) : audit.label === 'Submitted' && audit.submittedAt !== null ? (
    formatShortDate(dateOf(audit.submittedAt))
  ) : (
    ''
  ),
  audit.grade === null ? '' : <GradeTag grade={audit.grade} />,
]

export const MyAuditsPage = (props: MyAuditsPageProps) => {
  const { page, pages, filters } = props
  return (
    <>
      <BackLink href="/">My work</BackLink>
      <h1 class="govuk-heading-l">Your audits</h1>
      <p>
        <a href="/results/people">See your own results</a>
      </p>
      {props.rounds.length === 0 ? '' : <Filters {...props} />}
      {props.audits.length === 0 ? (
        <NoAudits {...props} />
      ) : (
        <div class="pl-stack pl-stack--short">
          <DataTable
            id="my-audits"
            caption={plural(props.count, 'audit')}
            columns={[
              { header: 'Case' },
              { header: 'Audit' },
              { header: 'Round' },
              { header: 'State' },
              { header: 'Due or submitted' },
              { header: 'Overall grade' },
            ]}
            rows={props.audits.map((audit) => cells(audit, props.todayOn))}
          />
        </div>
      )}
      <NumberedPages page={page} pages={pages} addressOf={(to) => addressOf(filters, to)} />
    </>
  )
}
