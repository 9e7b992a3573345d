/** The administrator's first page: what asks for attention, in numbers, each with the way to it. */
import { EmptyState } from '../components/empty-state.tsx'
import { plural } from '../format.ts'
import { AdminTabs } from './admin-tabs.tsx'

export type OverviewPageProps = {
  invitations: { invited: number; expired: number; unlinked: number }
  withoutTeam: { all: number; needing: number }
  teamsWithoutManager: readonly { id: string; name: string }[]
  closedTeams: readonly { id: string; name: string; people: number }[]
  failures: { failures: number; accounts: number }
  auditsOfLeavers: number
  mailFailing: number
}

type Line = { href?: string; text: string; more: string }

const linesOf = (props: OverviewPageProps): Line[] => {
  const { invitations, withoutTeam, failures } = props
  return [
    ...(invitations.expired > 0
      ? [
          {
            href: '/admin/people?state=expired',
            text: plural(
              invitations.expired,
              'person was invited and their link has run out',
              'people were invited and their links have run out'
            ),
            more: 'Make a new link and pass it on.',
          },
        ]
      : []),
    ...(invitations.invited > 0
      ? [
          {
            href: '/admin/people?state=invited',
            text: plural(
              invitations.invited,
              'invitation is not taken up yet',
              'invitations are not taken up yet'
            ),
            more: 'A link works for three days.',
          },
        ]
      : []),
    ...(invitations.unlinked > 0
      ? [
          {
            href: '/admin/people?state=unlinked',
            text: plural(
              invitations.unlinked,
              'person has no password and was never given a link',
              'people have no password and were never given a link'
            ),
            more: 'Make a link on the page of each, and pass it on.',
          },
        ]
      : []),
    ...(withoutTeam.needing > 0
      ? [
          {
            href: '/admin/people?team=none',
            text: plural(
              withoutTeam.needing,
              'person has a role that needs a team, and has none',
              'people have a role that needs a team, and have none'
            ),
            more: 'Until they have one they see no cases.',
          },
        ]
      : []),
    ...(withoutTeam.all > withoutTeam.needing
      ? [
          {
            href: '/admin/people?team=none',
            text: plural(
              withoutTeam.all - withoutTeam.needing,
              'other person is in no team',
              'other people are in no team'
            ),
            more: 'That is usual for QA leads, reviewing officers and administrators.',
          },
        ]
      : []),
    ...props.closedTeams.map(({ id, name, people }) => ({
      href: `/admin/people?team=${id}`,
      text: `${name} is closed and ${plural(people, 'person is', 'people are')} still in it`,
      more: 'Move them to another team.',
    })),
    ...props.teamsWithoutManager.map(({ id, name }) => ({
      href: `/admin/teams/${id}`,
      text: `${name} has no manager`,
      more: 'Nobody in it reads its audits or answers for its actions.',
    })),
    ...(props.mailFailing > 0
      ? [
          {
            href: '/admin/mail',
            text: `${plural(props.mailFailing, 'mail')} could not be sent`,
            more: 'What the mail server said stands there, and when it is tried again.',
          },
        ]
      : []),
    ...(props.auditsOfLeavers > 0
      ? [
          {
            text: `${plural(props.auditsOfLeavers, 'open audit is', 'open audits are')} with somebody who has left`,
            more: 'A QA lead gives them to somebody else on the page of the round.',
          },
        ]
      : []),
    ...(failures.failures > 0
      ? [
          {
            text: `${plural(failures.failures, 'wrong password')} in the last 24 hours, for ${plural(failures.accounts, 'email address', 'email addresses')}`,
            more: 'An account that guessed too often waits for a quarter of an hour by itself.',
          },
        ]
      : []),
  ]
}

export const OverviewPage = (props: OverviewPageProps) => {
  const lines = linesOf(props)
  return (
    <>
      <AdminTabs current="overview" />
      <h1 class="govuk-heading-l">Administration</h1>
      <h2 class="govuk-heading-m">Needs attention</h2>
      {lines.length === 0 ? (
        <EmptyState title="Nothing needs attention">
          <p>
            Invitations that are not taken up, people without a team, teams without a manager and
            wrong passwords will stand here.
          </p>
        </EmptyState>
      ) : (
        <ul class="govuk-list pl-attention">
          {lines.map(({ href, text, more }) => (
            <li>
              {href === undefined ? (
                <strong>{text}</strong>
              ) : (
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              )}
              <br />
              <span class="pl-muted">{more}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
