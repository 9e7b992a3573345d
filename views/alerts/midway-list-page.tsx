/** Children for whom a midway check is due, the soonest review first. */
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { formatShortDate, plural, statusLabel } from '../format.ts'

export type MidwayListPageProps = {
  due: readonly {
    id: string
    reference: string
    serviceStatus: string
    nextReviewOn: string | null
    iroName: string
    teamName: string | null
    lastOn: string | null
  }[]
  hasMore: boolean
  weeks: number
  isOfAll: boolean
  maySeeAll: boolean
  todayOn: string
}

const weeksUntil = (date: string, today: string): string => {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  if (days === 0) return 'today'
  return days < 14 ? `in ${plural(days, 'day')}` : `in ${Math.floor(days / 7)} weeks`
}

/** The middle is long past: there is hardly time left in which a check could change anything. */
const isSoon = (date: string, today: string): boolean =>
  Date.parse(date) - Date.parse(today) < 14 * 86_400_000

type DueRow = MidwayListPageProps['due'][number]

const cells = (row: DueRow, props: MidwayListPageProps) => [
  <a class="govuk-link" href={`/cases/${row.id}/midway-check`}>
    {row.reference}
    <span class="govuk-visually-hidden">: record a midway check</span>
  </a>,
  row.nextReviewOn === null ? (
    ''
  ) : (
    <>
      {formatShortDate(row.nextReviewOn)}
      <br />
      <span class={isSoon(row.nextReviewOn, props.todayOn) ? 'pl-late' : 'pl-note'}>
        {weeksUntil(row.nextReviewOn, props.todayOn)}
      </span>
    </>
  ),
  ...(props.isOfAll ? [row.iroName] : []),
  statusLabel(row.serviceStatus),
  row.teamName ?? 'No team',
  row.lastOn === null ? 'None recorded' : formatShortDate(row.lastOn),
]

export const MidwayListPage = (props: MidwayListPageProps) => (
  <>
    <BackLink href="/alerts">Practice alerts</BackLink>
    <h1 class="govuk-heading-l">Midway checks</h1>
    <p class="govuk-body">
      {`Children${props.isOfAll ? '' : ' whom you review'} whose next review is within ${plural(props.weeks, 'week')} and of whom no check was recorded since the last one.`}
    </p>
    {props.maySeeAll ? (
      <p class="govuk-body">
        <a class="govuk-link" href={props.isOfAll ? '/midway-checks?whose=mine' : '/midway-checks'}>
          {props.isOfAll
            ? 'Show only those whom you review'
            : 'Show those of every reviewing officer'}
        </a>
      </p>
    ) : (
      ''
    )}
    {props.due.length === 0 ? (
      <EmptyState title="No midway check is due">
        <p class="govuk-body">Children come on this list as their next review draws near.</p>
      </EmptyState>
    ) : (
      <DataTable
        id="midway-due"
        caption={
          props.hasMore
            ? `The first ${plural(props.due.length, 'child', 'children')}, by the date of the next review`
            : `${plural(props.due.length, 'child', 'children')}`
        }
        columns={[
          { header: 'Case' },
          { header: 'Next review' },
          ...(props.isOfAll ? [{ header: 'Reviewed by' }] : []),
          { header: 'Status' },
          { header: 'Team' },
          { header: 'Last check' },
        ]}
        rows={props.due.map((row) => cells(row, props))}
      />
    )}
  </>
)
