/**
 * What the administrator did: a team that was closed and whose people went to another, somebody invited who has not taken
 * it up, and somebody who left with actions to hand over.
 */
import { closeAccount } from '../admin/close-account.ts'
import { closeTeam } from '../admin/close-team.ts'
import { invitePerson } from '../admin/invite-person.ts'
import type { Context } from '../db/transaction.ts'
import { findPersonAccount } from '../people/account-store.ts'
import { addTeam } from '../people/add-team.ts'
import { changePerson } from '../people/change-person.ts'
import { personIdOf, type Staff, teamIdOf } from './add-people.ts'
import { emailOf, services } from './rules/council.ts'
import { addDays, instantOn, workingDayUpTo } from './rules/days.ts'
import type { Show } from './show.ts'

const ADMINISTRATOR = 'Noor Bakshi'
const FORMER_TEAM = 'Sycamore team'

/** How long ago the former team was closed. */
const CLOSED_DAYS_AGO = 430

/**
 * A small team of the early years, closed when its one worker went to another.
 *
 * @param began the day on which everybody else was entered
 */
export const playFormerTeam = async (
  { stage, agenda, staff }: Pick<Show, 'stage' | 'agenda' | 'staff'>,
  began: string
): Promise<void> => {
  const administrator = personIdOf(staff, ADMINISTRATOR)
  const personId = personIdOf(staff, 'Harriet Pell')
  const teamId = await addTeam(stage.at(instantOn(began, 10 * 60 + 10), administrator), {
    name: FORMER_TEAM,
    kind: 'team',
    parentId: teamIdOf(staff, services[2]),
    openedOn: null,
    closedOn: null,
    isHistorical: false,
  })
  const account = await findPersonAccount(stage.db, personId)
  if (!account) throw new Error('whoever was of the former team has no account')
  await changePerson(stage.at(instantOn(began, 10 * 60 + 12), administrator), {
    ...account,
    personId,
    teamId,
  })
  const day = workingDayUpTo(addDays(stage.today, -CLOSED_DAYS_AGO))
  agenda.add(instantOn(day, 10 * 60), async (at) => {
    await closeTeam(stage.at(at, administrator), {
      teamId,
      closedOn: day,
      peopleTo: teamIdOf(staff, 'Willow team'),
      casesTo: null,
      isConfirmed: false,
    })
  })
}

/** @param at after everything else, so that nothing is expected of whoever left */
export const playAccounts = async (at: Context, staff: Staff): Promise<void> => {
  const ctx: Context = { ...at, actor: { kind: 'user', id: personIdOf(staff, ADMINISTRATOR) } }
  await invitePerson(ctx, {
    name: 'Morwenna Teague',
    email: emailOf('Morwenna Teague'),
    jobTitle: 'Social worker',
    roles: ['practitioner'],
    teamId: teamIdOf(staff, 'Foxley team'),
  })
  await closeAccount(ctx, {
    personId: personIdOf(staff, 'Oonagh Rafferty'),
    actionsTo: personIdOf(staff, 'Ngozi Eze'),
    leaveActions: false,
  })
}
