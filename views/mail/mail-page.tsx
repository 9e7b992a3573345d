/** The administrator's page of mail: how it goes, what fails, and how to set it up. */
import type { FailingMail, MailCounts } from '../../src/mail/admin-store.ts'
import { AdminTabs } from '../admin/admin-tabs.tsx'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { formatInstant, plural } from '../format.ts'
import { titleOfMail } from './mail-title.ts'

export type MailPageProps = {
  isOn: boolean
  from: string
  publicUrl: string
  /** The administrator's own. */
  email: string
  counts: MailCounts
  failing: number
  shown: readonly FailingMail[]
  page: number
  pages: number
  csrf: string
}

const Row = ({ term, children }: { term: string; children: unknown }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{term}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
)

const HowToSetUp = () => (
  <div class="govuk-inset-text">
    <h2 class="govuk-heading-m">Mail is not set up</h2>
    <p class="govuk-body">
      Notices stand in Plumbline and are mailed to nobody. Whoever runs the server sets two
      environment variables and starts it again:
    </p>
    <ul class="govuk-list govuk-list--bullet pl-breaks">
      <li>
        <code>SMTP_URL</code>: the council’s mail relay, for example{' '}
        <code>smtp://relay.example.gov.uk:25</code>
      </li>
      <li>
        <code>MAIL_FROM</code>: the sender, for example{' '}
        <code>Plumbline &lt;plumbline@example.gov.uk&gt;</code>
      </li>
    </ul>
    <p class="govuk-body">
      What people were told before that is not mailed afterwards. More is in docs/operate.md.
    </p>
  </div>
)

const Post = (props: { action: string; csrf: string; text: string; of?: string }) => (
  <form method="post" action={props.action}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <Button class="govuk-button--secondary" preventDoubleClick>
      {props.text}
      {props.of === undefined ? '' : <span class="govuk-visually-hidden">{`: ${props.of}`}</span>}
    </Button>
  </form>
)

const nextTryOf = (mail: FailingMail, isOn: boolean): string => {
  if (mail.state === 'refused') return 'None: it was refused for good'
  const tries = plural(mail.attempts, 'try', 'tries')
  return isOn
    ? `${formatInstant(mail.nextAt)}, after ${tries}`
    : `Once mail is set up again, after ${tries}`
}

const Failing = ({ mail, isOn, csrf }: { mail: FailingMail; isOn: boolean; csrf: string }) => {
  const title = titleOfMail(mail)
  const of = `${title}, to ${mail.to}`
  return (
    <section class="govuk-!-margin-bottom-6">
      <h3 class="govuk-heading-s">{of}</h3>
      <dl class="govuk-summary-list">
        <Row term="Failing since">
          {mail.failingSince === null ? '' : formatInstant(mail.failingSince)}
        </Row>
        <Row term="What was said">{mail.fault ?? 'Nothing'}</Row>
        <Row term="Next try">{nextTryOf(mail, isOn)}</Row>
      </dl>
      <div class="govuk-button-group">
        {isOn ? (
          <Post action={`/admin/mail/${mail.id}/again`} csrf={csrf} text="Try again now" of={of} />
        ) : (
          ''
        )}
        <a class="govuk-link" href={`/admin/mail/${mail.id}/give-up`}>
          Give up<span class="govuk-visually-hidden">{`: ${of}`}</span>
        </a>
      </div>
    </section>
  )
}

export const MailPage = (props: MailPageProps) => {
  const { isOn, counts, failing, csrf } = props
  return (
    <>
      <AdminTabs current="mail" />
      <h1 class="govuk-heading-l">Mail</h1>
      {isOn ? '' : <HowToSetUp />}
      <dl class="govuk-summary-list">
        <Row term="Waiting to be sent">{counts.waiting}</Row>
        <Row term="Kept for the daily mail">{counts.held}</Row>
        <Row term="Sent in the last 24 hours">{counts.sent}</Row>
        <Row term="Failing">
          {failing === 0
            ? '0'
            : `${failing}, of which ${counts.refused} ${counts.refused === 1 ? 'was' : 'were'} refused for good`}
        </Row>
        {isOn ? <Row term="From">{props.from}</Row> : ''}
        {isOn ? <Row term="Links lead to">{props.publicUrl}</Row> : ''}
      </dl>
      {isOn ? (
        <>
          <Post action="/admin/mail/test" csrf={csrf} text="Send a test message to me" />
          <p class="pl-muted">It goes to {props.email}.</p>
        </>
      ) : (
        ''
      )}
      <h2 class="govuk-heading-m">Failing</h2>
      {failing === 0 ? (
        <EmptyState title="Nothing fails">
          <p>What the mail server puts off or refuses will stand here, with what it said.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            What was put off, or met no mail server, is tried again by itself and never dropped.
            What was refused for good waits for you: put the address right on the person’s page, or
            the settings of the mail server, and try it again.
          </p>
          {isOn ? <Post action="/admin/mail/again" csrf={csrf} text="Try all again now" /> : ''}
          {props.shown.map((mail) => (
            <Failing mail={mail} isOn={isOn} csrf={csrf} />
          ))}
          <NumberedPages
            page={props.page}
            pages={props.pages}
            addressOf={(page) => `/admin/mail?page=${page}`}
          />
        </>
      )}
    </>
  )
}
