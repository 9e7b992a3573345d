/** The person's calendar address: what it is, the new one once, and how to end it. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Input } from '../components/input.tsx'
import { WarningText } from '../components/warning-text.tsx'
import { formatInstant } from '../format.ts'

export type CalendarAddressPageProps = {
  /** Instant; undefined while there is none. */
  madeAt: string | undefined
  /** Only in answer to making it. */
  address: string | undefined
  csrf: string
}

const NewAddress = ({ address }: { address: string }) => (
  <div class="govuk-inset-text">
    <p class="govuk-body" role="status">
      <strong>Your calendar address was made.</strong> Copy it now: it is not shown again.
    </p>
    <Input
      name="address"
      label="Calendar address"
      hint="In Outlook: Add calendar, then Subscribe from web. In other programs: subscribe by address."
      value={address}
      attributes={{ readonly: true }}
    />
  </div>
)

const Make = ({ csrf, text }: { csrf: string; text: string }) => (
  <form method="post" action="/account/calendar">
    <input type="hidden" name="_csrf" value={csrf} />
    <Button>{text}</Button>
  </form>
)

const Cancel = () => (
  <p class="govuk-body">
    <a class="govuk-link" href="/account/calendar">
      Cancel
    </a>
  </p>
)

/** Asks before the address stops working: a calendar that still has it falls silent. */
export const RenewAddressPage = ({ csrf }: { csrf: string }) => (
  <>
    <BackLink href="/account/calendar">Your calendar address</BackLink>
    <h1 class="govuk-heading-l">Make a new calendar address?</h1>
    <p class="govuk-body">
      The address you have now stops working at once. Every calendar that uses it stops showing what
      is due, until you give it the new address.
    </p>
    <Make csrf={csrf} text="Make a new address" />
    <Cancel />
  </>
)

export const RemoveAddressPage = ({ csrf }: { csrf: string }) => (
  <>
    <BackLink href="/account/calendar">Your calendar address</BackLink>
    <h1 class="govuk-heading-l">Remove your calendar address?</h1>
    <p class="govuk-body">
      It stops working at once, and it cannot be brought back: you would make another. Your audits
      and actions stay on My work.
    </p>
    <form method="post" action="/account/calendar/remove">
      <input type="hidden" name="_csrf" value={csrf} />
      <Button class="govuk-button--warning">Remove the address</Button>
    </form>
    <Cancel />
  </>
)

export const CalendarAddressPage = ({ madeAt, address, csrf }: CalendarAddressPageProps) => (
  <>
    <BackLink href="/account">Your account</BackLink>
    <h1 class="govuk-heading-l">Your calendar address</h1>
    {address === undefined ? '' : <NewAddress address={address} />}
    <p class="govuk-body">
      Subscribe to this address in your calendar, and it shows the days on which your audits and
      actions are due. It says the round and links here. It never says which case.
    </p>
    <WarningText>
      Whoever has the address can read those dates without signing in. If somebody else may have
      seen it, make a new one: the one before stops working at once.
    </WarningText>
    {madeAt === undefined ? (
      <Make csrf={csrf} text="Make a calendar address" />
    ) : (
      <>
        <p class="govuk-body">{`Made on ${formatInstant(madeAt)}. It stops working when your account is closed.`}</p>
        <div class="govuk-button-group">
          <Button class="govuk-button--secondary" href="/account/calendar/renew">
            Make a new address
          </Button>
          <Button class="govuk-button--secondary" href="/account/calendar/remove">
            Remove the address
          </Button>
        </div>
      </>
    )}
  </>
)
