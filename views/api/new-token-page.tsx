/** A token that was just made: shown this once, with how it is used. */
import { InsetText } from '../components/inset-text.tsx'
import { formatDate } from '../format.ts'

export type NewTokenPageProps = {
  name: string
  token: string
  scopes: readonly string[]
  expiresOn: string | undefined
  publicUrl: string
}

export const NewTokenPage = (props: NewTokenPageProps) => (
  <>
    <h1 class="govuk-heading-l">The token is made</h1>
    <InsetText>
      <p class="govuk-body pl-link-to-copy">{props.token}</p>
      <p class="govuk-body">
        {`“${props.name}” reads ${props.scopes.join(', ')}, ${props.expiresOn === undefined ? 'without an end' : `until the end of ${formatDate(props.expiresOn)}`}.`}
      </p>
    </InsetText>
    <p class="govuk-body">
      <strong>It is shown only now.</strong> Select it and copy it before you leave this page. If it
      is lost, revoke it and make a new one. Keep it as you keep a password: never in a mail, a
      shared workbook or an address.
    </p>
    <p class="govuk-body">The program sends it as a header with each request:</p>
    <p class="govuk-body pl-link-to-copy">
      <code>{`Authorization: Bearer ${props.token.slice(0, 14)}_…`}</code>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/api#power-bi">
        How to connect Power BI and Excel
      </a>
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/admin/tokens">
        All tokens
      </a>
    </p>
  </>
)
