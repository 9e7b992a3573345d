/** Set a password through a link: new password, twice. */
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'

export type SetPasswordPageProps = {
  name: string
  email: string
  /** Of the session, when somebody signed in follows the link. */
  csrf: string
  errors?: Readonly<Record<string, string>> | undefined
}

export const SetPasswordPage = (props: SetPasswordPageProps) => (
  <div class="pl-narrow">
    {props.errors ? (
      <ErrorSummary
        errors={Object.entries(props.errors).map(([field, text]) => ({
          text,
          href: `#${field}`,
        }))}
      />
    ) : (
      ''
    )}
    <h1 class="govuk-heading-l">Set your password</h1>
    <p class="govuk-body">{`${props.name}, you sign in as ${props.email}.`}</p>
    <form method="post" novalidate>
      {props.csrf ? <input type="hidden" name="_csrf" value={props.csrf} /> : ''}
      <input type="hidden" name="email" value={props.email} autocomplete="username" />
      <Input
        name="password"
        type="password"
        label={{ text: 'New password' }}
        hint={{ text: 'At least 12 characters. Three or four unrelated words do well.' }}
        autocomplete="new-password"
        error={props.errors?.password}
      />
      <Input
        name="again"
        type="password"
        label={{ text: 'The same password again' }}
        autocomplete="new-password"
        error={props.errors?.again}
      />
      <Button preventDoubleClick>Set password</Button>
    </form>
  </div>
)
