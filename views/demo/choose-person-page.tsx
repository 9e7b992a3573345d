/** The people of the demonstration council by role; one button signs in as that person. */
import type { SignInGroup } from '../../src/demo/rules/sign-in-groups.ts'
import type { DemoAccount } from '../../src/demo/store.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'

export type ChoosePersonPageProps = {
  groups: readonly SignInGroup<DemoAccount>[]
  /** Of the session that is open, if any: signing in as somebody else ends it. */
  csrf: string
  errors?: Readonly<Record<string, string>> | undefined
}

const Account = (props: { account: DemoAccount; csrf: string }) => {
  const { account } = props
  return (
    <li class="pl-people__row">
      <div>
        <span class="pl-people__name">{account.name}</span>
        <span class="pl-people__post">
          {account.team === null ? account.jobTitle : `${account.jobTitle}, ${account.team}`}
        </span>
      </div>
      <form method="post" action="/demo/sign-in">
        {props.csrf === '' ? '' : <input type="hidden" name="_csrf" value={props.csrf} />}
        <input type="hidden" name="person" value={account.id} />
        <Button class="govuk-button--secondary pl-people__button">
          Sign in<span class="govuk-visually-hidden">{` as ${account.name}`}</span>
        </Button>
      </form>
    </li>
  )
}

export const ChoosePersonPage = (props: ChoosePersonPageProps) => (
  <>
    {props.errors ? (
      <ErrorSummary
        errors={Object.values(props.errors).map((text) => ({ text, href: '#people' }))}
      />
    ) : (
      ''
    )}
    <h1 class="govuk-heading-l">Choose a person</h1>
    <p class="govuk-body">
      Sign in to the demonstration council as any of them, with one click and no password. What you
      change stays until the demonstration is started again.
    </p>
    <div id="people">
      {props.groups.map((group) => (
        <section class="pl-people" aria-labelledby={`role-${group.role}`}>
          <h2 class="govuk-heading-m" id={`role-${group.role}`}>
            {group.label}
          </h2>
          <p class="govuk-body">{group.goodFor}</p>
          <ul class="pl-people__list">
            {group.accounts.map((account) => (
              <Account account={account} csrf={props.csrf} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  </>
)
