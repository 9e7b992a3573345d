/** Whether a team may be chosen for a person today. */
import type { TransactionContext } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { londonDate } from './rules/london-date.ts'
import { isTeamOpen } from './rules/team-open.ts'
import { findTeam } from './team-store.ts'

/** @throws FieldFault `teamId` for a team that is not there, or not open today */
export const checkTeamChoice = async (
  tx: TransactionContext,
  teamId: string | null
): Promise<void> => {
  if (teamId === null) return
  const team = await findTeam(tx.db, teamId)
  if (!team) throw new FieldFault('teamId', 'Choose a team from the list')
  if (!isTeamOpen(team, londonDate(tx.now))) {
    throw new FieldFault('teamId', `${team.name} is not open. Choose another team`)
  }
}
