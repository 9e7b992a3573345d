/** One safety notice: what is to be done now, who was told, to whom it went, and everything that happened to it. */
import type { Moment, SentRow, ToldRow } from '../../src/safety/rules/story.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { formatDate, formatInstant } from '../format.ts'
import { NoticeFacts, type NoticeFactsProps } from './notice-facts.tsx'
import { DecisionForm, WordsForm } from './step-forms.tsx'
import { ToldForm, type ToldFormProps } from './told-form.tsx'

export type NoticePageProps = NoticeFactsProps & {
  /** The page of the case, for those who may open it. */
  caseHref: string | undefined
  told: readonly ToldRow[]
  sent: readonly SentRow[]
  moments: readonly Moment[]
  /** Buttons of what this person may do now, by action. */
  steps: Readonly<Partial<Record<string, string>>>
  /** It was acknowledged by this person already. */
  hasAcknowledged: boolean
  toldForm: Omit<ToldFormProps, 'action' | 'from'> | undefined
  /** What was sent and not kept, by field, with the form that it was in. */
  sentForm: { form: string; values: Readonly<Record<string, string>> } | undefined
  errors: Readonly<Record<string, string>>
  /** Somebody else was quicker. */
  conflict: string | undefined
  csrf: string
}

const addressOf = ({ notice }: NoticePageProps): string => `/safety-notices/${notice.id}`

/** Where a fault leads: the words of each form have an id of their own. */
const idOf = (field: string, form: string | undefined): string =>
  field === 'words' ? `${form ?? ''}-words` : field

const Words = ({ text }: { text: string }) => <p class="govuk-body pl-words">{text}</p>

const Problems = (props: NoticePageProps) => (
  <>
    {Object.keys(props.errors).length > 0 ? (
      <ErrorSummary
        errors={Object.entries(props.errors).map(([field, text]) => ({
          text,
          href: `#${idOf(field, props.sentForm?.form)}`,
        }))}
      />
    ) : (
      ''
    )}
    {props.conflict === undefined ? (
      ''
    ) : (
      <div class="pl-notice pl-notice--warning" role="alert">
        <p>{`${props.conflict} What happened is below.`}</p>
        {props.sentForm?.values.words ? (
          <>
            <p>What you wrote was not saved:</p>
            <Words text={props.sentForm.values.words} />
          </>
        ) : (
          ''
        )}
      </div>
    )}
  </>
)

const Acknowledge = (props: NoticePageProps) => (
  <div class="pl-safety pl-safety--ring pl-no-print">
    <h2 class="govuk-heading-m">This went to you</h2>
    <p class="govuk-body">
      Acknowledging says that you have seen it and are acting on it, and takes the banner off your
      pages.
    </p>
    <form method="post" action={`${addressOf(props)}/acknowledge`}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Button preventDoubleClick>{props.steps.acknowledge ?? ''}</Button>
    </form>
  </div>
)

const Told = (props: NoticePageProps) => (
  <section aria-labelledby="told-title">
    <h2 class="govuk-heading-m" id="told-title">
      Who was told
    </h2>
    {props.told.length === 0 ? (
      <p class="govuk-body">
        <strong>Nobody is recorded yet.</strong> Ring first. Then record whom you rang and when.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {props.told.map((each) => (
          <li>{`${each.name}, ${each.role}: ${each.means.charAt(0).toLowerCase()}${each.means.slice(1)}, ${formatInstant(each.at)} (recorded by ${each.by})`}</li>
        ))}
      </ul>
    )}
    {props.toldForm === undefined ? (
      ''
    ) : (
      <details
        class="govuk-details pl-no-print"
        open={props.told.length === 0 || props.sentForm?.form === 'told'}
      >
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {props.told.length === 0 ? 'Record who was told' : 'Record somebody else who was told'}
          </span>
        </summary>
        <div class="govuk-details__text">
          <ToldForm {...props.toldForm} action={`${addressOf(props)}/told`} from="notice" />
        </div>
      </details>
    )}
  </section>
)

