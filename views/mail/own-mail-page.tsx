/** What a person chooses about mail of their notices. */
import type { MailChoice } from '../../src/mail/rules/choice.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Radios } from '../components/radios.tsx'

export type OwnMailPageProps = {
  email: string
  choice: MailChoice
  /** London time of day. */
  digestAt: string
  isOn: boolean
  error: string | undefined
  csrf: string
}

export const OwnMailPage = (props: OwnMailPageProps) => (
  <div class="pl-narrow">
    <BackLink href="/account">Your account</BackLink>
    {props.error === undefined ? (
      ''
    ) : (
      <ErrorSummary errors={[{ text: props.error, href: '#choice' }]} />
    )}
    <h1 class="govuk-heading-l">Mail of your notices</h1>
    {props.isOn ? (
      ''
    ) : (
      <p class="govuk-inset-text">
        Your council has not set up mail, so nothing is mailed at present. What you choose here
        holds from the day it is.
      </p>
    )}
    <p class="govuk-body">
      Every notice stands in Plumbline, whatever you choose. A mail has a link and nothing about any
      case. It goes to {props.email}.
    </p>
    <form method="post" action="/account/mail" novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Radios
        name="choice"
        fieldset={{ legend: { text: 'How do you want it?', class: 'govuk-fieldset__legend--m' } }}
        error={props.error}
        value={props.choice}
        items={[
          { value: 'at_once', text: 'A mail for each notice, at once' },
          {
            value: 'digest',
            text: 'One mail a day',
            hint: `At ${props.digestAt} on working days, with links to what came since the last one.`,
          },
          { value: 'none', text: 'No mail', hint: 'What has not been sent yet is not sent.' },
        ]}
      />
      <p class="govuk-body">
        When a child may not be safe you are mailed at once, whatever you choose.
      </p>
      <Button preventDoubleClick>Save</Button>
    </form>
  </div>
)
