/** Safety notices, those that nobody has acknowledged first, with filters in the address. */
import type { ListedNotice, NoticeFilters } from '../../src/safety/list-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Select } from '../components/select.tsx'
import { formatInstant, plural } from '../format.ts'

export type NoticeListPageProps = {
  notices: readonly (ListedNotice & { waiting: string | undefined })[]
  count: number
  page: number
  pages: number
  filters: NoticeFilters
  states: Readonly<Record<string, string>>
}

const addressOf = ({ state, waiting }: NoticeFilters, page: number): string =>
  pageAddress('/safety-notices', { state, waiting }, page)

const acknowledged = (notice: NoticeListPageProps['notices'][number]) => {
  if (notice.acknowledgedAt !== null) return notice.acknowledgedBy ?? ''
  return notice.waiting === undefined ? (
    'Nobody'
  ) : (
    <strong class="pl-late">{`Nobody, for ${notice.waiting}`}</strong>
  )
}

const cells = (
  notice: NoticeListPageProps['notices'][number],
  states: NoticeListPageProps['states']
) => [
  <a class="govuk-link" href={`/safety-notices/${notice.id}`}>
    {`Case ${notice.caseReference}`}
  </a>,
  notice.teamName ?? 'No team',
  formatInstant(notice.openedAt),
  acknowledged(notice),
  Number(notice.told) === 0 ? (
    <strong>Nobody</strong>
  ) : (
    plural(Number(notice.told), 'person', 'people')
  ),
  states[notice.state] ?? notice.state,
]

const Empty = ({ filters }: NoticeListPageProps) =>
  filters.state || filters.waiting ? (
    <EmptyState title="No safety notice matches">
      <p>
        <a class="govuk-link" href="/safety-notices">
          Show all safety notices
        </a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="No safety notices">
      <p>
        When an audit finds that a child may not be safe, its notice appears here for those who may
        see it.
      </p>
    </EmptyState>
  )

export const NoticeListPage = (props: NoticeListPageProps) => (
  <>
    <h1 class="govuk-heading-l">Safety notices</h1>
    <FilterBar action="/safety-notices" label="Which safety notices to show">
      <Select
        name="state"
        label="State"
        value={props.filters.state}
        items={[
          { value: '', text: 'All' },
          ...Object.entries(props.states).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Select
        name="waiting"
        label="Acknowledged"
        value={props.filters.waiting}
        items={[
          { value: '', text: 'All' },
          { value: 'yes', text: 'Not yet' },
        ]}
      />
    </FilterBar>
    {props.count === 0 ? (
      <Empty {...props} />
    ) : (
      <DataTable
        id="safety-notices"
        caption={plural(props.count, 'safety notice')}
        columns={[
          { header: 'Case' },
          { header: 'Team' },
          { header: 'Opened' },
          { header: 'Acknowledged by the line' },
          { header: 'Recorded as told' },
          { header: 'State' },
        ]}
        rows={props.notices.map((notice) => cells(notice, props.states))}
      />
    )}
    <NumberedPages
      page={props.page}
      pages={props.pages}
      addressOf={(to) => addressOf(props.filters, to)}
    />
  </>
)