const Sent = (props: NoticePageProps) => (
  <section aria-labelledby="sent-title">
    <h2 class="govuk-heading-m" id="sent-title">
      To whom it went
    </h2>
    {props.sent.length === 0 ? (
      <p class="govuk-body">
        <strong>Nobody of the line and no QA lead has an account.</strong> Ring the managers on duty
        and tell the administrator.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {props.sent.map((each) => (
          <li>
            {`${each.name} (${each.step}), ${formatInstant(each.at)}: `}
            {each.acknowledgedAt === null
              ? 'not acknowledged yet'
              : `acknowledged ${formatInstant(each.acknowledgedAt)}`}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Timeline = ({ moments }: NoticePageProps) => (
  <section aria-labelledby="story-title">
    <h2 class="govuk-heading-m" id="story-title">
      What happened
    </h2>
    <ol class="pl-story">
      {moments.map((moment) => (
        <li class="pl-story__moment">
          <p class="pl-story__at">{formatInstant(moment.at)}</p>
          <p class="govuk-body">{`${moment.what}.`}</p>
          {moment.words === '' ? '' : <Words text={moment.words} />}
          {moment.dueOn === '' ? (
            ''
          ) : (
            <p class="govuk-body">{`To be done by ${formatDate(moment.dueOn)}.`}</p>
          )}
        </li>
      ))}
    </ol>
  </section>
)

const Steps = (props: NoticePageProps) => {
  const { steps } = props
  const base = {
    csrf: props.csrf,
    revision: props.notice.revision,
    sent: props.sentForm,
    errors: props.errors,
  }
  return (
    <div class="pl-no-print">
      {steps.decide === undefined ? (
        ''
      ) : (
        <DecisionForm {...base} action={`${addressOf(props)}/decision`} button={steps.decide} />
      )}
      {steps.note === undefined ? (
        ''
      ) : (
        <WordsForm
          {...base}
          form="note"
          title="Add a note"
          label="What was done or found out"
          hint="Never a name of the child or the family. A note is never changed; a correction is another note."
          action={`${addressOf(props)}/notes`}
          button={steps.note}
        />
      )}
      {steps.close === undefined ? (
        ''
      ) : (
        <WordsForm
          {...base}
          form="close"
          title="Close the notice"
          label="Why is it closed?"
          hint="What shows that the child is safe, or that others now keep them safe. It comes off everybody’s pages."
          action={`${addressOf(props)}/close`}
          button={steps.close}
        />
      )}
      {steps.reopen === undefined ? (
        ''
      ) : (
        <WordsForm
          {...base}
          form="reopen"
          title="Reopen the notice"
          label="Why is it reopened?"
          hint="It goes to the managers and QA leads again and needs a decision again. Everything that happened so far stays."
          action={`${addressOf(props)}/reopen`}
          button={steps.reopen}
        />
      )}
    </div>
  )
}

export const NoticePage = (props: NoticePageProps) => (
  <>
    <Problems {...props} />
    <Breadcrumbs
      items={[
        { text: 'My work', href: '/' },
        { text: 'Safety notices', href: '/safety-notices' },
        { text: `Case ${props.notice.caseReference}`, href: props.caseHref },
        { text: 'Safety notice' },
      ]}
    />
    <h1 class="govuk-heading-l pl-audit__heading">
      {`Safety notice for case ${props.notice.caseReference}`}
    </h1>
    <p class="pl-audit__line">
      {`${props.notice.teamName ?? 'No team'} · opened ${formatInstant(props.notice.openedAt)}`}
    </p>
    {props.steps.acknowledge === undefined || props.hasAcknowledged ? (
      ''
    ) : (
      <Acknowledge {...props} />
    )}
    <NoticeFacts {...props} />
    <Told {...props} />
    <Sent {...props} />
    <Timeline {...props} />
    <Steps {...props} />
  </>
)
