/**
 * The audits of a round in one table, and, while they can be allocated, in one form: choose an auditor in each row
 * and save them all. A reason is asked for only in a row where it is needed.
 */
import type { AuditOrder } from '../../src/rounds/rules/audit-order.ts'
import { pageAddress } from '../components/address-with.ts'
import { joinClasses } from '../components/attributes.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { formatShortDate, plural, statusLabel } from '../format.ts'
import { auditStateLabels } from './round-words.ts'

export type AuditRow = {
  id: string
  reference: string
  caseReference: string | null
  serviceStatus: string | null
  teamName: string | null
  auditorId: string | null
  auditorName: string | null
  state: string
  dueOn: string | null
  isLate: boolean
  answered: number
  toAnswer: number
  ownTeamReason: string | null
  /** What was chosen or typed in a form that could not be saved. */
  typed?: { auditorId: string; reason: string }
  fault?: { field: 'auditor' | 'reason'; message: string }
}

export type RoundAuditsProps = {
  roundId: string
  csrf: string
  rows: readonly AuditRow[]
  people: readonly { id: string; name: string; teamName: string | null }[]
  /** All of the round, on every page. */
  count: number
  page: number
  pages: number
  order: AuditOrder
  canAllocate: boolean
  isDraft: boolean
}

const OPEN = ['to_allocate', 'allocated', 'in_progress']

const caseName = (row: AuditRow): string =>
  row.caseReference === null ? `Audit ${row.reference}` : `Case ${row.caseReference}`

const Auditor = ({ row, people }: { row: AuditRow; people: RoundAuditsProps['people'] }) => {
  const chosen = row.typed?.auditorId ?? row.auditorId ?? ''
  const id = `auditor-${row.id}`
  const isUnlisted = row.auditorId !== null && !people.some((one) => one.id === row.auditorId)
  return (
    <>
      <label class="govuk-visually-hidden" for={id}>
        {`Auditor of case ${row.caseReference}`}
      </label>
      {row.fault?.field === 'auditor' ? <Fault id={`${id}-error`} text={row.fault.message} /> : ''}
      <select
        class={`govuk-select pl-select${row.fault?.field === 'auditor' ? ' govuk-select--error' : ''}`}
        id={id}
        name={id}
        aria-describedby={row.fault?.field === 'auditor' ? `${id}-error` : undefined}
      >
        <option value="">Nobody yet</option>
        {isUnlisted ? (
          <option value={row.auditorId ?? ''} selected={chosen === row.auditorId}>
            {`${row.auditorName} (no longer audits)`}
          </option>
        ) : (
          ''
        )}
        {people.map((person) => (
          <option value={person.id} selected={person.id === chosen}>
            {person.teamName === null ? person.name : `${person.name}, ${person.teamName}`}
          </option>
        ))}
      </select>
      <input type="hidden" name={`seen-${row.id}`} value={row.auditorId ?? ''} />
      <Reason row={row} />
    </>
  )
}

const Fault = ({ id, text }: { id: string; text: string }) => (
  <p class="govuk-error-message" id={id}>
    <span class="govuk-visually-hidden">Error:</span> {text}
  </p>
)

/** The box appears once it is known to be needed; what was recorded before shows as words. */
const Reason = ({ row }: { row: AuditRow }) => {
  const id = `reason-${row.id}`
  const isAsked = row.fault?.field === 'reason' || (row.typed?.reason ?? '') !== ''
  if (!isAsked) {
    return row.ownTeamReason === null ? null : (
      <span class="pl-todo__more">{`Own team: ${row.ownTeamReason}`}</span>
    )
  }
  return (
    <div class="pl-reason">
      {row.fault?.field === 'reason' ? <Fault id={`${id}-error`} text={row.fault.message} /> : ''}
      <label class="govuk-label" for={id}>
        Why it has to be this auditor
      </label>
      <input
        class={`govuk-input${row.fault?.field === 'reason' ? ' govuk-input--error' : ''}`}
        id={id}
        name={id}
        value={row.typed?.reason ?? ''}
        maxlength={500}
        aria-describedby={row.fault?.field === 'reason' ? `${id}-error` : undefined}
      />
    </div>
  )
}

