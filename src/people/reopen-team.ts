/** Takes back the closing date of a team. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findTeam, lockTeamTree, setClosedOn } from './team-store.ts'

/** @throws WrongState when it has no closing date, is known only from imported history, or what it belongs to is closed */
export const reopenTeam = (ctx: Context, input: { readonly teamId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await lockTeamTree(tx.db)
    const team = await findTeam(tx.db, input.teamId)
    if (!team) throw new NotFound('No such team')
    if (team.isHistorical === 1) {
      throw new WrongState('This team is known only from imported history and cannot be opened.')
    }
    if (team.closedOn === null) throw new WrongState('This team has no closing date.')
    const parent = team.parentId === null ? undefined : await findTeam(tx.db, team.parentId)
    if (parent && parent.closedOn !== null) {
      throw new WrongState(`${parent.name}, which it belongs to, is closed. Reopen that first.`)
    }
    await setClosedOn(tx.db, team.id, null)
    recordEvent(tx, { type: 'team.reopened', subjectId: team.id, details: {} })
  })
