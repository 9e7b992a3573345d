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

const expectedHint = (policyOn: string, expectedOn: string | null): string => {
  const policy = `Leave it empty for ${formatDate(policyOn)}, as the council’s policy has it.`
  return expectedOn === null
    ? `A working day. ${policy}`
    : `A working day after ${formatDate(expectedOn)}, by which it is expected now. ${policy}`
}

const Expected = (props: {
  values: Values
  errors: Values
  policyOn: string
  /** The date that holds now, where only a later one will do. */
  expectedOn?: string | null
}) => (
  <DateInput
    id="expected"
    namePrefix="expected"
    fieldset={{ legend: { text: 'Answer expected by', class: 'govuk-fieldset__legend--s' } }}
    hint={expectedHint(props.policyOn, props.expectedOn ?? null)}
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
    expectedOn: string | null
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
  /** Ticked on a page that was sent, and not of those who answer at the stage that is chosen now. */
  kept: EscalateStepProps['people']
  others: readonly string[]
  people: readonly { id: string; name: string; jobTitle: string }[]
  top: string | undefined
}

const titled = ({ name, jobTitle }: { name: string; jobTitle: string }): string =>
  jobTitle === '' ? name : `${name}, ${jobTitle}`

type Target = EscalateStepProps['targets'][number]

/** Each other stage is a button that draws the page for it, with whoever answers there and all that was typed. */
const OtherStages = ({
  targets,
  target,
  button,
}: Pick<EscalateStepProps, 'targets' | 'button'> & { target: Target }) => (
  <>
    {/* The first button of a form is the one that the Enter key presses: it takes the alert further. */}
    <button type="submit" class="govuk-visually-hidden" tabindex={-1}>
      {`${button}: ${target.label}`}
    </button>
    <ul class="govuk-list pl-alert__links">
      {targets
        .filter(({ stage }) => stage !== target.stage)
        .map(({ stage, label }) => (
          <li>
            <button type="submit" class="pl-link-button" name="look" value={stage}>
              {`${stage > target.stage ? 'Further' : 'Rather'}: ${label}`}
            </button>
          </li>
        ))}
    </ul>
  </>
)

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
  const offered = [...target.people, ...props.kept]
  return (
    <StepPage {...frame(props, 'escalate')}>
      <Revision revision={props.revision} />
      <input type="hidden" name="stage" value={target.stage} />
      <input type="hidden" name="way" value={target.way} />
      <p class="govuk-body" id="stage" tabindex={-1}>
        {`To: `}
        <strong>{target.label}</strong>
      </p>
      {props.targets.length < 2 ? '' : <OtherStages {...props} target={target} />}
      {offered.length === 0 ? (
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
          items={[
            ...target.people.map((person) => ({ value: person.id, text: titled(person) })),
            ...props.kept.map((person) => ({
              value: person.id,
              text: titled(person),
              hint: { text: 'You chose them before.' },
            })),
          ]}
        />
      )}
      <Select
        name="other"
        id={offered.length === 0 ? 'to' : 'other'}
        label={offered.length === 0 ? 'Who answers now?' : 'Somebody else (optional)'}
        error={offered.length === 0 ? props.errors.to : undefined}
        value={props.others[0] ?? ''}
        items={[
          { value: '', text: offered.length === 0 ? 'Choose a person' : 'Nobody else' },
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
