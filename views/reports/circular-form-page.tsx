/** What a learning circular is about: a theme, and of when the audits are. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Select } from '../components/select.tsx'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type CircularFormPageProps = {
  themes: readonly { value: string; text: string }[]
  periods: readonly { value: string; text: string }[]
  /** As typed. */
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

export const CircularFormPage = (props: CircularFormPageProps) => (
  <div class="pl-narrow">
    <BackLink href="/reports/circulars">Learning circulars</BackLink>
    <FormErrorSummary errors={props.errors} />
    <h1 class="govuk-heading-l">Start a learning circular</h1>
    <form method="post" action="/reports/circulars/new" novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Select
        name="theme"
        label="Theme"
        error={props.errors.theme}
        value={props.values.theme}
        items={[{ value: '', text: 'Choose a theme' }, ...props.themes]}
      />
      <Select
        name="period"
        label="Audits of"
        hint="Findings of audits dated in this time can be chosen."
        error={props.errors.period}
        value={props.values.period}
        items={[...props.periods]}
      />
      <Button preventDoubleClick>Start the circular</Button>
    </form>
  </div>
)