const stateCell = (row: AuditRow) => (
  <>
    {auditStateLabels[row.state] ?? row.state}
    {row.state === 'in_progress' || row.state === 'reopened' ? (
      <span class="pl-todo__more">{`${row.answered} of ${row.toAnswer} answered`}</span>
    ) : (
      ''
    )}
  </>
)

const dueCell = (row: AuditRow) =>
  row.dueOn === null ? (
    ''
  ) : (
    <span class={joinClasses('pl-stack__label', row.isLate && 'pl-late')} data-label="Due">
      {`${formatShortDate(row.dueOn)}${row.isLate ? ', late' : ''}`}
    </span>
  )

/** There is nothing to read in a draft's audits, so they are no links. */
const caseCell = (row: AuditRow, isDraft: boolean) => (
  <>
    {isDraft ? (
      caseName(row)
    ) : (
      <a class="govuk-link" href={`/audits/${row.id}`}>
        {caseName(row)}
      </a>
    )}
    <span class="pl-todo__more">
      {[
        row.caseReference === null ? '' : row.reference,
        row.serviceStatus === null || row.serviceStatus === ''
          ? ''
          : statusLabel(row.serviceStatus).toLowerCase(),
        row.teamName ?? '',
      ]
        .filter((part) => part !== '')
        .join(' · ')}
    </span>
  </>
)

const addressOf = (roundId: string, order: AuditOrder, page: number): string =>
  pageAddress(`/rounds/${roundId}`, { order: order === 'reference' ? undefined : order }, page)

/** A column's heading, which orders the table by it; of the column that does so already, only words. */
const Order = (props: { form: RoundAuditsProps; by: AuditOrder; text: string }) =>
  props.form.order === props.by ? (
    <>
      {props.text}
      <span class="pl-order">, in order</span>
    </>
  ) : (
    <a class="govuk-link" href={addressOf(props.form.roundId, props.by, 1)}>
      <span class="govuk-visually-hidden">Order by </span>
      {props.text}
    </a>
  )

const Rows = (props: RoundAuditsProps) => (
  <div class="pl-stack">
    <DataTable
      id="audits"
      caption={plural(props.count, props.isDraft ? 'case' : 'audit')}
      isCaptionHidden
      columns={[
        { header: <Order form={props} by="case" text="Case" /> },
        ...(props.isDraft
          ? []
          : [
              { header: <Order form={props} by="state" text="State" /> },
              { header: <Order form={props} by="due" text="Due" /> },
            ]),
        { header: <Order form={props} by="auditor" text="Auditor" /> },
        ...(props.canAllocate
          ? [{ header: <span class="govuk-visually-hidden">Take out</span> }]
          : []),
      ]}
      rows={props.rows.map((row) => [
        caseCell(row, props.isDraft),
        ...(props.isDraft ? [] : [stateCell(row), dueCell(row)]),
        props.canAllocate && OPEN.includes(row.state) ? (
          <Auditor row={row} people={props.people} />
        ) : (
          (row.auditorName ?? '')
        ),
        ...(props.canAllocate
          ? [
              row.state === 'to_allocate' || row.state === 'allocated' ? (
                <a class="govuk-link pl-no-wrap" href={`/rounds/${props.roundId}/remove/${row.id}`}>
                  Take out<span class="govuk-visually-hidden">{` case ${row.caseReference}`}</span>
                </a>
              ) : (
                ''
              ),
            ]
          : []),
      ])}
    />
  </div>
)

export const RoundAudits = (props: RoundAuditsProps) => (
  <>
    <h2 class="govuk-heading-m">{props.isDraft ? 'Cases' : 'Audits'}</h2>
    {props.canAllocate ? (
      <form method="post" action={`/rounds/${props.roundId}`} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="page" value={String(props.page)} />
        <input type="hidden" name="order" value={props.order} />
        <Rows {...props} />
        <Button preventDoubleClick>Save allocation</Button>
        <p class="govuk-body pl-muted">
          {`All of ${props.pages > 1 ? 'this page' : 'it'} is saved or, when a row cannot be, none of it.${props.pages > 1 ? ' Save this page before you go to another.' : ''}`}
        </p>
      </form>
    ) : (
      <Rows {...props} />
    )}
    <NumberedPages
      label="Pages of audits"
      page={props.page}
      pages={props.pages}
      addressOf={(page) => addressOf(props.roundId, props.order, page)}
    />
  </>
)
