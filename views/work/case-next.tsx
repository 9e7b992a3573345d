/** What is still to come of a case: what cannot wait first, then what is due, the next review, and when it was last audited. */
import type { CaseSummary, ToCome } from '../../src/work/rules/case-summary.ts'
import { TodoItem } from '../components/todo-item.tsx'
import { dueInWords, formatDate, plural } from '../format.ts'
import { auditStateWords, noticeStates } from './case-words.ts'
import { DueWords } from './due-words.tsx'

export type CaseNextProps = {
  toCome: ToCome
  summary: CaseSummary
  /** Undefined for who may not know it, null where nobody knows it. */
  nextReviewOn: string | null | undefined
  /** Undefined where no page shows the actions alone. */
  actionsHref: string
  seesAll: boolean
  readerId: string
  todayOn: string
}

/** How many actions stand here; the rest are in the list below. */
const ACTIONS_SHOWN = 5

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const reviewWords = (nextReviewOn: string | null, todayOn: string): string => {
  if (nextReviewOn === null) return 'Not known'
  const { text, late } = dueInWords(nextReviewOn, todayOn)
  return late
    ? `${formatDate(nextReviewOn)}, which has passed`
    : `${formatDate(nextReviewOn)} (${lowerFirst(text.replace(/^Due /, ''))})`
}

const lastWords = ({ summary, seesAll }: CaseNextProps): string =>
  summary.lastOn === undefined
    ? seesAll
      ? 'Never'
      : 'No audit that you may read'
    : formatDate(summary.lastOn)

export const CaseNext = (props: CaseNextProps) => {
  const { toCome, todayOn, nextReviewOn } = props
  const { notices, alerts, audits, actions } = toCome
  const more = actions.length - ACTIONS_SHOWN
  const isQuiet =
    notices.length === 0 && alerts.length === 0 && audits.length === 0 && actions.length === 0
  return (
    <section aria-labelledby="next-title">
      <h2 class="govuk-heading-m" id="next-title">
        What is next
      </h2>
      {isQuiet ? (
        <p class="govuk-body">Nothing is open or due.</p>
      ) : (
        <ul class="pl-todo pl-case__next">
          {notices.map((notice) => (
            <TodoItem
              href={`/safety-notices/${notice.id}`}
              text="A safety notice is open"
              more={`From ${notice.roundName}`}
              due={
                notice.acknowledgedAt === null ? (
                  <strong class="pl-late">Nobody has acknowledged it</strong>
                ) : (
                  ''
                )
              }
              end={noticeStates[notice.state] ?? notice.state}
            />
          ))}
          {alerts.map((alert) => (
            <TodoItem
              href={`/alerts/${alert.id}`}
              text={alert.title}
              more={`${alert.reference}${alert.raisedByName === null ? '' : ` · raised by ${alert.raisedByName}`}`}
              due={
                alert.expectedOn === null ? (
                  ''
                ) : (
                  <DueWords dueOn={alert.expectedOn} todayOn={todayOn} />
                )
              }
              end={alert.stateLabel}
            />
          ))}
          {actions.slice(0, ACTIONS_SHOWN).map((action) => (
            <TodoItem
              href={`/actions/${action.id}`}
              text={action.what}
              more={`Action from ${action.roundName}`}
              due={<DueWords dueOn={action.dueOn} todayOn={todayOn} />}
              end={action.ownerId === props.readerId ? 'You' : (action.ownerName ?? 'Nobody')}
            />
          ))}
          {audits.map((audit) => (
            <TodoItem
              href={`/audits/${audit.id}`}
              text={`Audit in ${audit.roundName}`}
              more={audit.auditorName === '' ? '' : `By ${audit.auditorName}`}
              due={<DueWords dueOn={audit.dueOn} todayOn={todayOn} />}
              end={auditStateWords(audit.state)}
            />
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={props.actionsHref}>
            {`${plural(more, 'more open action')}, in the list of actions`}
          </a>
        </p>
      ) : (
        ''
      )}
      <p class="govuk-body pl-case__dates">
        {nextReviewOn === undefined ? (
          ''
        ) : (
          <span>
            <strong>Next review:</strong> {reviewWords(nextReviewOn, todayOn)}
          </span>
        )}
        <span>
          <strong>Last audited:</strong> {lastWords(props)}
        </span>
      </p>
    </section>
  )
}
