/** One alert: where it is, what is asked of this reader now, what it says, and everything that happened to it. */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Tag } from '../components/tag.tsx'
import { Textarea } from '../components/textarea.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { stateTag } from './alert-words.ts'
import { Answers } from './answers.tsx'
import { BesideAlert } from './beside-alert.tsx'
import { DisputeClockView } from './dispute-clock.tsx'
import { Acknowledgements, Calls } from './immediate-facts.tsx'
import { Thread } from './thread.tsx'

export type AlertPageProps = PageFacts & {
  again:
    | {
        action: string
        words: string
        errors: Readonly<Record<string, string>>
        conflict?: string
      }
    | undefined
  /** When an immediate risk that nobody acknowledges goes further up. */
  goesUpAt: string | undefined
  csrf: string
}

const addressOf = ({ alert }: AlertPageProps): string => `/alerts/${alert.id}`

const Words = ({ text }: { text: string }) => <p class="govuk-body pl-words">{text}</p>

/** A form that is words alone, with its own button. */
const WordsForm = (
  props: AlertPageProps & {
    action: 'respond' | 'accept' | 'note' | 'acknowledge'
    label: string
    hint?: string
    isOptional?: boolean
    class?: string
  }
) => {
  const step = props.actions.get(props.action)
  if (!step) return null
  const isAgain = props.again?.action === props.action
  const id = `${props.action}-words`
  return (
    <form
      method="post"
      action={`${addressOf(props)}/${props.action}`}
      class="pl-alert__form"
      novalidate
    >
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="revision" value={props.alert.revision} />
      <Textarea
        name="words"
        id={id}
        rows={props.action === 'respond' ? 5 : 3}
        label={{ text: props.label, class: 'govuk-label--s' }}
        hint={props.hint}
        value={isAgain ? props.again?.words : ''}
        error={isAgain ? props.again?.errors.words : undefined}
      />
      {step.asWhom === undefined ? '' : <p class="govuk-hint">{`Recorded as: ${step.asWhom}.`}</p>}
      <Button class={props.class} preventDoubleClick>
        {step.button}
      </Button>
    </form>
  )
}

const further: readonly { action: Parameters<PageFacts['actions']['get']>[0]; path: string }[] = [
  { action: 'not_accept', path: 'not-accept' },
  { action: 'escalate', path: 'escalate' },
  { action: 'extend', path: 'extend' },
  { action: 'readdress', path: 'readdress' },
  { action: 'resolve', path: 'resolve' },
  { action: 'withdraw', path: 'withdraw' },
  { action: 'reopen', path: 'reopen' },
  { action: 'rang', path: 'call' },
]

