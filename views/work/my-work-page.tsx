/** My work: everybody's first page. What is late first, in words and weight; what is empty says what will appear there. */
import type { DueSummary } from '../../src/work/rules/due-summary.ts'
import { Button } from '../components/button.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { TodoItem } from '../components/todo-item.tsx'
import { dateOf, formatShortDate, plural } from '../format.ts'
import { alertsSentence } from './alerts-sentence.ts'
import { dueSentence } from './due-sentence.ts'
import { DueWords } from './due-words.tsx'
import { EmptyWork, type EmptyWorkProps } from './empty-work.tsx'
import { RecentEntries, type RecentEntry } from './found-lists.tsx'
import { OpenRounds, type OpenRoundsProps } from './open-rounds.tsx'
import { roundsSentence } from './rounds-sentence.ts'
import { WorkAlerts, type WorkAlertsProps } from './work-alerts.tsx'
import { WorkWays } from './work-ways.tsx'

export type AuditToDo = {
  id: string
  caseReference: string | null
  reference: string
  themes: readonly string[]
  roundName: string
  state: string
  dueOn: string | null
  answered: number
  toAnswer: number
  /** How many questions they marked to come back to. */
  later: number | null
}

export type ActionToDo = {
  id: string
  what: string
  caseReference: string | null
  roundName: string
  dueOn: string | null
  ownerName: string | null
  isOwn: boolean
}

export type SubmittedAudit = {
  id: string
  caseReference: string | null
  reference: string
  roundName: string
  submittedAt: string
  /** Some may not read what they have submitted; they are told of it and led nowhere. */
  isReadable: boolean
  grade: string | null
}

export type MyWorkPageProps = {
  /** Whoever reads an audit opens the page of its case. */
  opensCases: boolean
  /** For who answers for children whose audits are others'. */
  seesSafety: boolean
  /** How many went to them that they have not acknowledged. */
  safetyWaiting: number
  todayOn: string
  /** Undefined for whoever reads no alerts. */
  alerts: WorkAlertsProps | undefined
  /** Reviewing officers and chairs raise concerns; others share good practice alone. */
  raisesAlerts: boolean
  /** Somebody can act for them in alerts while they are away. */
  mayBeCovered: boolean
  sharesGoodPractice: boolean
  /** Undefined for somebody who is never given audits. */
  summary: DueSummary | undefined
  audits: readonly AuditToDo[]
  actions: readonly ActionToDo[]
  /** A manager sees the team's actions beside their own. */
  hasTeam: boolean
  hasMoreActions: boolean
  submitted: readonly SubmittedAudit[]
  /** Undefined for whoever does not run the programme. */
  rounds: OpenRoundsProps['rounds'] | undefined
  /** What the person opened last of what is not theirs to do. */
  recent: readonly RecentEntry[]
  empty: EmptyWorkProps
}

const STATES: Record<string, string> = {
  allocated: 'Not started',
  in_progress: 'In progress',
  reopened: 'Reopened',
}

