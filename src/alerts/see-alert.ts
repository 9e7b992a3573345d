/** An alert with how one person stands to it. Decides nothing: whoever reads or writes asks the access that it gives. */
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import type { Role } from '../people/rules/permissions.ts'
import { listLineTeams } from '../safety/line-store.ts'
import { teamTiesOf } from '../safety/rules/team-ties.ts'
import { listParties, type Parties } from './party-store.ts'
import { type AlertAccess, alertAccess } from './rules/alert-access.ts'
import { type Alert, findAlert } from './store.ts'

export interface SeenAlert extends Parties {
  readonly alert: Alert
  readonly access: AlertAccess
}

/** @returns undefined when there is no such alert */
export const seeAlert = async (
  db: Db,
  alertId: string,
  person: { readonly id: string; readonly roles: readonly Role[]; readonly teamId: string | null },
  now: string
): Promise<SeenAlert | undefined> => {
  const alert = await findAlert(db, alertId)
  if (!alert) return undefined
  const parties = await listParties(db, alertId, {
    id: person.id,
    today: londonDate(now),
    audits: person,
  })
  const teams = await listLineTeams(db)
  const ties = parties.cases.map(({ teamId }) => teamTiesOf(teams, person.teamId, teamId))
  const access = alertAccess(
    { state: alert.state, raisedBy: alert.raisedBy, addressees: parties.addressees },
    {
      id: person.id,
      roles: person.roles,
      teamId: person.teamId,
      covers: parties.covers,
      isOfTeam: ties.some(({ isOfTeam }) => isOfTeam),
      isOfService: ties.some(({ isOfService }) => isOfService),
    }
  )
  return { ...parties, alert, access }
}
