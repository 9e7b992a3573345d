/** Making a token: what will use it, what it may read, and until when. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Input } from '../components/input.tsx'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type AddTokenPageProps = {
  values: Readonly<Record<string, string>>
  chosen: readonly string[]
  errors: FormErrors
  scopes: readonly { value: string; text: string; hint: string }[]
  csrf: string
}

export const AddTokenPage = ({ values, chosen, errors, scopes, csrf }: AddTokenPageProps) => (
  <>
    <BackLink href="/admin/tokens">API tokens</BackLink>
    <FormErrorSummary
      errors={errors}
      idOf={(field) => (field === 'expires' ? 'expires-day' : field)}
    />
    <h1 class="govuk-heading-l">Make a token</h1>
    <form method="post" action="/admin/tokens/new" novalidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <Input
        name="name"
        label={{ text: 'Name', class: 'govuk-label--s' }}
        hint="What will use it, for example Power BI, quarterly figures. One token for each program"
        autocomplete="off"
        value={values.name}
        error={errors.name}
        class="govuk-!-width-two-thirds"
      />
      <Checkboxes
        name="scope"
        fieldset={{ legend: { text: 'What it may read', class: 'govuk-fieldset__legend--s' } }}
        hint="As little as will do. It can never be changed afterwards: make another token instead"
        class="govuk-checkboxes--small"
        values={[...chosen]}
        error={errors.scope}
        items={scopes.map(({ value, text, hint }) => ({ value, text, hint }))}
      />
      <DateInput
        id="expires"
        namePrefix="expires"
        fieldset={{
          legend: { text: 'The last day on which it works', class: 'govuk-fieldset__legend--s' },
        }}
        hint="Leave all three empty for a token without an end"
        values={values}
        error={errors.expires}
      />
      <Button preventDoubleClick>Make the token</Button>
    </form>
  </>
)
