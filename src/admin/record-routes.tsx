/** What every route of the administration shares: its guard, which person or team it is about, and its page. */
import { NotFound } from '../errors.ts'
import type { C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'
import { type Account, findPersonAccount } from '../people/account-store.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { type Role, roleLabels, roles } from '../people/rules/permissions.ts'
import { isTeamOpen } from '../people/rules/team-open.ts'
import { listTeams } from '../people/team-store.ts'

/** The administrator alone; nothing behind it shows case content. */
export const administers = may('accounts.manage')

export const adminPage = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'admin',
  status,
})

export const accountOf = async (c: C): Promise<Account> => {
  const account = await findPersonAccount(c.get('deps').db, c.req.param('id') ?? '')
  if (!account) throw new NotFound('No such person')
  return account
}

const roleHints: Record<Role, string> = {
  administrator: 'Keeps accounts, teams and settings. Sees no case content by this role',
  qa_lead: 'Runs rounds, allocates audits, reads all of them',
  manager: 'Audits; reads audits of their own team and the teams below it',
  iro: 'Audits; reads audits of the cases they review',
  iro_manager: 'Audits; reads audits of all cases in review',
  practitioner: 'Reads audits of the cases they work, once shared',
  senior_leader: 'Reads audits of their service',
  partner: 'Answers their part of an audit',
}

export const roleOptions = roles.map((role) => ({
  value: role,
  text: roleLabels[role],
  hint: roleHints[role],
}))

/** The teams that can be chosen today, and the one that is chosen already, whatever became of it. */
export const teamOptions = async (c: C, chosen: string | null) => {
  const todayOn = londonDate(c.get('now'))
  return (await listTeams(c.get('deps').db))
    .filter((team) => isTeamOpen(team, todayOn) || team.id === chosen)
    .map((team) => ({
      value: team.id,
      text: isTeamOpen(team, todayOn) ? team.name : `${team.name} (not open)`,
    }))
}

const notices: Record<string, string> = {
  person: 'The changes are saved.',
  nothing: 'Nothing was different, so nothing was changed.',
  sessions: 'The session is ended. They will have to sign in again.',
  'sessions-all': 'All sessions are ended. They will have to sign in again.',
  ended: 'That session had ended already.',
  deactivated: 'The account is closed. Sessions have ended and links no longer work.',
  reactivated:
    'The account is open again, with the roles and team it had. If the password is lost, make a new link.',
  team: 'The team is saved.',
  'team-added': 'The team is added.',
  'team-closed': 'The closing date is saved.',
  'team-reopened': 'The team is open again.',
  list: 'The list is taken in. Whoever is new needs a link to set a password: make it on their page.',
  discarded: 'The list is thrown away. Nobody was added or changed.',
}

/** What a page says after something was done, by the `saved` of its address. */
export const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}
