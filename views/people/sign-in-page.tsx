/** Sign in with email and password. Carries, sealed, what was being saved when a session ended. */
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'

export type SignInPageProps = {
  email?: string | undefined
  /** Sealed fields of the post that found no session. */
  held?: string | undefined
  /** A path of ours to go to afterwards. */
  next?: string | undefined
  errors?: Readonly<Record<string, string>> | undefined
  /** A post came after its session had ended. */
  hasEnded?: boolean
  isDemo?: boolean
}

export const SignInPage = (props: SignInPageProps) => (
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
    <h1 class="govuk-heading-l">Sign in</h1>
    {props.hasEnded ? (
      <p class="govuk-inset-text">
        {props.held
          ? 'Your session had ended before this was saved. Sign in again as the same person and it will be saved.'
          : 'Your session had ended before this was saved. Sign in again, then go back to the page and save it.'}
      </p>
    ) : (
      ''
    )}
    {props.isDemo ? (
      <p class="govuk-body">
        This is the demonstration council:{' '}
        <a class="govuk-link" href="/demo">
          choose a person
        </a>{' '}
        and sign in with one click.
      </p>
    ) : (
      ''
    )}
    <form method="post" action="/sign-in" novalidate>
      {props.held ? <input type="hidden" name="held" value={props.held} /> : ''}
      {props.next ? <input type="hidden" name="next" value={props.next} /> : ''}
      <Input
        name="email"
        type="email"
        label={{ text: 'Email address' }}
        autocomplete="username"
        spellcheck={false}
        value={props.email}
        error={props.errors?.email}
      />
      <Input
        name="password"
        type="password"
        label={{ text: 'Password' }}
        autocomplete="current-password"
        spellcheck={false}
        error={props.errors?.password}
      />
      <Button preventDoubleClick>Sign in</Button>
    </form>
    <p class="govuk-body">
      Forgotten your password? Ask your administrator for a link to set a new one.
    </p>
  </div>
)
