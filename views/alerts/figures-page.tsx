/** Figures of practice alerts: a sentence, what was raised, how alerts went and how long they took, by month and by person. */
import type { AlertFiguresPage } from '../../src/analytics/load-alert-figures.ts'
import { BackLink } from '../components/back-link.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { formatCount, plural } from '../format.ts'
import { groupLabel } from '../results/group-words.ts'
import { FigureFilters } from './figure-filters.tsx'
import {
  MonthTable,
  RaiserTable,
  RateTable,
  registerLink,
  ShareTable,
  StockTable,
  type TablesProps,
} from './figure-tables.tsx'
import { type Limits, sentence, shareWords, shownWords } from './figure-words.ts'
import { MonthBars } from './month-bars.tsx'

export type FiguresPageProps = Limits & {
  page: AlertFiguresPage
  csvHref: string | undefined
  /** Whether the reader has a register to be led to. */
  seesRegister: boolean
}

const Days = ({ page, fewest, small }: TablesProps) => {
  const { days, resolved, withdrawn } = page.figures
  const gone = withdrawn === 0 ? '' : ` ${plural(withdrawn, 'alert')} more withdrawn.`
  if (days === undefined) return <p>{`No concern was resolved in the period.${gone}`}</p>
  if (days.n < fewest) {
    return (
      <p>{`${plural(resolved, 'concern')} resolved in the period: too few for a median.${gone}`}</p>
    )
  }
  return (
    <p>
      {`${plural(resolved, 'concern')} resolved in the period, at a median of ${formatCount(days.median)} working days; the middle half took ${formatCount(days.lowerQuartile)} to ${formatCount(days.upperQuartile)}, the quickest ${formatCount(days.min)} and the longest ${formatCount(days.max)}${days.n < small ? ' (a very small sample)' : ''}.${gone}`}
    </p>
  )
}

const Disputes = ({ page, fewest, small }: TablesProps) => {
  const { open, openOver, closedOver } = page.figures.disputes
  return (
    <p>
      {open === 0
        ? 'No dispute is open today.'
        : `${plural(open, 'dispute')} ${open === 1 ? 'is' : 'are'} open today, ${openOver === 0 ? 'none' : formatCount(openOver)} of them over the total time for a dispute.`}
      {closedOver === undefined
        ? ' None was closed in the period.'
        : ` Of those closed in the period ${shareWords(closedOver, { fewest, small })} had gone over it.`}
    </p>
  )
}

const Breakdowns = (props: TablesProps) => {
  const { page } = props
  const plain = <R extends { label: string }>(row: R) => ({ ...row, text: row.label })
  return (
    <>
      <StockTable
        {...props}
        id="kinds"
        title="By kind"
        first="Kind"
        field="kind"
        note="An informal alert that was taken further counts as formal."
        rows={page.byKind.map(plain)}
      />
      <StockTable
        {...props}
        id="teams"
        title="By team"
        first="Team"
        field="team"
        note="The team of the first child when the alert was raised. A service counts the teams below it too."
        rows={page.byTeam.map((row) => ({
          ...row,
          text: `${'– '.repeat(row.depth)}${row.label}`,
        }))}
      />
      <StockTable
        {...props}
        id="categories"
        title="By category of concern"
        first="Category"
        field="category"
        note="An alert with several categories counts in each."
        rows={page.categories
          .filter(({ raised, open }) => raised + open > 0)
          .map((row) => ({
            ...row,
            key: row.id,
            text: row.isRetired ? `${row.label} (no longer used)` : row.label,
          }))}
      />
      <StockTable
        {...props}
        id="ages"
        title="By age"
        first="Age"
        field={undefined}
        note="The age of the first child when the alert was raised."
        rows={page.byAge.map((row) => ({ ...row, text: groupLabel('age', row.key) }))}
      />
    </>
  )
}

const Raisers = (props: TablesProps) => {
  const { raisers } = props.page
  if (raisers === undefined) return ''
  const { named, others } = raisers
  return (
    <>
      <h2>By whoever raised them</h2>
      <p class="pl-muted">
        {`In the order of names and shown to the IRO manager alone. How many alerts somebody raises says nothing of how good their work is: children, reviews and hours differ.${others.people === 0 ? '' : ` ${plural(others.people, 'person', 'people')} raised fewer than five each, ${formatCount(others.raised)} together, and ${others.people === 1 ? 'is' : 'are'} not named.`}`}
      </p>
      {named.length === 0 ? (
        <p>Nobody raised five or more.</p>
      ) : (
        <RaiserTable {...props} raisers={raisers} />
      )}
    </>
  )
}

export const FiguresPage = (props: FiguresPageProps) => {
  const { page } = props
  const { figures } = page
  const tables: TablesProps = {
    ...props,
    register: props.seesRegister ? registerLink(page) : undefined,
  }
  return (
    <>
      <BackLink href="/alerts">Practice alerts</BackLink>
      {page.faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          errors={page.faults.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      <h1>Figures of practice alerts</h1>
      <p class="pl-lead">{sentence(page, props)}</p>
      <FigureFilters page={page} csvHref={props.csvHref} />
      <p class="pl-muted">
        {`Shown: ${shownWords(page)}. Raised and resolved are of the period; open and overdue are of today, whenever they were raised.`}
      </p>
      {figures.raised + figures.open + figures.resolved + figures.withdrawn === 0 ? (
        <EmptyState title="No alerts">
          <p>
            {page.whose === 'none'
              ? 'You are in no team, so there are no alerts of your teams to count.'
              : 'No alert was raised, closed or open under these filters. Choose a longer period or fewer filters.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <h2>How long they took</h2>
          <Days {...tables} />
          <p class="pl-muted">
            Working days from the day it was raised to the day it was last closed. Where a date was
            extended both are counted: the first expected date is the one given when the alert was
            raised, the last the one that it had when it was closed. Good practice is acknowledged
            and has no date.
          </p>
          <h2>How they went</h2>
          <Disputes {...tables} />
          <ShareTable {...tables} />
          <h2>By month</h2>
          <MonthBars months={page.months} />
          <p class="pl-muted">
            Solid: concerns, informal and formal. Pale, on top: good practice. The first and the
            last month may be cut by the period. Where two intervals overlap, do not speak of a
            change.
          </p>
          <MonthTable {...tables} />
          <Breakdowns {...tables} />
          <h2>For each 100 open cases</h2>
          <p class="pl-muted">
            Alerts raised in the period by what the first child was then, over the cases that are
            open today: as the council’s cases stand today, not as they stood in the period.
          </p>
          <RateTable {...tables} />
          <Raisers {...tables} />
        </>
      )}
    </>
  )
}
