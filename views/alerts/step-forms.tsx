/** Pages that ask for what one step of an alert needs: words and a date, or how far and to whom. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate } from '../format.ts'
import { StepPage } from '../programme/step-page.tsx'
import { type Moment, Moments } from './thread.tsx'

export type Values = Readonly<Record<string, string>>

export type AlertStepProps = {
  alertId: string
  revision: number
  /** "Alert 2026-0042, case C-100". */
  caption: string
  title: string
  button: string
  values: Values
  errors: Values
  /** Somebody else was quicker. */
  conflict: string | undefined
  /** What they recorded since this page was opened. */
  since: readonly Moment[]
  /** As whom it is recorded, where it is not in the person's own name. */
  asWhom: string | undefined
  csrf: string
}

export const frame = (props: AlertStepProps, path: string, isWarning = false) => ({
  caption: props.caption,
  title: props.title,
  back: { href: `/alerts/${props.alertId}`, text: 'Back to the alert' },
  action: `/alerts/${props.alertId}/${path}`,
  csrf: props.csrf,
  errors: props.errors,
  button: props.button,
  isWarning,
  intro: (
    <>
      {props.conflict === undefined ? (
        ''
      ) : (
        <div class="pl-notice pl-notice--warning" role="alert">
          <p>{props.conflict}</p>
          <Moments moments={props.since} />
        </div>
      )}
      {props.asWhom === undefined ? (
        ''
      ) : (
        <p class="govuk-hint">{`Recorded as: ${props.asWhom}.`}</p>
      )}
    </>
  ),
})

export const Revision = ({ revision }: { revision: number }) => (
  <input type="hidden" name="revision" value={revision} />
)

const Expected = (props: { values: Values; errors: Values; policyOn: string }) => (
  <DateInput
    id="expected"
    namePrefix="expected"
    fieldset={{ legend: { text: 'Answer expected by', class: 'govuk-fieldset__legend--s' } }}
    hint={`A working day. Leave it empty for ${formatDate(props.policyOn)}, as the council’s policy has it.`}
    values={{
      'expected-day': props.values['expected-day'],
      'expected-month': props.values['expected-month'],
      'expected-year': props.values['expected-year'],
    }}
    error={props.errors['expected-day']}
  />
)

/** Words, and where `policyOn` is given another date. */
export const WordsStepPage = (
  props: AlertStepProps & {
    path: string
    label: string
    hint: string
    policyOn: string | undefined
    isWarning: boolean
  }
) => (
  <StepPage {...frame(props, props.path, props.isWarning)}>
    <Revision revision={props.revision} />
    <Textarea
      name="words"
      rows={5}
      label={{ text: props.label, class: 'govuk-label--s' }}
      hint={props.hint}
      value={props.values.words}
      error={props.errors.words}
    />
    {props.policyOn === undefined ? '' : <Expected {...props} policyOn={props.policyOn} />}
  </StepPage>
)

export type EscalateStepProps = AlertStepProps & {
  targets: readonly {
    stage: number
    label: string
    way: string
    dueOn: string
    skips: readonly string[]
    people: readonly { id: string; name: string; jobTitle: string }[]
  }[]
  chosen: number
  ticked: readonly string[]
  others: readonly string[]
  people: readonly { id: string; name: string; jobTitle: string }[]
  top: string | undefined
}

const titled = ({ name, jobTitle }: { name: string; jobTitle: string }): string =>
  jobTitle === '' ? name : `${name}, ${jobTitle}`

/** First how far: each choice is a link that loads the page for it, so that who answers there can be shown. */
export const EscalatePage = (props: EscalateStepProps) => {
  const target = props.targets.find(({ stage }) => stage === props.chosen)
  if (!target) {
    return (
      <StepPage
        {...frame(props, 'escalate')}
        button={undefined}
        intro={<p class="govuk-body">{props.top}</p>}
      />
    )
  }
  return (
    <StepPage {...frame(props, 'escalate')}>
      <Revision revision={props.revision} />
      <input type="hidden" name="stage" value={target.stage} />
      <input type="hidden" name="way" value={target.way} />
      <p class="govuk-body" id="stage">
        {`To: `}
        <strong>{target.label}</strong>
      </p>
      {props.targets.length < 2 ? (
        ''
      ) : (
        <ul class="govuk-list pl-alert__links">
          {props.targets
            .filter(({ stage }) => stage !== target.stage)
            .map(({ stage, label }) => (
              <li>
                <a class="govuk-link" href={`/alerts/${props.alertId}/escalate?to=${stage}`}>
                  {`${stage > target.stage ? 'Further' : 'Rather'}: ${label}`}
                </a>
              </li>
            ))}
        </ul>
      )}
      {target.people.length === 0 ? (
        <p class="govuk-body">
          Nobody of the council is known to answer at this stage: choose somebody below.
        </p>
      ) : (
        <Checkboxes
          name="to"
          class="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Who answers now?', class: 'govuk-fieldset__legend--s' } }}
          error={props.errors.to}
          values={[...props.ticked]}
          items={target.people.map((person) => ({ value: person.id, text: titled(person) }))}
        />
      )}
      <Select
        name="other"
        id={target.people.length === 0 ? 'to' : 'other'}
        label={target.people.length === 0 ? 'Who answers now?' : 'Somebody else (optional)'}
        error={target.people.length === 0 ? props.errors.to : undefined}
        value={props.others[0] ?? ''}
        items={[
          { value: '', text: target.people.length === 0 ? 'Choose a person' : 'Nobody else' },
          ...props.people.map((person) => ({ value: person.id, text: titled(person) })),
        ]}
      />
      <Textarea
        name="words"
        rows={4}
        label={{ text: 'Why do you take it further?', class: 'govuk-label--s' }}
        hint="Whoever answers now reads it with everything above. No names of the child or the family."
        value={props.values.words}
        error={props.errors.words}
      />
      {target.skips.length === 0 ? (
        ''
      ) : (
        <Textarea
          name="skip"
          rows={2}
          label={{
            text: `Why do you leave out ${target.skips.join(' and ')}?`,
            class: 'govuk-label--s',
          }}
          value={props.values.skip}
          error={props.errors.skip}
        />
      )}
      <Expected {...props} policyOn={target.dueOn} />
    </StepPage>
  )
}
