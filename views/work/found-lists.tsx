/** What can be opened, as lists: audits and actions, each with where it comes from, its day and its state. */
import { TodoItem } from '../components/todo-item.tsx'
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
      <TodoItem
        href={`/audits/${audit.id}`}
        text={`Audit ${audit.reference}`}
        more={`${props.isOfCase ? '' : ofCase(audit.caseReference)}${audit.roundName}`}
        due={
          audit.dueOn !== undefined ? (
            <DueWords dueOn={audit.dueOn} todayOn={props.todayOn} />
          ) : (
            audit.auditedOn !== null && `Audited on ${formatShortDate(audit.auditedOn)}`
          )
        }
        end={audit.state}
      />
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
      <TodoItem
        href={`/actions/${action.id}`}
        text={action.what}
        more={`Action · ${props.isOfCase ? '' : ofCase(action.caseReference)}from ${action.roundName}`}
        due={action.isDone ? '' : <DueWords dueOn={action.dueOn} todayOn={props.todayOn} />}
        end={action.isDone ? 'Done' : 'Open'}
      />
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
