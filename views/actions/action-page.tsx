/** One action: what has to be done, by whom and by when, what it should change for the child, and whether it is done. */
import type { Action } from '../../src/actions/store.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { Textarea } from '../components/textarea.tsx'
import { dueInWords, formatDate, formatInstant } from '../format.ts'

export type ActionPageProps = {
  action: Action
  caseReference: string
  roundName: string
  ownerName: string | undefined
  /** The question that it answers, in short. */
  about: string | undefined
  /** For those who may read the audit. */
  auditAddress: string | undefined
  /** The page of the case, for those who may open it. */
  caseHref?: string | undefined
  todayOn: string
  isOwner: boolean
  /** As typed, when it could not be saved. */
  note: string
  errors?: Readonly<Record<string, string>> | undefined
  /** Somebody, or another window, was quicker. */
  isConflict: boolean
  csrf: string
}

const dueWords = ({ action, todayOn }: ActionPageProps) => {
  if (action.dueOn === null) return 'No date given'
  const { text, late } = dueInWords(action.dueOn, todayOn)
  if (action.state === 'done') return formatDate(action.dueOn)
  return (
    <>
      {formatDate(action.dueOn)}{' '}
      <span class={late ? 'pl-late' : 'pl-muted'}>{`(${lower(text)})`}</span>
    </>
  )
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const Words = ({ text }: { text: string }) => <span class="pl-words">{text}</span>

const Conflict = (props: ActionPageProps) => (
  <div class="pl-notice pl-notice--warning" role="alert">
    <p>
      This action was changed after you opened the page, so nothing was saved now. Below it is as it
      stands.
    </p>
    {props.note === '' || props.action.state !== 'done' ? (
      ''
    ) : (
      <>
        <p>What you wrote:</p>
        <p>
          <Words text={props.note} />
        </p>
      </>
    )}
  </div>
)

const DoneForm = (props: ActionPageProps) => (
  <>
    <h2 class="govuk-heading-m">When it is done</h2>
    <form method="post" action={`/actions/${props.action.id}/done`} novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="revision" value={String(props.action.revision)} />
      <Textarea
        name="note"
        label={{
          text: 'What was done, and what came of it for the child?',
          class: 'govuk-label--s',
        }}
        hint="Whoever may read the audit can read this too"
        rows={4}
        class="govuk-!-width-two-thirds"
        value={props.note}
        error={props.errors?.note}
      />
      <Button preventDoubleClick>Mark as done</Button>
    </form>
  </>
)

const UndoForm = (props: ActionPageProps) => (
  <form method="post" action={`/actions/${props.action.id}/undo`}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <input type="hidden" name="revision" value={String(props.action.revision)} />
    <Button class="govuk-button--secondary" preventDoubleClick>
      It is not done after all
    </Button>
  </form>
)

const Facts = (props: ActionPageProps) => {
  const { action } = props
  return (
    <SummaryList
      rows={[
        {
          key: 'What it should change for the child',
          value: { text: <Words text={action.intendedChange || 'Nothing was written'} /> },
        },
        { key: 'By when', value: { text: dueWords(props) } },
        {
          key: 'Who',
          value: props.isOwner ? `You (${props.ownerName})` : (props.ownerName ?? 'Nobody yet'),
        },
        props.about !== undefined && { key: 'About', value: props.about },
        action.doneAt !== null && { key: 'Done', value: formatInstant(action.doneAt) },
        action.doneNote !== null && {
          key: 'What was done, and what came of it',
          value: { text: <Words text={action.doneNote} /> },
        },
      ]}
    />
  )
}

export const ActionPage = (props: ActionPageProps) => {
  const { action, errors } = props
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'My work', href: '/' },
          { text: `Case ${props.caseReference}`, href: props.caseHref },
          ...(props.auditAddress === undefined
            ? []
            : [{ text: 'Audit', href: props.auditAddress }]),
          { text: 'Action' },
        ]}
      />
      {errors === undefined ? (
        ''
      ) : (
        <ErrorSummary errors={Object.values(errors).map((text) => ({ text, href: '#note' }))} />
      )}
      {props.isConflict ? <Conflict {...props} /> : ''}
      <span class="govuk-caption-l">{`Case ${props.caseReference} · from ${props.roundName}`}</span>
      <h1 class="govuk-heading-l pl-words">{action.what}</h1>
      <Facts {...props} />
      {props.isOwner && action.state === 'open' ? <DoneForm {...props} /> : ''}
      {props.isOwner && action.state === 'done' ? <UndoForm {...props} /> : ''}
      {props.isOwner || action.state === 'done' ? (
        ''
      ) : (
        <p class="govuk-body pl-muted">
          {props.ownerName === undefined
            ? 'Nobody owns this action.'
            : `${props.ownerName} says here when it is done.`}
        </p>
      )}
    </>
  )
}
