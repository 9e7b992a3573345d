/** Who covers, from which day to which; on the page of all covers, for whom as well. */
import { Button } from '../components/button.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Select } from '../components/select.tsx'
import type { FormErrors } from '../rounds/form-errors.tsx'

export type Option = { readonly value: string; readonly text: string }

export type CoverFormProps = {
  action: string
  /** Who may cover. */
  options: readonly Option[]
  /** Who may be away, where that is chosen. */
  away?: readonly Option[]
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

/** Where the fault of a field leads. */
export const coverFieldId = (field: string): string =>
  field.endsWith('On') ? `${field}-day` : field

const People = (props: {
  name: 'personId' | 'coverId'
  text: string
  options: readonly Option[]
  form: CoverFormProps
}) => (
  <Select
    name={props.name}
    label={{ text: props.text, class: 'govuk-label--s' }}
    value={props.form.values[props.name]}
    error={props.form.errors[props.name]}
    items={[{ value: '', text: 'Choose' }, ...props.options]}
  />
)

const Day = (props: {
  name: 'fromOn' | 'toOn'
  text: string
  hint: string
  form: CoverFormProps
}) => (
  <DateInput
    id={props.name}
    namePrefix={props.name}
    values={props.form.values}
    fieldset={{ legend: { text: props.text, class: 'govuk-fieldset__legend--s' } }}
    hint={props.hint}
    error={props.form.errors[props.name]}
  />
)

export const CoverForm = (props: CoverFormProps) => (
  <form method="post" action={props.action} novalidate>
    <input type="hidden" name="_csrf" value={props.csrf} />
    {props.away ? (
      <People name="personId" text="Who is away?" options={props.away} form={props} />
    ) : (
      ''
    )}
    <People name="coverId" text="Who covers?" options={props.options} form={props} />
    <Day
      name="fromOn"
      text="First day away"
      hint="Today or later. For example, 27 7 2026"
      form={props}
    />
    <Day name="toOn" text="Last day away" hint="It is included" form={props} />
    <Button preventDoubleClick>Set this cover</Button>
  </form>
)

/** What cover is, in the words of every page of it. */
export const CoverWords = () => (
  <p class="govuk-body">
    Whoever covers reads the practice alerts of the person away and can do with them what that
    person can: answer, escalate, close. The alert says who did it and for whom. It begins and ends
    by itself, both days included, and is not passed on to anybody who covers for the cover.
  </p>
)
