/** The boxes of an account's form, for inviting somebody and for changing who is there. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import type { FormErrors } from '../rounds/form-errors.tsx'

export type Option = { value: string; text: string }

export type PersonFieldsProps = {
  /** As typed or as stored. */
  values: Readonly<Record<string, string>>
  chosenRoles: readonly string[]
  errors: FormErrors
  roles: readonly (Option & { hint: string })[]
  teams: readonly Option[]
}

export const PersonFields = (props: PersonFieldsProps) => {
  const { values, errors } = props
  return (
    <>
      <Input
        name="name"
        label={{ text: 'Name', class: 'govuk-label--s' }}
        autocomplete="off"
        value={values.name}
        error={errors.name}
        class="govuk-!-width-two-thirds"
      />
      <Input
        name="email"
        label={{ text: 'Email address', class: 'govuk-label--s' }}
        hint="They sign in with it"
        type="email"
        autocomplete="off"
        spellcheck={false}
        value={values.email}
        error={errors.email}
        class="govuk-!-width-two-thirds"
      />
      <Input
        name="jobTitle"
        label={{ text: 'Job title', class: 'govuk-label--s' }}
        hint="As it stands beside the name, for example Team manager. You can leave it empty"
        autocomplete="off"
        value={values.jobTitle}
        error={errors.jobTitle}
        class="govuk-!-width-two-thirds"
      />
      <Checkboxes
        name="roles"
        fieldset={{ legend: { text: 'Roles', class: 'govuk-fieldset__legend--s' } }}
        hint="Somebody with several roles may do what any of them gives"
        class="govuk-checkboxes--small"
        values={[...props.chosenRoles]}
        error={errors.roles}
        items={props.roles.map(({ value, text, hint }) => ({ value, text, hint }))}
      />
      <Select
        name="teamId"
        label={{ text: 'Team or service', class: 'govuk-label--s' }}
        hint="Which cases and results a manager or senior leader sees follows the team. Practitioners see the cases they work"
        value={values.teamId}
        error={errors.teamId}
        items={[{ value: '', text: 'None' }, ...props.teams]}
      />
    </>
  )
}
