/** The first page of an audit at work: its parts, what is done and what is left. */
import type { NoteFact } from '../../src/audits/rules/note-facts.ts'
import type { ScaleValue } from '../../src/rubrics/rules/scale.ts'
import { Button } from '../components/button.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { ProgressBar } from '../components/progress-bar.tsx'
import { TaskList } from '../components/task-list.tsx'
import { dueInWords, formatDate } from '../format.ts'
import { SafetyPanel, type SafetyPanelProps } from '../safety/safety-panel.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'

export type Task = {
  title: string
  place: string
  answered: number
  toAnswer: number
  isDone: boolean
  isStarted: boolean
  /** The auditor's own grade so far. */
  grade: ScaleValue | null
}

export type TaskListPageProps = {
  audit: AuditCase & {
    dueOn: string | null
    reopenReason: string | null
    previousAuditorName: string | null
  }
  isReopened: boolean
  safety: SafetyPanelProps
  /** What the auditor marked to come back to. */
  later: readonly NoteFact[]
  today: string
  answered: number
  toAnswer: number
  tasks: Task[]
  closing: { title: string; place: string; status: string; isDone: boolean; isBegun: boolean }[]
  button: { text: string; place: string }
}

const STARTED = 'govuk-tag--light-blue'

const statusOf = (task: Task) => {
  if (task.isDone) {
    return { text: task.grade === null ? 'Done' : <GradeTag grade={task.grade} /> }
  }
  return task.isStarted
    ? { tag: { text: `${task.answered} of ${task.toAnswer} answered`, class: STARTED } }
    : { text: 'Not started', class: 'pl-note' }
}

const Later = ({ address, later }: { address: string; later: readonly NoteFact[] }) => (
  <section class="pl-later">
    <h2 class="govuk-heading-m">To come back to</h2>
    <ul class="govuk-list">
      {later.map(({ short, words, place, notePlace }) => (
        <li>
          <a class="govuk-link" href={`${address}/${place}`}>
            {short}
          </a>
          {words.trim() === '' ? '' : <div class="pl-words">{words}</div>}
          <div>
            <a class="govuk-link" href={`${address}/${notePlace}`}>
              Change or take off<span class="govuk-visually-hidden">{`: ${short}`}</span>
            </a>
          </div>
        </li>
      ))}
    </ul>
    <p class="pl-note">Only you see this list. It is deleted when you submit the audit.</p>
  </section>
)

export const TaskListPage = (props: TaskListPageProps) => {
  const address = auditAddress(props.audit)
  const due = props.audit.dueOn === null ? undefined : dueInWords(props.audit.dueOn, props.today)
  return (
    <>
      <SafetyPanel {...props.safety} />
      <AuditHeading
        audit={props.audit}
        heading={`Audit of case ${props.audit.caseReference}`}
        isInner={false}
        facts={['judge the last six months']}
      />
      {props.isReopened ? (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            <strong>This audit was reopened.</strong> Change what has to change, then submit it
            again. Until then it counts as it was submitted.
          </p>
          <p class="govuk-body pl-words">{props.audit.reopenReason ?? ''}</p>
        </div>
      ) : (
        ''
      )}
      {props.audit.previousAuditorName === null ? (
        ''
      ) : (
        <p class="govuk-body">
          {`${props.audit.previousAuditorName} had this audit before you. Answers given before stay under the name of the person who wrote them.`}
        </p>
      )}
      {due === undefined || props.audit.dueOn === null ? (
        ''
      ) : (
        <p class="govuk-body">
          <strong class={due.late ? 'pl-late' : undefined}>{due.text}</strong>
          {`: ${formatDate(props.audit.dueOn)}`}
        </p>
      )}
      <div class="pl-audit__progress">
        <ProgressBar
          id="progress"
          done={props.answered}
          total={props.toAnswer}
          verb="questions answered"
        />
      </div>
      <TaskList
        class="pl-tasks"
        idPrefix="part"
        items={[
          ...props.tasks.map((task) => ({
            title: task.title,
            href: `${address}/${task.place}`,
            status: statusOf(task),
          })),
          ...props.closing.map((task) => ({
            title: task.title,
            href: `${address}/${task.place}`,
            status: task.isBegun
              ? { tag: { text: task.status, class: STARTED } }
              : { text: task.status, class: task.isDone ? undefined : 'pl-note' },
          })),
        ]}
      />
      {props.later.length === 0 ? '' : <Later address={address} later={props.later} />}
      <Button href={`${address}/${props.button.place}`}>{props.button.text}</Button>
      <p class="govuk-body pl-with-script">
        What you type is saved as you go. You can leave at any time and come back.
      </p>
      <p class="govuk-body pl-without-script">
        Save each page with its button. What is saved stays: you can leave at any time and come
        back.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/print`}>
          Read or print the whole audit as it is now
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/hand-over`}>
          Hand this audit over to somebody else
        </a>
      </p>
    </>
  )
}
