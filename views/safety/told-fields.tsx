/** Whom somebody rang about a child who may not be safe, when and how: the fields, for whatever form they stand in. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Details } from '../components/details.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { Select } from '../components/select.tsx'

export type ToldValues = Readonly<Record<string, string>>

type Person = { id: string; name: string; jobTitle: string }

export type ToldFieldsProps = {
  people: readonly Person[]
  /** The same people under headings, where some are likelier than others; empty: one list by name. */
  groups?: readonly { title: string; people: readonly Person[] }[] | undefined
  means: readonly { value: string; text: string }[]
  /** As typed, or the date today. */
  values: ToldValues
  errors?: Readonly<Record<string, string>> | undefined
  /** It was asked whether somebody is of the family. */
  asksForStaff: boolean
  /** Beside the list of people; a short form has no hints. */
  hint?: string | undefined
  /** What is seldom needed waits behind a line of its own: another name or role, another day than the one filled in. */
  isShort?: boolean | undefined
  /** The date in the boxes is not the one that they began with. */
  isOtherDay?: boolean | undefined
}

const OtherName = ({ values, errors = {} }: ToldFieldsProps) => (
  <>
    <Input
      name="name"
      label="Or the name of somebody else who was told"
      hint="A member of staff here or of another agency. Never the name of the child or the family."
      value={values.name}
      error={errors.name}
      class="govuk-!-width-two-thirds"
    />
    <Input
      name="role"
      label="Their role"
      hint="Left empty, the job title of the person chosen."
      value={values.role}
      error={errors.role}
      class="govuk-!-width-two-thirds"
    />
  </>
)

const ToldOn = ({ values, errors = {} }: ToldFieldsProps) => (
  <DateInput
    id="told"
    namePrefix="told"
    fieldset={{ legend: { text: 'Date', class: 'govuk-fieldset__legend--s' } }}
    values={{
      day: values['told-day'],
      month: values['told-month'],
      year: values['told-year'],
    }}
    error={errors['told-day']}
  />
)

/** Open where something in it was typed or is wrong. */
const Seldom = (props: ToldFieldsProps) => {
  const { values, errors = {}, isOtherDay = false } = props
  const isUsed = (field: string) => (values[field] ?? '') !== '' || errors[field] !== undefined
  return (
    <Details
      summary="Somebody who is not in the list, or not today"
      open={isOtherDay || errors['told-day'] !== undefined || isUsed('name') || isUsed('role')}
    >
      <OtherName {...props} />
      <ToldOn {...props} />
    </Details>
  )
}

const choiceOf = ({ id, name, jobTitle }: Person, group?: string) => ({
  value: id,
  text: jobTitle === '' ? name : `${name}, ${jobTitle}`,
  group,
})

const choicesOf = ({ people, groups = [] }: ToldFieldsProps) =>
  groups.length === 0
    ? people.map((person) => choiceOf(person))
    : groups.flatMap(({ title, people: some }) => some.map((person) => choiceOf(person, title)))

export const ToldFields = (props: ToldFieldsProps) => {
  const { values, errors = {}, isShort = false } = props
  return (
    <>
      <Select
        name="person"
        label={isShort ? { text: 'Whom did you ring?', class: 'govuk-label--m' } : 'Who was told?'}
        hint={isShort ? undefined : props.hint}
        value={values.person}
        error={errors.person}
        items={[{ value: '', text: 'Choose a person' }, ...choicesOf(props)]}
      />
      {isShort ? (
        <Seldom {...props} />
      ) : (
        <>
          <OtherName {...props} />
          <ToldOn {...props} />
        </>
      )}
      <Input
        name="time"
        label={isShort ? 'At what time? For example 14:05' : 'Time'}
        hint={isShort ? undefined : 'For example 14:05'}
        value={values.time}
        error={errors.time}
        inputmode={isShort ? 'numeric' : undefined}
        class="govuk-input--width-5"
      />
      <Radios
        name="means"
        class={isShort ? 'govuk-radios--small govuk-radios--inline' : undefined}
        fieldset={{ legend: { text: 'How?', class: 'govuk-fieldset__legend--s' } }}
        hint={isShort ? undefined : 'An email or message alone is not ringing.'}
        value={values.means}
        error={errors.means}
        items={props.means.map(({ value, text }) => ({ value, text }))}
      />
      {props.asksForStaff ? (
        <Checkboxes
          name="staff"
          items={[{ value: 'yes', text: 'This is a member of staff, not the child or the family' }]}
        />
      ) : (
        ''
      )}
    </>
  )
}
