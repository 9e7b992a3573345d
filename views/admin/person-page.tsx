/** One account: who it is, what is in hand in numbers, where they are signed in, and what an administrator may do. */
import type { Child } from 'hono/jsx'
import type { OpenWork } from '../../src/admin/open-work-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { dateOf, formatDate, formatInstant, formatShortDate, plural } from '../format.ts'
import { stateLabels } from './person-words.ts'
import { WorkCounts } from './work-counts.tsx'

export type PersonPageProps = {
  person: {
    id: string
    name: string
    email: string
    jobTitle: string
    teamName: string | null
    createdAt: string
    leftAt: string | null
    isActive: 0 | 1
    hasPassword: boolean
  }
  state: string
  roles: readonly string[]
  /** Roles that see nothing without a team, when there is none. */
  rolesWithoutTeam: readonly string[]
  link: { createdAt: string; expiresAt: string; usedAt: string | null } | undefined
  memberships: readonly { teamName: string | null; sinceOn: string }[]
  sessions: readonly { id: string; createdAt: string; seenAt: string; isThis: boolean }[]
  work: OpenWork
  csrf: string
  now: string
}

const linkWords = ({ link, person, now }: PersonPageProps): string => {
  if (link === undefined) return person.hasPassword ? 'Set' : 'None, and no link was made'
  if (link.usedAt === null && link.expiresAt > now) {
    const made = `a link made on ${formatInstant(link.createdAt)} works until ${formatInstant(link.expiresAt)}`
    return person.hasPassword ? `Set; ${made}` : `Not set yet; ${made}`
  }
  return person.hasPassword ? 'Set' : 'Not set; the last link no longer works'
}

const Row = ({ term, children }: { term: string; children?: Child }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{term}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
)

const Details = (props: PersonPageProps) => {
  const { person } = props
  return (
    <dl class="govuk-summary-list">
      <Row term="Account">
        {person.leftAt === null
          ? `${stateLabels[props.state]}. Added on ${formatDate(dateOf(person.createdAt))}`
          : `Closed on ${formatDate(dateOf(person.leftAt))}`}
      </Row>
      <Row term="Email address">{person.email}</Row>
      <Row term="Job title">{person.jobTitle || 'None'}</Row>
      <Row term="Roles">{props.roles.join(', ') || 'None'}</Row>
      <Row term="Team or service">
        {person.teamName ?? 'None'}
        {props.rolesWithoutTeam.length === 0 ? (
          ''
        ) : (
          <>
            <br />
            <strong>
              {`${props.rolesWithoutTeam.join(' and ')} sees no cases without a team. Choose one.`}
            </strong>
          </>
        )}
      </Row>
      <Row term="Password">{linkWords(props)}</Row>
    </dl>
  )
}

const Post = (props: { action: string; csrf: string; fields?: Child; children?: Child }) => (
  <form method="post" action={props.action}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    {props.fields}
    <Button class="govuk-button--secondary govuk-!-margin-bottom-2" preventDoubleClick>
      {props.children}
    </Button>
  </form>
)

const Sessions = ({ person, sessions, csrf }: PersonPageProps) => {
  const action = `/admin/people/${person.id}/sessions`
  const end = (session: string, words: Child) => (
    <Post
      action={action}
      csrf={csrf}
      fields={<input type="hidden" name="session" value={session} />}
    >
      {words}
    </Post>
  )
  return (
    <>
      <h2 class="govuk-heading-m">Signed in</h2>
      {sessions.length === 0 ? (
        <p class="govuk-body">Not signed in anywhere.</p>
      ) : (
        <>
          <DataTable
            id="sessions"
            caption={plural(sessions.length, 'session')}
            columns={[{ header: 'Signed in' }, { header: 'Last seen' }, { header: 'End it' }]}
            rows={sessions.map((session) => [
              `${formatInstant(session.createdAt)}${session.isThis ? ' (this is you, now)' : ''}`,
              formatInstant(session.seenAt),
              end(
                session.id,
                <>
                  End
                  <span class="govuk-visually-hidden">
                    {` the session of ${formatInstant(session.createdAt)}`}
                  </span>
                </>
              ),
            ])}
          />
          {sessions.length > 1 ? end('all', 'End all sessions') : ''}
        </>
      )}
    </>
  )
}

const Memberships = ({ memberships }: PersonPageProps) =>
  memberships.length < 2 ? null : (
    <>
      <h2 class="govuk-heading-m">Teams so far</h2>
      <ul class="govuk-list govuk-list--bullet">
        {memberships.map(({ teamName, sinceOn }) => (
          <li>{`${teamName ?? 'No team'} since ${formatShortDate(sinceOn)}`}</li>
        ))}
      </ul>
    </>
  )

export const PersonPage = (props: PersonPageProps) => {
  const { person, csrf } = props
  const address = `/admin/people/${person.id}`
  const isOpen = person.isActive === 1
  return (
    <>
      <BackLink href="/admin/people">People</BackLink>
      <h1 class="govuk-heading-l">{person.name}</h1>
      <Details {...props} />
      <div class="govuk-button-group">
        {isOpen ? (
          <>
            <Button href={`${address}/change`}>Change</Button>
            <Post action={`${address}/link`} csrf={csrf}>
              Make a new set-password link
            </Post>
            <a class="govuk-link" href={`${address}/cover`}>
              Cover while away
            </a>
            <a class="govuk-link" href={`${address}/deactivate`}>
              Deactivate this account
            </a>
          </>
        ) : (
          <Button href={`${address}/reactivate`}>Reactivate this account</Button>
        )}
      </div>
      <h2 class="govuk-heading-m">In hand</h2>
      <WorkCounts work={props.work} />
      <Memberships {...props} />
      <Sessions {...props} />
    </>
  )
}
