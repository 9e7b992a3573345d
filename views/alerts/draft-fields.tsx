/** The fields of a draft in the order in which they are thought of; of an immediate risk first what cannot wait. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Details } from '../components/details.tsx'
import { Radios } from '../components/radios.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate } from '../format.ts'
import { ToldFields, type ToldFieldsProps } from '../safety/told-fields.tsx'
import { DraftPeople, type DraftPeopleProps } from './draft-people.tsx'

export type DraftFieldsProps = DraftPeopleProps & {
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
  call: Omit<ToldFieldsProps, 'errors'> | undefined
}

const policyWords = (props: DraftFieldsProps): string => {
  const { policy } = props
  if (props.isImmediate) return `Leave it empty for ${formatDate(policy.immediate)}.`
  return policy.informal === policy.formal
    ? `A working day. Leave it empty for ${formatDate(policy.informal)}, as the council’s policy has it.`
    : `A working day. Leave it empty for what the council’s policy has: ${formatDate(policy.informal)} for an informal alert, ${formatDate(policy.formal)} for a formal one.`
}

/** Chosen at the door: out of the way, and still to be changed. */
const Kind = ({ kinds, kind, errors }: DraftFieldsProps) => {
  const chosen = kinds.find(({ value }) => value === kind)
  const radios = (
    <Radios
      name="kind"
      class="govuk-radios--small"
      fieldset={{ legend: { text: 'Kind', class: 'govuk-fieldset__legend--s' } }}
      value={kind}
      error={errors.kind}
      items={kinds.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } }))}
    />
  )
  return chosen === undefined || errors.kind !== undefined ? (
    radios
  ) : (
    <Details summary={`${chosen.text}: change the kind`}>{radios}</Details>
  )
}

const Categories = (props: DraftFieldsProps) => (
  <Checkboxes
    name="category"
    idPrefix="categories"
    class="govuk-checkboxes--small pl-alert__categories"
    fieldset={{
      legend: { text: 'What is it about?', class: 'govuk-fieldset__legend--m' },
    }}
    hint={props.isImmediate ? 'Optional. Choose all that apply.' : 'Choose all that apply.'}
    error={props.errors.categories}
    values={[...props.chosen]}
    items={props.categories.map(({ id, label }) => ({ value: id, text: label }))}
  />
)

const Concern = (props: DraftFieldsProps) => (
  <Textarea
    name="concern"
    rows={props.isImmediate ? 3 : 4}
    label={{
      text: props.isGoodPractice ? 'What was good?' : 'What is the concern?',
      class: 'govuk-label--m',
    }}
    hint="No names of the child or the family."
    value={props.concern}
    error={props.errors.concern}
  />
)

const Impact = (props: DraftFieldsProps) => (
  <Textarea
    name="impact"
    rows={3}
    label={{
      text: props.isGoodPractice
        ? 'What difference did it make for the child? (optional)'
        : props.isImmediate
          ? 'What does it mean for the child? (optional)'
          : 'What does it mean for the child?',
      class: 'govuk-label--m',
    }}
    value={props.impact}
    error={props.errors.impact}
  />
)

const Asked = (props: DraftFieldsProps) => (
  <>
    <Textarea
      name="asked"
      rows={3}
      label={{
        text: `What do you ask to be done?${props.isImmediate ? ' (optional)' : ''}`,
        class: 'govuk-label--m',
      }}
      value={props.asked}
      error={props.errors.asked}
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
      error={props.errors['expected-day']}
    />
  </>
)

const Reference = (props: DraftFieldsProps) => (
  <Textarea
    name="references"
    rows={1}
    label={{ text: 'Case reference', class: 'govuk-label--m' }}
    hint={
      props.isImmediate
        ? 'Brothers and sisters: all of them, with commas between.'
        : 'As the case system has it. Brothers and sisters: all of them, with commas between.'
    }
    value={props.references}
    error={props.errors.references}
  />
)

/** Something of what can wait was filled in, or is wrong: it has to be seen. */
const hasMore = ({ errors, chosen, impact, asked, expected }: DraftFieldsProps): boolean =>
  ['categories', 'impact', 'asked', 'expected-day'].some((field) => errors[field] !== undefined) ||
  chosen.length > 0 ||
  [impact, asked, expected.day, expected.month, expected.year].some((each) => each !== '')

const ImmediateFields = (
  props: DraftFieldsProps & { call: NonNullable<DraftFieldsProps['call']> }
) => (
  <>
    <input type="hidden" name="kind" value={props.kind} />
    <ToldFields {...props.call} isShort errors={props.errors} />
    <Reference {...props} />
    <DraftPeople {...props} />
    <Concern {...props} />
    <Details summary="More, if there is time (all optional)" open={hasMore(props)}>
      <Categories {...props} />
      <Impact {...props} />
      <Asked {...props} />
    </Details>
  </>
)

export const DraftFields = (props: DraftFieldsProps) => {
  if (props.call !== undefined) return <ImmediateFields {...props} call={props.call} />
  return (
    <>
      {props.kinds.length < 2 ? (
        <input type="hidden" name="kind" value={props.kind} />
      ) : (
        <Kind {...props} />
      )}
      <Reference {...props} />
      <DraftPeople {...props} />
      {props.isGoodPractice ? '' : <Categories {...props} />}
      <Concern {...props} />
      <Impact {...props} />
      {props.isGoodPractice ? '' : <Asked {...props} />}
    </>
  )
}
