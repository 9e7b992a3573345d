/** The list of people, adding somebody, and changing an account. */
import { Hono } from 'hono'
import { ChangePersonPage } from '../../views/admin/change-person-page.tsx'
import { InvitePersonPage } from '../../views/admin/invite-person-page.tsx'
import { PasswordLinkPage } from '../../views/admin/password-link-page.tsx'
import { PeoplePage } from '../../views/admin/people-page.tsx'
import { Conflict, FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { type Account, findAccountByEmail } from '../people/account-store.ts'
import { listPeople } from '../people/directory-store.ts'
import { roleLabels } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { changeAccount } from './change-account.ts'
import { changeForm, inviteForm, peopleFilters, readOptionalDate, readRoles } from './input.ts'
import { invitePerson } from './invite-person.ts'
import {
  accountOf,
  administers,
  adminPage,
  noticeOf,
  roleOptions,
  teamOptions,
} from './record-routes.tsx'

export const peopleAdmin = new Hono<AppEnv>()

peopleAdmin.get('/admin/people', administers, async (c) => {
  const { db } = c.get('deps')
  const read = peopleFilters.safeParse(c.req.query())
  const { page, ...filters } = read.success ? read.data : { page: 1 }
  const teams = await listTeams(db)
  const isKnown =
    read.success &&
    (read.data.team === undefined ||
      read.data.team === 'none' ||
      teams.some(({ id }) => id === read.data.team))
  const shown = isKnown ? filters : {}
  const listed = await listPeople(db, shown, page, c.get('now'))
  const notice = {
    kind: 'warning',
    text: 'That filter is not known. Everybody is shown.',
  } as const
  return renderPage(
    c,
    { ...adminPage('People'), ...(isKnown ? noticeOf(c) : { notice }) },
    <PeoplePage
      {...listed}
      filters={shown}
      roles={roleOptions}
      teams={teams.map(({ id, name }) => ({ value: id, text: name }))}
    />
  )
})

const showInvite = async (
  c: C,
  values: Raw,
  errors: Errors = {},
  left?: { id: string; name: string }
) =>
  renderPage(
    c,
    adminPage('Add somebody', Object.keys(errors).length > 0 ? 422 : 200),
    <InvitePersonPage
      csrf={csrfOf(c)}
      values={values}
      chosenRoles={readRoles(c.get('body'))}
      errors={errors}
      roles={roleOptions}
      teams={await teamOptions(c, null)}
      left={left}
    />
  )

peopleAdmin.get('/admin/people/new', administers, (c) => showInvite(c, {}))

peopleAdmin.post('/admin/people/new', administers, async (c) => {
  const input = form(c, inviteForm)
  if (!input.ok) return showInvite(c, input.raw, input.errors)
  const { teamId, ...person } = input.data
  try {
    const made = await invitePerson(contextOf(c), { ...person, teamId: teamId || null })
    return renderPage(
      c,
      adminPage(`${person.name} is added`),
      <PasswordLinkPage
        personId={made.id}
        name={person.name}
        email={person.email}
        link={`${c.get('deps').config.PUBLIC_URL}${made.path}`}
        expiresAt={made.expiresAt}
        isNew
      />
    )
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    const known =
      error.field === 'email' ? await findAccountByEmail(c.get('deps').db, person.email) : undefined
    return showInvite(
      c,
      input.raw,
      { [error.field]: error.message },
      known?.isActive === 0 ? known : undefined
    )
  }
})

const valuesOf = (account: Account): Raw => ({
  name: account.name,
  email: account.email,
  jobTitle: account.jobTitle,
  teamId: account.teamId ?? '',
  revision: String(account.revision),
})

const showChange = async (
  c: C,
  account: Account,
  shown: {
    values: Raw
    chosenRoles: readonly string[]
    errors?: Errors
    /** What is stored by now, when somebody else was quicker. */
    current?: Account
  }
) => {
  const { current, errors = {} } = shown
  const status = current ? 409 : Object.keys(errors).length > 0 ? 422 : 200
  return renderPage(
    c,
    adminPage('Change this account', status),
    <ChangePersonPage
      personId={account.id}
      csrf={csrfOf(c)}
      values={current ? { ...shown.values, revision: String(current.revision) } : shown.values}
      chosenRoles={shown.chosenRoles}
      errors={errors}
      roles={roleOptions}
      teams={await teamOptions(c, account.teamId)}
      stored={current && { ...current, roles: current.roles.map((role) => roleLabels[role]) }}
    />
  )
}

const openAccountOf = async (c: C): Promise<Account> => {
  const account = await accountOf(c)
  if (account.isActive === 0) {
    throw new WrongState('This account is closed. Reactivate it before you change it.')
  }
  return account
}

peopleAdmin.get('/admin/people/:id/change', administers, async (c) => {
  const account = await openAccountOf(c)
  return showChange(c, account, { values: valuesOf(account), chosenRoles: account.roles })
})

peopleAdmin.post('/admin/people/:id/change', administers, async (c) => {
  const account = await openAccountOf(c)
  const input = form(c, changeForm)
  const shown = { values: input.raw, chosenRoles: readRoles(c.get('body')) }
  const since = readOptionalDate(input.raw, 'teamSince', 'The date of the move')
  const errors = {
    ...(input.ok ? {} : input.errors),
    ...(since.fault === undefined ? {} : { teamSince: since.fault }),
  }
  if (!input.ok || Object.keys(errors).length > 0)
    return showChange(c, account, { ...shown, errors })
  const { name, email, jobTitle, roles, teamId, revision } = input.data
  try {
    const { fields } = await changeAccount(contextOf(c), {
      personId: account.id,
      revision,
      name,
      email,
      jobTitle,
      roles,
      teamId: teamId || null,
      teamSinceOn: since.date,
    })
    const saved = fields.length === 0 ? 'nothing' : 'person'
    return c.redirect(`/admin/people/${account.id}?saved=${saved}`, 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return showChange(c, account, { ...shown, errors: { [error.field]: error.message } })
    }
    if (error instanceof Conflict) {
      return showChange(c, account, { ...shown, current: error.current as Account })
    }
    throw error
  }
})
