/** Writing an alert: one form that saves itself, and one button that raises it. */
import type { DraftDifference } from '../../src/alerts/rules/draft-conflict.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Radios } from '../components/radios.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate } from '../format.ts'
import { FormErrorSummary } from '../rounds/form-errors.tsx'
import { ToldFields, type ToldFieldsProps } from '../safety/told-fields.tsx'
import { DraftPeople, type DraftPeopleProps } from './draft-people.tsx'

export type DraftPageProps = DraftPeopleProps & {
  id: string
  revision: number
  savedAt: string
  todayOn: string
  kinds: readonly { value: string; text: string; hint: string }[]
  kind: string
  references: string
  categories: readonly { id: string; label: string }[]
  chosen: readonly string[]
  concern: string
  impact: string
  asked: string
  expected: { day: string; month: string; year: string }
  policy: { informal: string; formal: string; immediate: string }
  call: Omit<ToldFieldsProps, 'hint' | 'errors'> | undefined
  /** What looks like a name in it, once it was to be raised. */
  names: readonly string[]
  /** Another window of the writer's saved something else since. */
  conflict: { words: string; differences: readonly DraftDifference[] } | undefined
  csrf: string
}

export const DraftStatus = (
  props: Pick<DraftPageProps, 'revision' | 'savedAt' | 'todayOn'> & {
    state?: SavedStatusProps['state'] | undefined
  }
) => (
  <SavedStatus
    id="saved-draft"
    revisionName="revision"
    revision={props.revision}
    state={props.state ?? { kind: 'saved', at: props.savedAt, todayOn: props.todayOn }}
  />
)

const policyWords = (props: DraftPageProps): string => {
  const { policy } = props
  if (props.isImmediate) return `Leave it empty for ${formatDate(policy.immediate)}.`
  return policy.informal === policy.formal
    ? `A working day. Leave it empty for ${formatDate(policy.informal)}, as the council’s policy has it.`
    : `A working day. Leave it empty for what the council’s policy has: ${formatDate(policy.informal)} for an informal alert, ${formatDate(policy.formal)} for a formal one.`
}

const Names = ({ names }: { names: readonly string[] }) => (
  <div class="pl-notice pl-notice--warning" id="noName-question">
    <Checkboxes
      name="noName"
      fieldset={{
        legend: {
          text: `Is “${names.join('”, “')}” somebody’s name?`,
          class: 'govuk-fieldset__legend--s',
        },
      }}
      hint="An alert names nobody of the family: write “the mother”, “the older brother”. Change it above, or say that it is none."
      items={[{ value: 'yes', text: 'It is not the name of a child or of the family' }]}
    />
  </div>
)

/** Both texts: mine stand in the fields below, theirs here. */
const Elsewhere = (props: { id: string } & NonNullable<DraftPageProps['conflict']>) => (
  <div class="pl-notice pl-notice--warning" role="alert">
    <p>
      <strong>Not saved.</strong> {props.words}
    </p>
    {props.differences.map(({ label, theirs }) => (
      <>
        <p>{`In the other window: ${label}`}</p>
        <p class="pl-words">{theirs || 'Nothing yet'}</p>
      </>
    ))}
    <p>
      <a class="govuk-link" href={`/alerts/${props.id}/draft`}>
        Use what was saved in the other window
      </a>
    </p>
  </div>
)

