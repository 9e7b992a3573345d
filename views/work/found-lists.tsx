/** What can be opened, as lists: audits and actions, each with where it comes from, its day and its state. */
import { formatShortDate } from '../format.ts'
import { DueWords } from './due-words.tsx'

export type AuditEntry = {
  id: string
  reference: string
  caseReference: string | null
  roundName: string
  /** In words. */
  state: string
  auditedOn: string | null
  /** Undefined once it is submitted or taken back. */
  dueOn: string | null | undefined
}

export type ActionEntry = {
  id: string
  what: string
  caseReference: string | null
  roundName: string
  isDone: boolean
  dueOn: string | null
}

const ofCase = (caseReference: string | null): string =>
  caseReference === null ? '' : `Case ${caseReference} · `

/** @param isOfCase they stand under their case, which need not be named again */
export const AuditEntries = (props: {
  audits: readonly AuditEntry[]
  todayOn: string
  isOfCase?: boolean
}) => (
  <>
    {props.audits.map((audit) => (
      <li class="pl-todo__item">
        <span>
          <a class="govuk-link" href={`/audits/${audit.id}`}>
            {`Audit ${audit.reference}`}
          </a>
          <span class="pl-todo__more">
            {`${props.isOfCase ? '' : ofCase(audit.caseReference)}${audit.roundName}`}
          </span>
        </span>
        <span>
          {audit.dueOn === undefined ? (
            audit.auditedOn === null ? (
              ''
            ) : (
              `Audited on ${formatShortDate(audit.auditedOn)}`
            )
          ) : (
            <DueWords dueOn={audit.dueOn} todayOn={props.todayOn} />
          )}
        </span>
        <span class="pl-pill">{audit.state}</span>
      </li>
    ))}
  </>
)

export const ActionEntries = (props: {
  actions: readonly ActionEntry[]
  todayOn: string
  isOfCase?: boolean
}) => (
  <>
    {props.actions.map((action) => (
      <li class="pl-todo__item">
        <span>
          <a class="govuk-link" href={`/actions/${action.id}`}>
            {action.what}
          </a>
          <span class="pl-todo__more">
            {`Action · ${props.isOfCase ? '' : ofCase(action.caseReference)}from ${action.roundName}`}
          </span>
        </span>
        <span>
          {action.isDone ? '' : <DueWords dueOn={action.dueOn} todayOn={props.todayOn} />}
        </span>
        <span class="pl-pill">{action.isDone ? 'Done' : 'Open'}</span>
      </li>
    ))}
  </>
)

export type RecentEntry = { audit: AuditEntry } | { case: { id: string; reference: string } }

/** What was opened last, pages of cases among audits. */
export const RecentEntries = (props: { recent: readonly RecentEntry[]; todayOn: string }) => (
  <ul class="pl-todo">
    {props.recent.map((one) =>
      'case' in one ? (
        <li class="pl-todo__item">
          <a class="govuk-link" href={`/cases/${one.case.id}`}>
            {`Case ${one.case.reference}`}
          </a>
        </li>
      ) : (
        <AuditEntries audits={[one.audit]} todayOn={props.todayOn} />
      )
    )}
  </ul>
)
