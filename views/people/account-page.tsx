/** The person's own account: who they are here, and signing out of every machine. */
import { Button } from '../components/button.tsx'
import { formatDate } from '../format.ts'

export type AccountPageProps = {
  name: string
  email: string
  jobTitle: string
  roles: readonly string[]
  team: string | undefined
  /** Who acts for them today. */
  cover: { name: string; toOn: string } | undefined
  csrf: string
}

export const AccountPage = (props: AccountPageProps) => (
  <>
    <h1 class="govuk-heading-l">Your account</h1>
    <dl class="govuk-summary-list">
      {[
        ['Name', props.name],
        ['Email address', props.email],
        ['Job title', props.jobTitle],
        ['Team', props.team ?? 'None'],
        ['Roles', props.roles.join(', ') || 'None'],
      ].map(([term, text]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{term}</dt>
          <dd class="govuk-summary-list__value">{text}</dd>
        </div>
      ))}
    </dl>
    <h2 class="govuk-heading-m">Mail of your notices</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/account/mail">
        Choose whether your notices are mailed: at once, once a day or not at all
      </a>
    </p>
    <h2 class="govuk-heading-m">Your due dates in your calendar</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/account/calendar">
        Subscribe to the days on which your audits and actions are due
      </a>
    </p>
    <h2 class="govuk-heading-m">While you are away</h2>
    <p class="govuk-body">
      {props.cover === undefined
        ? 'Nobody acts for you in practice alerts today. '
        : `${props.cover.name} acts for you in practice alerts until the end of ${formatDate(props.cover.toOn)}. `}
      <a class="govuk-link" href="/account/cover">
        Say who covers for you, and see for whom you cover
      </a>
    </p>
    <h2 class="govuk-heading-m">Signed in somewhere else?</h2>
    <p class="govuk-body">
      This ends every session of yours, on this and every other machine. What is saved stays saved.
    </p>
    <form method="post" action="/sign-out">
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="everywhere" value="yes" />
      <Button class="govuk-button--secondary">Sign out everywhere</Button>
    </form>
  </>
)
