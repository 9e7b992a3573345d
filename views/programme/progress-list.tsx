/** A page of a round's audits, each with a box to tick, and below it what can be done with those that are ticked. */
import type { ProgressView } from '../../src/programme/rules/progress-view.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Radios } from '../components/radios.tsx'
import { plural } from '../format.ts'
import {
  CaseCell,
  DueCell,
  type ProgressListRow,
  StateCell,
  TouchedCell,
} from './progress-cells.tsx'
import { addressOf, queryOf } from './progress-words.ts'

export type ProgressListProps = {
  roundId: string
  csrf: string
  isOpen: boolean
  view: ProgressView
  rows: readonly ProgressListRow[]
  /** Of all pages. */
  total: number
  pages: number
  todayOn: string
  error?: string | undefined
}

const Rows = ({ rows, view, isOpen, todayOn }: ProgressListProps) => (
  <div class="pl-stack">
    <DataTable
      id="audits"
      caption="Audits of the round"
      isCaptionHidden
      columns={[
        { header: 'Case' },
        { header: 'Auditor' },
        { header: 'State' },
        { header: 'Due' },
        { header: 'Last saved' },
      ]}
      rows={rows.map((row) => [
        <CaseCell
          row={row}
          view={view}
          canTick={isOpen ? row.standing !== 'left' : row.standing === 'done'}
        />,
        row.auditorName ?? 'Nobody yet',
        <StateCell row={row} />,
        <DueCell row={row} todayOn={todayOn} />,
        <TouchedCell row={row} />,
      ])}
    />
  </div>
)

const actions = [
  ['remind', 'Remind'],
  ['extend', 'Extend'],
  ['reallocate', 'Re-allocate'],
  ['withdraw', 'Withdraw'],
  ['void', 'Void'],
] as const

const Actions = ({ total, rows, isOpen }: ProgressListProps) => (
  <div class="pl-bulk">
    {total > rows.length ? (
      <Radios
        name="scope"
        class="govuk-radios--small govuk-radios--inline"
        fieldset={{ legend: { text: 'Do it with', class: 'govuk-fieldset__legend--s' } }}
        value="ticked"
        items={[
          { value: 'ticked', text: 'those ticked on this page' },
          { value: 'matching', text: `all ${total} that the filters show` },
        ]}
      />
    ) : (
      ''
    )}
    <fieldset class="govuk-fieldset govuk-button-group">
      <legend class="govuk-visually-hidden">Do with the chosen audits</legend>
      {actions
        .filter(([key]) => isOpen || key === 'void')
        .map(([key, text]) => (
          <Button name="do" value={key} class="govuk-button--secondary">
            {text}
          </Button>
        ))}
    </fieldset>
    <p class="govuk-body pl-muted">
      Each shows first what it will do. Nothing is done before that.
    </p>
  </div>
)

const Tick = ({ roundId, view, rows }: ProgressListProps) => (
  <p class="govuk-body pl-no-print">
    <a
      class="govuk-link"
      href={`${addressOf(`/rounds/${roundId}`, { ...view, isAllTicked: !view.isAllTicked })}#audits-heading`}
    >
      {view.isAllTicked ? 'Untick all' : `Tick all ${rows.length} on this page`}
    </a>
  </p>
)

export const ProgressList = (props: ProgressListProps) => {
  if (props.rows.length === 0) {
    return (
      <EmptyState title="No audit is like this">
        <p class="govuk-body">
          <a class="govuk-link" href={addressOf(`/rounds/${props.roundId}`, {})}>
            Show every audit of the round
          </a>
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      {props.error === undefined ? (
        ''
      ) : (
        <ErrorSummary errors={[{ text: props.error, href: '#audits' }]} />
      )}
      <p class="govuk-body">
        {props.pages > 1
          ? `${props.rows.length} of ${plural(props.total, 'audit')}`
          : plural(props.total, 'audit')}
      </p>
      <form method="post" action={`/rounds/${props.roundId}/bulk`} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="view" value={queryOf({ ...props.view, isAllTicked: false })} />
        <Tick {...props} />
        <Rows {...props} />
        <Actions {...props} />
      </form>
      <NumberedPages
        label="Pages of audits"
        page={props.view.page}
        pages={props.pages}
        addressOf={(page) =>
          addressOf(`/rounds/${props.roundId}`, { ...props.view, isAllTicked: false, page })
        }
      />
    </>
  )
}
