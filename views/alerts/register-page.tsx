/** The register: filters that stand in the address, how many alerts match, a page of them, and the same as a file. */
import type { ShownAlert } from '../../src/alerts/rules/register-facts.ts'
import type { FilterChoices, FilterName } from '../../src/alerts/rules/register-filters.ts'
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Tag } from '../components/tag.tsx'
import { formatCount, formatShortDate, plural, statusLabel } from '../format.ts'
import { childrenWords, daysLeftWords, stateTag } from './alert-words.ts'
import { registerHref } from './register-address.ts'
import { RegisterFilters } from './register-filters.tsx'

type Place = { number: number; key: string }

export type RegisterPageProps = {
  choices: FilterChoices
  values: Readonly<Record<FilterName, string>>
  faults: readonly { field: FilterName; message: string }[]
  sort: string
  isFiltered: boolean
  /** Every alert of the council. */
  isWhole: boolean
  mayExport: boolean
  count: number
  rows: readonly ShownAlert[]
  previous: Place | undefined
  next: Place | undefined
  todayOn: string
}

/** A count is exact to here. */
const MOST_COUNTED = 1_000

const placeWords = ({ number, key }: Place): string =>
  key === '' ? `${number}` : `${number}~${key}`

const countWords = (count: number): string =>
  count > MOST_COUNTED ? `Over ${formatCount(MOST_COUNTED)} alerts` : plural(count, 'alert')

const DueCell = ({ alert }: { alert: ShownAlert }) => {
  if (alert.closedOn !== null) return <>{`Closed ${formatShortDate(alert.closedOn)}`}</>
  if (alert.expectedOn === null) return <>No answer needed</>
  return (
    <>
      <span class="pl-nowrap">{formatShortDate(alert.expectedOn)}</span>
      <br />
      <span class={(alert.daysLeft ?? 0) < 0 ? 'pl-late' : 'pl-note'}>
        {alert.daysLeft === undefined ? 'answered' : daysLeftWords(alert.daysLeft)}
      </span>
    </>
  )
}

/** What decides whether to open it comes first: on a phone the rest is to the right. */
const cells = (alert: ShownAlert) => [
  <a class="govuk-link pl-nowrap" href={`/alerts/${alert.id}`}>
    {alert.reference}
  </a>,
  childrenWords(alert.caseReference, alert.children),
  <DueCell alert={alert} />,
  alert.title,
  <Tag class={stateTag(alert.state)}>{alert.stateLabel}</Tag>,
  alert.categories.join(', '),
  alert.teamName ?? 'No team',
  alert.serviceStatus === null ? 'Not known' : statusLabel(alert.serviceStatus),
  <>
    {alert.raisedOn === null ? (
      ''
    ) : (
      <span class="pl-nowrap">{formatShortDate(alert.raisedOn)}</span>
    )}
    <br />
    <span class="pl-note">{alert.raiserName}</span>
  </>,
]

const None = ({ isFiltered, isWhole }: RegisterPageProps) =>
  isFiltered ? (
    <EmptyState title="No alert matches">
      <p class="govuk-body">
        <a class="govuk-link" href="/alerts/register">
          {isWhole ? 'Show the whole register' : 'Show all that you may read'}
        </a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="No alerts">
      <p class="govuk-body">
        {isWhole
          ? 'Nobody has raised a practice alert yet.'
          : 'No alert was raised by you, addressed to you or is of your teams.'}
      </p>
    </EmptyState>
  )

export const RegisterPage = (props: RegisterPageProps) => {
  const { values, faults, previous, next } = props
  return (
    <>
      <BackLink href="/alerts">Practice alerts</BackLink>
      {faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          errors={faults.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
          description="The other filters are kept."
        />
      )}
      <h1 class="govuk-heading-l">Register of alerts</h1>
      <p class="govuk-body pl-no-print">
        {props.isWhole
          ? 'Every practice alert of the council. Narrow it down; the address holds what you chose, so that you can keep or send it.'
          : 'The practice alerts that you may read. Narrow them down; the address holds what you chose.'}
      </p>
      <RegisterFilters {...props} />
      {props.rows.length === 0 ? (
        <None {...props} />
      ) : (
        <>
          <DataTable
            id="register"
            caption={countWords(props.count)}
            columns={[
              { header: 'Alert' },
              { header: 'Case' },
              { header: 'Answer expected' },
              { header: 'Kind' },
              { header: 'State' },
              { header: 'Concerns' },
              { header: 'Team' },
              { header: 'Child’s status' },
              { header: 'Raised' },
            ]}
            rows={props.rows.map(cells)}
          />
          {previous === undefined && next === undefined ? (
            ''
          ) : (
            <Pagination
              landmarkLabel="Pages of the register"
              previous={
                previous && {
                  href: registerHref(values, '/alerts/register', { before: placeWords(previous) }),
                }
              }
              next={
                next && {
                  href: registerHref(values, '/alerts/register', { after: placeWords(next) }),
                }
              }
            />
          )}
          {props.mayExport ? (
            <p class="govuk-body pl-no-print">
              {'Take all of these as '}
              <a class="govuk-link" href={registerHref(values, '/alerts/register.xlsx')}>
                an Excel file
              </a>
              {' or '}
              <a class="govuk-link" href={registerHref(values, '/alerts/register.csv')}>
                a CSV file
              </a>
              . It is recorded that you took one. The words of the alerts are not in it.
            </p>
          ) : (
            ''
          )}
        </>
      )}
    </>
  )
}
