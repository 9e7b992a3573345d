/** The list of actions: what, whose, by when, from the audit of which case. */
import type { ActionFilters } from '../../src/work/rules/action-filters.ts'
import { pageAddress } from '../components/address-with.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Select } from '../components/select.tsx'
import { dateOf, formatShortDate, plural } from '../format.ts'
import { DueWords } from './due-words.tsx'

export type ActionListPageProps = {
  actions: readonly {
    id: string
    what: string
    dueOn: string | null
    doneAt: string | null
    state: string
    ownerName: string | null
    teamName: string | null
    caseReference: string | null
  }[]
  count: number
  page: number
  pages: number
  filters: ActionFilters
  todayOn: string
  teamName: string | undefined
  shows: { value: string; text: string }[]
  teams: { value: string; text: string }[]
}

const addressOf = ({ show, team }: ActionFilters, page: number): string =>
  pageAddress('/actions', { show, team }, page)

const sentence = ({ count, filters, teamName }: ActionListPageProps): string => {
  const where = teamName === undefined ? 'that you may read' : `of ${teamName}`
  const what = {
    late: count === 1 ? 'is past its due date' : 'are past their due date',
    open: count === 1 ? 'is open' : 'are open',
    done: count === 1 ? 'is done' : 'are done',
  }[filters.show]
  return `${plural(count, 'action')} from audits ${where} ${what}.`
}

export const ActionListPage = (props: ActionListPageProps) => {
  const { actions, count, filters, page, pages } = props
  const isDone = filters.show === 'done'
  return (
    <>
      <h1 class="govuk-heading-l">Actions</h1>
      <p class="govuk-body-l">{sentence(props)}</p>
      <FilterBar action="/actions" label="Which actions to show">
        <Select name="show" label="Show" value={filters.show} items={props.shows} />
        <Select
          name="team"
          label="Team of the case"
          value={filters.team}
          items={[{ value: '', text: 'Every team' }, ...props.teams]}
        />
      </FilterBar>
      {count === 0 ? (
        <EmptyState title={filters.show === 'late' ? 'Nothing is late' : 'No such action'}>
          <p>
            {filters.show === 'open' ? (
              'Actions are set when an audit finds something to be done.'
            ) : (
              <a class="govuk-link" href="/actions?show=open">
                Show all that are open
              </a>
            )}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          id="actions"
          caption="Actions"
          isCaptionHidden
          columns={[
            { header: 'Action' },
            { header: 'Whose' },
            { header: isDone ? 'Done' : 'Due' },
            { header: 'Case' },
            { header: 'Team' },
          ]}
          rows={actions.map((action) => [
            <a class="govuk-link" href={`/actions/${action.id}`}>
              {action.what}
            </a>,
            action.ownerName ?? 'Nobody yet',
            isDone && action.doneAt !== null ? (
              formatShortDate(dateOf(action.doneAt))
            ) : action.dueOn === null ? (
              'No date'
            ) : (
              <DueWords dueOn={action.dueOn} todayOn={props.todayOn} />
            ),
            action.caseReference ?? '',
            action.teamName ?? 'Not known',
          ])}
        />
      )}
      <NumberedPages page={page} pages={pages} addressOf={(number) => addressOf(filters, number)} />
    </>
  )
}
