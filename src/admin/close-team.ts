/**
 * Gives a team a closing date, and moves its people and cases to another team at once where that was chosen. Audits stay
 * with the team they are of, and so does everything that was counted under it.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { insertMembership } from '../people/account-store.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isTeamOpen } from '../people/rules/team-open.ts'
import { descendantsOf } from '../people/rules/team-tree.ts'
import { findTeam, listTeams, lockTeamTree, setClosedOn, type Team } from '../people/team-store.ts'
import { countTeamWork, moveCases, movePeople } from './team-work-store.ts'

export interface CloseTeamInput {
  readonly teamId: string
  /** The last London date on which the team can be chosen; may lie ahead. */
  readonly closedOn: string
  readonly peopleTo: string | null
  readonly casesTo: string | null
  /** That whoever and whatever is not moved stays in the closed team. */
  readonly isConfirmed: boolean
}

const checkTarget = (
  field: 'peopleTo' | 'casesTo',
  id: string | null,
  teams: readonly Team[],
  closing: { readonly id: string; readonly todayOn: string }
): void => {
  if (id === null) return
  const target = teams.find((team) => team.id === id)
  if (!target || target.id === closing.id || !isTeamOpen(target, closing.todayOn)) {
    throw new FieldFault(field, 'Choose an open team from the list')
  }
}

/**
 * @throws FieldFault `closedOn` (before it opened, or teams below it are open longer), `peopleTo` or `casesTo` (not open),
 *   `isConfirmed` when something would stay in it and that was not confirmed
 * @throws WrongState when it has a closing date already
 */
export const closeTeam = (
  ctx: Context,
  input: CloseTeamInput
): Promise<{ readonly people: number; readonly cases: number }> =>
  inTransaction(ctx, async (tx) => {
    await lockTeamTree(tx.db)
    const team = await findTeam(tx.db, input.teamId)
    if (!team) throw new NotFound('No such team')
    if (team.closedOn !== null || team.isHistorical === 1) {
      throw new WrongState('This team has a closing date already.')
    }
    if (team.openedOn !== null && input.closedOn < team.openedOn) {
      throw new FieldFault('closedOn', 'Enter a closing date that is not before the opening date')
    }
    const todayOn = londonDate(tx.now)
    const teams = await listTeams(tx.db)
    const below = descendantsOf(teams, team.id)
    const longer = teams.filter(
      (one) =>
        one.id !== team.id &&
        below.includes(one.id) &&
        (one.closedOn === null || one.closedOn > input.closedOn)
    )
    if (longer.length > 0) {
      throw new FieldFault(
        'closedOn',
        `${longer.map(({ name }) => name).join(', ')} would still be open below it. Close or move ${longer.length === 1 ? 'that team' : 'those teams'} first`
      )
    }
    const closing = { id: team.id, todayOn }
    checkTarget('peopleTo', input.peopleTo, teams, closing)
    checkTarget('casesTo', input.casesTo, teams, closing)
    const work = await countTeamWork(tx.db, team.id)
    const stays =
      (work.people > 0 && input.peopleTo === null) || (work.cases > 0 && input.casesTo === null)
    if (stays && !input.isConfirmed) {
      throw new FieldFault(
        'isConfirmed',
        'Choose where the people and cases go, or confirm that they stay in the closed team'
      )
    }
    const moved = input.peopleTo === null ? [] : await movePeople(tx.db, team.id, input.peopleTo)
    for (const personId of moved) {
      await insertMembership(tx.db, {
        id: tx.ids(),
        personId,
        teamId: input.peopleTo,
        sinceOn: todayOn,
        now: tx.now,
        by: tx.actor.kind === 'user' ? tx.actor.id : null,
      })
      recordEvent(tx, {
        type: 'person.changed',
        subjectId: personId,
        details: { fields: ['teamId'], teamId: input.peopleTo },
      })
    }
    const cases =
      input.casesTo === null
        ? 0
        : await moveCases(tx.db, team.id, { teamId: input.casesTo, now: tx.now })
    await setClosedOn(tx.db, team.id, input.closedOn)
    recordEvent(tx, {
      type: 'team.closed',
      subjectId: team.id,
      details: {
        closedOn: input.closedOn,
        peopleTo: input.peopleTo,
        people: moved.length,
        casesTo: input.casesTo,
        cases,
      },
    })
    return { people: moved.length, cases }
  })