const lowerFirst = (title: string): string =>
  /^\p{Lu}\p{Lu}/u.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`

/** `child protection plan`, `care plan and voice of the child`, `child protection plan and 3 more themes`. */
const themeWords = (titles: readonly string[]): string => {
  const [first = '', second = ''] = titles.map(lowerFirst)
  if (titles.length <= 1) return first
  return titles.length === 2
    ? `${first} and ${second}`
    : `${first} and ${titles.length - 1} more themes`
}

const caseWords = (one: { caseReference: string | null; reference: string }): string =>
  one.caseReference === null ? `Audit ${one.reference}` : `Case ${one.caseReference}`

/** Beside an audit, the way to everything about its case. */
const AboutCase = (props: { id: string; caseReference: string | null; opensCases: boolean }) =>
  props.opensCases && props.caseReference !== null ? (
    <>
      {' · '}
      <a class="govuk-link" href={`/cases/${props.id}`}>
        About the case<span class="govuk-visually-hidden">{` ${props.caseReference}`}</span>
      </a>
    </>
  ) : null

const Audit = (props: { audit: AuditToDo; todayOn: string; opensCases: boolean }) => {
  const { audit, todayOn } = props
  const themes = themeWords(audit.themes)
  const progress =
    audit.state === 'allocated' ? '' : ` · you have answered ${audit.answered} of ${audit.toAnswer}`
  return (
    <TodoItem
      href={`/audits/${audit.id}`}
      text={`${caseWords(audit)}${themes === '' ? '' : `, ${themes}`}`}
      more={
        <>
          {`${audit.roundName}${progress}${audit.later ? ` · ${audit.later} to come back to` : ''}`}
          <AboutCase {...audit} opensCases={props.opensCases} />
        </>
      }
      due={<DueWords dueOn={audit.dueOn} todayOn={todayOn} />}
      end={STATES[audit.state] ?? audit.state}
    />
  )
}

const Action = ({ action, todayOn }: { action: ActionToDo; todayOn: string }) => {
  const owner = action.isOwn ? '' : ` · owner: ${action.ownerName ?? 'nobody'}`
  return (
    <TodoItem
      href={`/actions/${action.id}`}
      text={action.what}
      more={`${action.caseReference === null ? '' : `Case ${action.caseReference} · `}from ${action.roundName}${owner}`}
      due={<DueWords dueOn={action.dueOn} todayOn={todayOn} />}
      end={action.isOwn ? 'Owner: you' : 'Your team'}
    />
  )
}

const Submitted = ({ audit, opensCases }: { audit: SubmittedAudit; opensCases: boolean }) => (
  <TodoItem
    href={audit.isReadable ? `/audits/${audit.id}` : undefined}
    text={caseWords(audit)}
    more={
      <>
        {audit.roundName}
        <AboutCase {...audit} opensCases={opensCases && audit.isReadable} />
      </>
    }
    due={`Submitted ${formatShortDate(dateOf(audit.submittedAt))}`}
    end={audit.grade === null ? '' : <GradeTag grade={audit.grade} class="pl-todo__end" />}
  />
)

/** Whoever runs the programme and has no audit of their own is told of the rounds alone. */
const Lead = ({ summary, rounds, alerts, todayOn }: MyWorkPageProps) => (
  <>
    {alerts === undefined || alertsSentence(alerts.counts) === '' ? (
      ''
    ) : (
      <p class="pl-lead">{alertsSentence(alerts.counts)}</p>
    )}
    {summary === undefined || (rounds !== undefined && summary.total === 0) ? (
      ''
    ) : (
      <p class="pl-lead">{dueSentence(summary, todayOn)}</p>
    )}
    {rounds === undefined || rounds.length === 0 ? (
      ''
    ) : (
      <p class="pl-lead">{roundsSentence(rounds)}</p>
    )}
  </>
)

export const MyWorkPage = (props: MyWorkPageProps) => {
  const { todayOn } = props
  return (
    <>
      <h1 class="govuk-heading-l">My work</h1>
      <Lead {...props} />
      {props.seesSafety || props.safetyWaiting > 0 ? (
        <p class="govuk-body">
          {props.safetyWaiting > 0 ? (
            <strong>{`${plural(props.safetyWaiting, 'safety notice')} ${props.safetyWaiting === 1 ? 'waits' : 'wait'} for you. `}</strong>
          ) : (
            ''
          )}
          <a class="govuk-link" href="/safety-notices">
            Safety notices
          </a>
        </p>
      ) : (
        ''
      )}
      {props.raisesAlerts ? <Button href="/alerts/new">Raise a practice alert</Button> : ''}
      {props.alerts === undefined ? '' : <WorkAlerts {...props.alerts} />}
      {props.rounds === undefined ? '' : <OpenRounds rounds={props.rounds} todayOn={todayOn} />}
      {props.audits.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">Audits</h2>
          <ul class="pl-todo">
            {props.audits.map((audit) => (
              <Audit audit={audit} todayOn={todayOn} opensCases={props.opensCases} />
            ))}
          </ul>
        </>
      )}
      {props.summary === undefined ? (
        ''
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href="/my-audits">
            All your audits, past and present
          </a>
        </p>
      )}
      <WorkWays
        sharesGoodPractice={props.sharesGoodPractice && !props.raisesAlerts}
        mayBeCovered={props.mayBeCovered}
      />
      {props.actions.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">
            {props.hasTeam ? 'Actions for you and your team' : 'Actions for you'}
          </h2>
          <ul class="pl-todo">
            {props.actions.map((action) => (
              <Action action={action} todayOn={todayOn} />
            ))}
          </ul>
          {props.hasMoreActions ? (
            <p class="govuk-body">
              {'Of your team’s actions the ones due first are shown. '}
              <a class="govuk-link" href="/actions?show=open">
                All open actions that you may read
              </a>
            </p>
          ) : (
            ''
          )}
        </>
      )}
      <EmptyWork {...props.empty} />
      {props.submitted.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">
            {props.submitted.length === 1
              ? 'The audit you submitted last'
              : `The ${plural(props.submitted.length, 'audit')} you submitted last`}
          </h2>
          <ul class="pl-todo">
            {props.submitted.map((audit) => (
              <Submitted audit={audit} opensCases={props.opensCases} />
            ))}
          </ul>
        </>
      )}
      {props.recent.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">What you opened last</h2>
          <RecentEntries recent={props.recent} todayOn={todayOn} />
        </>
      )}
    </>
  )
}
