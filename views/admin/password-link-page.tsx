/** A new link with which somebody sets their password: shown once, to be passed on by whoever sees it. */
import { InsetText } from '../components/inset-text.tsx'
import { formatInstant } from '../format.ts'

export type PasswordLinkPageProps = {
  personId: string
  name: string
  email: string
  link: string
  expiresAt: string
  /** They were just added. */
  isNew: boolean
}

export const PasswordLinkPage = (props: PasswordLinkPageProps) => (
  <>
    <h1 class="govuk-heading-l">
      {props.isNew ? `${props.name} is added` : `A new link for ${props.name}`}
    </h1>
    <p class="govuk-body">
      {`Pass this link on to ${props.name}, by a way that only they read. Whoever opens it sets the password of ${props.email}.`}
    </p>
    <InsetText>
      <p class="govuk-body pl-link-to-copy">{props.link}</p>
      <p class="govuk-body">
        {`It works once, until ${formatInstant(props.expiresAt)}. Earlier links no longer work.`}
      </p>
    </InsetText>
    <p class="govuk-body">
      <strong>It is shown only now.</strong> Select it and copy it before you leave this page. If it
      is lost, make a new one. Plumbline does not send mail yet.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/admin/people/${props.personId}`}>
        {`Go to the account of ${props.name}`}
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/admin/people/new">
        Add somebody else
      </a>
    </p>
  </>
)
