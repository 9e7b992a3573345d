/** The alerts of My work: those that wait for the person's answer, then their own, each with the working days left. */
import type { AlertCounts } from '../../src/work/rules/alert-counts.ts'
import { childrenWords, daysLeftWords, stateTag } from '../alerts/alert-words.ts'
import { joinClasses } from '../components/attributes.ts'
import { Tag } from '../components/tag.tsx'
import { TodoItem } from '../components/todo-item.tsx'
import { formatDate } from '../format.ts'

export type WorkAlert = {
  id: string
  reference: string
  title: string
  state: string
  stateLabel: string
  caseReference: string | null
  children: number
  expectedOn: string | null
  /** Negative when overdue. */
  daysLeft: number | undefined
  /** A child at immediate risk, and nobody has acknowledged it. */
  isUrgent: boolean
  /** For whom the person stands in. */
  forName: string | null
}

export type WorkAlertsProps = {
  counts: AlertCounts
  toAnswer: readonly WorkAlert[]
  own: readonly WorkAlert[]
  hasMore: boolean
}

const Due = ({ alert }: { alert: WorkAlert }) =>
  alert.expectedOn === null || alert.daysLeft === undefined ? (
    <span class="pl-muted">
      {alert.state === 'responded' ? 'Accept it, or not' : 'No answer needed'}
    </span>
  ) : (
    <time
      datetime={alert.expectedOn}
      title={formatDate(alert.expectedOn)}
      class={joinClasses((alert.isUrgent || alert.daysLeft < 0) && 'pl-late') || undefined}
    >
      {alert.isUrgent ? 'Acknowledge it now' : daysLeftWords(alert.daysLeft)}
    </time>
  )

const Alert = ({ alert }: { alert: WorkAlert }) => (
  <TodoItem
    href={`/alerts/${alert.id}`}
    text={`${alert.title}${alert.caseReference === null ? '' : `, case ${childrenWords(alert.caseReference, alert.children)}`}`}
    more={`${alert.reference}${alert.forName === null ? '' : ` · you cover for ${alert.forName}`}`}
    due={<Due alert={alert} />}
    end={<Tag class={stateTag(alert.state)}>{alert.stateLabel}</Tag>}
  />
)

const List = ({ title, alerts }: { title: string; alerts: readonly WorkAlert[] }) =>
  alerts.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="pl-todo">
        {alerts.map((alert) => (
          <Alert alert={alert} />
        ))}
      </ul>
    </>
  )

export const WorkAlerts = ({ toAnswer, own, hasMore }: WorkAlertsProps) => (
  <>
    <List title="Practice alerts to answer" alerts={toAnswer} />
    <List title="Practice alerts you raised" alerts={own} />
    {hasMore ? (
      <p class="govuk-body">
        <a class="govuk-link" href="/alerts">
          All your alerts
        </a>
      </p>
    ) : (
      ''
    )}
  </>
)
