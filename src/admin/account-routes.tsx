/** One account: its page, its sessions, a new link, closing it with what is in hand, and opening it again. */
import { Hono } from 'hono'
import { ConfirmStepPage } from '../../views/admin/confirm-step-page.tsx'
import { DeactivatePage } from '../../views/admin/deactivate-page.tsx'
import { PasswordLinkPage } from '../../views/admin/password-link-page.tsx'
import { PersonPage } from '../../views/admin/person-page.tsx'
import { FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import {
  type Account,
  findNewestLink,
  listMemberships,
  listOpenSessions,
} from '../people/account-store.ts'
import { endSessions } from '../people/end-sessions.ts'
import { makePasswordLink } from '../people/make-password-link.ts'
import { reactivatePerson } from '../people/reactivate-person.ts'
import { needsTeam } from '../people/rules/needs-team.ts'
import { roleLabels } from '../people/rules/permissions.ts'
import { isSessionLive } from '../people/rules/session-clock.ts'
import { listActivePeople } from '../people/store.ts'
import { closeAccount } from './close-account.ts'
import { deactivateForm, sessionForm } from './input.ts'
import { countOpenWork } from './open-work-store.ts'
import { accountOf, administers, adminPage, noticeOf } from './record-routes.tsx'

export const accounts = new Hono<AppEnv>()

const stateOf = (
  account: Account,
  link: { usedAt: string | null; expiresAt: string } | undefined,
  now: string
): string => {
  if (account.isActive === 0) return 'left'
  if (account.hasPassword) return 'active'
  if (link === undefined) return 'unlinked'
  return link.usedAt === null && link.expiresAt > now ? 'invited' : 'expired'
}

accounts.get('/admin/people/:id', administers, async (c) => {
  const account = await accountOf(c)
  const { db, config } = c.get('deps')
  const now = c.get('now')
  const link = await findNewestLink(db, account.id)
  const sessions = await listOpenSessions(db, account.id, now)
  return renderPage(
    c,
    { ...adminPage(account.name), ...noticeOf(c) },
    <PersonPage
      person={account}
      state={stateOf(account, link, now)}
      roles={account.roles.map((role) => roleLabels[role])}
      rolesWithoutTeam={
        account.teamId === null ? needsTeam(account.roles).map((role) => roleLabels[role]) : []
      }
      link={link}
      memberships={await listMemberships(db, account.id)}
      sessions={sessions
        .filter((one) => isSessionLive({ ...one, endedAt: null }, now, config.SESSION_IDLE_MINUTES))
        .map((one) => ({ ...one, isThis: one.id === personOf(c).sessionId }))}
      work={await countOpenWork(db, account.id)}
      csrf={csrfOf(c)}
      now={now}
    />
  )
})

accounts.post('/admin/people/:id/sessions', administers, async (c) => {
  const account = await accountOf(c)
  const input = form(c, sessionForm)
  if (!input.ok)
    throw new FieldFault('session', 'Choose which session to end on the account’s page.')
  const { session } = input.data
  const ended = await endSessions(contextOf(c), {
    personId: account.id,
    sessionId: session === 'all' ? undefined : session,
  })
  const saved = ended === 0 ? 'ended' : session === 'all' ? 'sessions-all' : 'sessions'
  return c.redirect(`/admin/people/${account.id}?saved=${saved}`, 303)
})

accounts.post('/admin/people/:id/link', administers, async (c) => {
  const account = await accountOf(c)
  const { path, expiresAt } = await makePasswordLink(contextOf(c), account.id)
  return renderPage(
    c,
    adminPage(`A new link for ${account.name}`),
    <PasswordLinkPage
      personId={account.id}
      name={account.name}
      email={account.email}
      link={`${c.get('deps').config.PUBLIC_URL}${path}`}
      expiresAt={expiresAt}
      isNew={false}
    />
  )
})

const showDeactivate = async (
  c: C,
  account: Account,
  shown: { chosen: string; errors: Errors }
) => {
  const { db } = c.get('deps')
  const work = await countOpenWork(db, account.id)
  const people = work.actions > 0 ? await listActivePeople(db) : []
  return renderPage(
    c,
    adminPage(
      `Deactivate the account of ${account.name}?`,
      Object.keys(shown.errors).length > 0 ? 422 : 200
    ),
    <DeactivatePage
      person={account}
      work={work}
      owners={people
        .filter(({ id }) => id !== account.id)
        .map(({ id, name, jobTitle, teamName }) => ({
          value: id,
          text: [name, jobTitle, teamName].filter(Boolean).join(', '),
        }))}
      chosen={shown.chosen}
      errors={shown.errors}
      csrf={csrfOf(c)}
      isSelf={account.id === personOf(c).id}
    />
  )
}

accounts.get('/admin/people/:id/deactivate', administers, async (c) => {
  const account = await accountOf(c)
  if (account.isActive === 0) throw new WrongState('This account is closed already.')
  return showDeactivate(c, account, { chosen: '', errors: {} })
})

accounts.post('/admin/people/:id/deactivate', administers, async (c) => {
  const account = await accountOf(c)
  const input = form(c, deactivateForm)
  const chosen = input.raw.actionsTo ?? ''
  if (!input.ok) return showDeactivate(c, account, { chosen, errors: input.errors })
  try {
    await closeAccount(contextOf(c), {
      personId: account.id,
      actionsTo: chosen === '' || chosen === 'leave' ? null : chosen,
      leaveActions: chosen === 'leave',
    })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showDeactivate(c, account, { chosen, errors: { [error.field]: error.message } })
  }
  return c.redirect(`/admin/people/${account.id}?saved=deactivated`, 303)
})

accounts.get('/admin/people/:id/reactivate', administers, async (c) => {
  const account = await accountOf(c)
  if (account.isActive === 1) throw new WrongState('This account is open already.')
  const address = `/admin/people/${account.id}`
  const held = account.roles.map((role) => roleLabels[role]).join(', ')
  const title = `Reactivate the account of ${account.name}?`
  return renderPage(
    c,
    adminPage(title),
    <ConfirmStepPage
      title={title}
      action={`${address}/reactivate`}
      back={address}
      backText="The account"
      csrf={csrfOf(c)}
      button="Reactivate this account"
    >
      <p class="govuk-body">
        {`It will have the roles it had (${held || 'none'}) and the team it had (${account.teamName ?? 'none'}). `}
        The password that was set before works again. Work that was handed over stays where it is.
      </p>
    </ConfirmStepPage>
  )
})

accounts.post('/admin/people/:id/reactivate', administers, async (c) => {
  const account = await accountOf(c)
  await reactivatePerson(contextOf(c), { personId: account.id })
  return c.redirect(`/admin/people/${account.id}?saved=reactivated`, 303)
})
