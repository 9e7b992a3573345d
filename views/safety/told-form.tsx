/** The form in which it is recorded who was rung about a child who may not be safe. */
import type { Attributes } from '../components/attributes.ts'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { Select } from '../components/select.tsx'

export type ToldValues = Readonly<Record<string, string>>

export type ToldFormProps = {
  action: string
  csrf: string
  /** The page to come back to. */
  from: 'audit' | 'notice'
  people: readonly { id: string; name: string; jobTitle: string }[]
  means: readonly { value: string; text: string }[]
  /** As typed, or the date today. */
  values: ToldValues
  errors?: Readonly<Record<string, string>> | undefined
  /** It was asked whether somebody is of the family. */
  asksForStaff: boolean
}

/**
 * In an audit the panel alone is sent again, so that what is being typed below stays. Taken whole: a morph would leave
 * what was recorded in the form for the next person. What htmx cannot get an answer to is posted plainly.
 */
const inPlace = (action: string): Attributes => ({
  'hx-post': action,
  'hx-target': '#safety-panel',
  'hx-swap': 'outerHTML',
  'hx-status:422': 'swap:outerHTML',
  'hx-status:4xx': 'swap:none',
  'data-plain-again': '',
})

export const ToldForm = (props: ToldFormProps) => {
  const { values, errors = {} } = props
  return (
    <form
      method="post"
      action={props.action}
      autocomplete="off"
      class="pl-told"
      {...(props.from === 'audit' ? inPlace(props.action) : {})}
    >
      {props.from === 'audit' && Object.keys(errors).length > 0 ? (
        <ErrorSummary
          errors={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))}
          attributes={{ tabindex: -1, autofocus: true }}
        />
      ) : (
        ''
      )}
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="from" value={props.from} />
      <Select
        name="person"
        label="Who was told?"
        hint={
          props.from === 'audit'
            ? 'Those to whom the notice went. For anybody else, leave this and type the name.'
            : 'Somebody of the council. For anybody else, leave this and type the name.'
        }
        value={values.person}
        error={errors.person}
        items={[
          { value: '', text: 'Choose a person' },
          ...props.people.map(({ id, name, jobTitle }) => ({
            value: id,
            text: jobTitle === '' ? name : `${name}, ${jobTitle}`,
          })),
        ]}
      />
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
      <Input
        name="time"
        label="Time"
        hint="For example 14:05"
        value={values.time}
        error={errors.time}
        class="govuk-input--width-5"
      />
      <Radios
        name="means"
        fieldset={{ legend: { text: 'How?', class: 'govuk-fieldset__legend--s' } }}
        hint="An email or message alone is not ringing."
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
      <Button>Record who was told</Button>
    </form>
  )
}