const WhatNext = (props: AlertPageProps) => {
  const { actions, alert } = props
  const links = further.filter(({ action }) => actions.has(action))
  const hasForm =
    actions.has('respond') ||
    actions.has('accept') ||
    (actions.has('acknowledge') && props.owesAcknowledgement)
  if (links.length === 0 && !hasForm) return null
  const own = props.addressees.some((each) => each.isCurrent)
  const gone = props.addressees.filter((each) => each.isCurrent && !each.isActive)
  return (
    <section class="pl-alert__next pl-no-print" aria-labelledby="next-title">
      <h2 class="govuk-heading-m" id="next-title">
        {actions.has('respond') && alert.state === 'open'
          ? 'Your answer is asked for'
          : 'What next'}
      </h2>
      {gone.length > 0 && actions.has('readdress') ? (
        <p class="govuk-inset-text">
          {`${gone.map(({ name }) => name).join(' and ')} ${gone.length === 1 ? 'has' : 'have'} left and cannot answer. `}
          <a class="govuk-link" href={`${addressOf(props)}/readdress`}>
            Choose who answers now
          </a>
        </p>
      ) : (
        ''
      )}
      {actions.has('acknowledge') && alert.isImmediate && props.owesAcknowledgement ? (
        <form method="post" action={`${addressOf(props)}/acknowledge`}>
          <input type="hidden" name="_csrf" value={props.csrf} />
          <input type="hidden" name="revision" value={alert.revision} />
          {actions.get('acknowledge')?.asWhom === undefined ? (
            ''
          ) : (
            <p class="govuk-hint">{`Recorded as: ${actions.get('acknowledge')?.asWhom}.`}</p>
          )}
          <Button preventDoubleClick>{actions.get('acknowledge')?.button ?? ''}</Button>
        </form>
      ) : (
        ''
      )}
      {alert.kind === 'good_practice' && props.owesAcknowledgement ? (
        <WordsForm {...props} action="acknowledge" label="A word back (optional)" />
      ) : (
        ''
      )}
      <WordsForm
        {...props}
        action="respond"
        label={alert.state === 'responded' ? 'Add to the answer' : 'Your answer'}
        hint="What has been done or will be done, and by when. No names of the child or the family."
      />
      {actions.has('accept') ? <Answers answers={props.answers} /> : ''}
      <WordsForm
        {...props}
        action="accept"
        label="A word on how it was resolved (optional)"
        hint="Accepting the answer closes the alert."
      />
      {links.length === 0 || !own ? (
        ''
      ) : (
        <ul class="govuk-list pl-alert__links">
          {links.map(({ action, path }) => (
            <li>
              <a class="govuk-link" href={`${addressOf(props)}/${path}`}>
                {actions.get(action)?.button}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export const AlertPage = (props: AlertPageProps) => {
  const { alert, again } = props
  return (
    <>
      <BackLink href="/alerts">Practice alerts</BackLink>
      {again === undefined || Object.keys(again.errors).length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          errors={Object.entries(again.errors).map(([field, text]) => ({
            text,
            href: field === 'words' ? `#${again.action}-words` : '#next-title',
          }))}
        />
      )}
      {again?.conflict === undefined ? (
        ''
      ) : (
        <div class="pl-notice pl-notice--warning" role="alert">
          <p>{again.conflict}</p>
          {again.words === '' || props.actions.has(again.action as 'respond') ? (
            ''
          ) : (
            <>
              <p>What you wrote was not saved:</p>
              <Words text={again.words} />
            </>
          )}
        </div>
      )}
      <span class="govuk-caption-l">{props.reference}</span>
      <h1 class="govuk-heading-l">
        {`${props.title} `}
        <Tag class={`pl-alert__tag ${stateTag(alert.state)}`}>{props.stateLabel}</Tag>
      </h1>
      <div class="pl-alert">
        <div class="pl-alert__main">
          <AlertFacts {...props} />
          <h2 class="govuk-heading-m">
            {alert.kind === 'good_practice' ? 'What was good' : 'The concern'}
          </h2>
          <Words text={alert.concern} />
          {alert.impact === '' ? (
            ''
          ) : (
            <>
              <h3 class="govuk-heading-s">
                {alert.kind === 'good_practice'
                  ? 'What difference it made for the child'
                  : 'What it means for the child'}
              </h3>
              <Words text={alert.impact} />
            </>
          )}
          {alert.asked === '' ? (
            ''
          ) : (
            <>
              <h3 class="govuk-heading-s">What is asked</h3>
              <Words text={alert.asked} />
            </>
          )}
          <WhatNext {...props} />
          {props.rang.length === 0 ? '' : <Calls rang={props.rang} />}
          <Thread moments={props.moments} />
          <p class="govuk-body pl-no-print">
            <a class="govuk-link" href={`/alerts/${alert.id}/copy`}>
              Copy for the child’s record
            </a>
          </p>
          <div class="pl-no-print">
            <WordsForm
              {...props}
              action="note"
              label="Add a note"
              hint="Everybody who may read this alert reads it."
              class="govuk-button--secondary"
            />
          </div>
        </div>
        <div class="pl-alert__side">
          {props.clock === undefined ? '' : <DisputeClockView clock={props.clock} />}
          {alert.isImmediate || alert.kind === 'good_practice' ? (
            <Acknowledgements addressees={props.addressees} goesUpAt={props.goesUpAt} />
          ) : (
            ''
          )}
          {alert.kind === 'good_practice' ? '' : <BesideAlert {...props} />}
        </div>
      </div>
    </>
  )
}