const Fields = (props: DraftPageProps) => {
  const { errors, isGoodPractice } = props
  return (
    <>
      {props.isImmediate || props.kinds.length < 2 ? (
        <input type="hidden" name="kind" value={props.kind} />
      ) : (
        <Radios
          name="kind"
          class="govuk-radios--small"
          fieldset={{ legend: { text: 'Kind', class: 'govuk-fieldset__legend--m' } }}
          value={props.kind}
          error={errors.kind}
          items={props.kinds.map(({ value, text, hint }) => ({
            value,
            text,
            hint: { text: hint },
          }))}
        />
      )}
      {props.call === undefined ? (
        ''
      ) : (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            Whom did you ring?
          </legend>
          <ToldFields
            {...props.call}
            errors={errors}
            hint="Somebody of the council. For anybody else, leave this and type the name."
          />
        </fieldset>
      )}
      <Textarea
        name="references"
        rows={1}
        label={{ text: 'Case reference', class: 'govuk-label--m' }}
        hint="As the case system has it. Brothers and sisters: all of them, with commas between."
        value={props.references}
        error={errors.references}
      />
      <DraftPeople {...props} />
      {isGoodPractice ? (
        ''
      ) : (
        <Checkboxes
          name="category"
          idPrefix="categories"
          class="govuk-checkboxes--small pl-alert__categories"
          fieldset={{
            legend: { text: 'What is it about?', class: 'govuk-fieldset__legend--m' },
          }}
          hint={props.isImmediate ? 'Optional. Choose all that apply.' : 'Choose all that apply.'}
          error={errors.categories}
          values={[...props.chosen]}
          items={props.categories.map(({ id, label }) => ({ value: id, text: label }))}
        />
      )}
      <Textarea
        name="concern"
        rows={4}
        label={{
          text: isGoodPractice ? 'What was good?' : 'What is the concern?',
          class: 'govuk-label--m',
        }}
        hint="No names of the child or the family."
        value={props.concern}
        error={errors.concern}
      />
      <Textarea
        name="impact"
        rows={3}
        label={{
          text: isGoodPractice
            ? 'What difference did it make for the child? (optional)'
            : props.isImmediate
              ? 'What does it mean for the child? (optional)'
              : 'What does it mean for the child?',
          class: 'govuk-label--m',
        }}
        value={props.impact}
        error={errors.impact}
      />
      {isGoodPractice ? (
        ''
      ) : (
        <>
          <Textarea
            name="asked"
            rows={3}
            label={{
              text: `What do you ask to be done?${props.isImmediate ? ' (optional)' : ''}`,
              class: 'govuk-label--m',
            }}
            value={props.asked}
            error={errors.asked}
          />
          <DateInput
            id="expected"
            namePrefix="expected"
            fieldset={{
              legend: { text: 'Answer expected by', class: 'govuk-fieldset__legend--m' },
            }}
            hint={policyWords(props)}
            values={{
              'expected-day': props.expected.day,
              'expected-month': props.expected.month,
              'expected-year': props.expected.year,
            }}
            error={errors['expected-day']}
          />
        </>
      )}
    </>
  )
}

export const DraftPage = (props: DraftPageProps) => {
  const address = `/alerts/${props.id}/draft`
  const heading = props.isImmediate
    ? 'A child at immediate risk'
    : props.isGoodPractice
      ? 'Good practice'
      : 'Practice alert'
  return (
    <>
      <BackLink href="/alerts">Practice alerts</BackLink>
      <FormErrorSummary
        errors={{
          ...props.errors,
          ...(props.names.length > 0
            ? { noName: `Say whether “${props.names.join('”, “')}” is somebody’s name` }
            : {}),
        }}
        idOf={(field) =>
          ({ 'expected-day': 'expected-day', 'told-day': 'told-day' })[field] ?? field
        }
      />
      {props.conflict === undefined ? '' : <Elsewhere id={props.id} {...props.conflict} />}
      <span class="govuk-caption-l">Draft: nobody else has seen it</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      {props.isImmediate ? (
        <p class="govuk-body">
          <strong>Ring first. Then record whom you rang and when.</strong> It goes to the service
          managers at once, and up the line when nobody acknowledges it in time.
        </p>
      ) : (
        ''
      )}
      <form method="post" action={address} autocomplete="off" novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <AutosaveItem id="draft" action={address} class="pl-alert__fields" takesTheirsByReloading>
          <Fields {...props} />
          <DraftStatus {...props} />
        </AutosaveItem>
        {props.names.length > 0 ? <Names names={props.names} /> : ''}
        <div class="govuk-button-group">
          <Button attributes={{ formaction: `/alerts/${props.id}/raise` }} preventDoubleClick>
            {props.isImmediate
              ? 'Send it now'
              : props.isGoodPractice
                ? 'Share it'
                : 'Raise the alert'}
          </Button>
          <Button class="govuk-button--secondary">Save for later</Button>
          <a class="govuk-link" href={`/alerts/${props.id}/discard`}>
            Throw this draft away
          </a>
        </div>
      </form>
    </>
  )
}

/** The answer to an autosave: what is said about it, and whoever the references now lead to. */
export const SavedDraft = (
  props: Pick<DraftPageProps, 'revision' | 'savedAt' | 'todayOn'> & { people: DraftPeopleProps }
) => (
  <>
    <DraftStatus {...props} />
    <hx-partial hx-target="#draft-people" hx-swap="outerMorph">
      <DraftPeople {...props.people} />
    </hx-partial>
  </>
)
