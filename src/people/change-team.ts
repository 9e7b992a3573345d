/**
 * Renames a team, moves it under another, or changes its kind or opening date. The tree is today's: what is below a
 * service today counts in that service's figures, past rounds included (docs/decisions/0018).
 */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from './rules/london-date.ts'
import { isTeamOpen } from './rules/team-open.ts'
import { ancestorsOf, descendantsOf, makesCircle } from './rules/team-tree.ts'
import {
  findTeam,
  findTeamByName,
  listTeams,
  lockTeamTree,
  replacePaths,
  type StoredTeam,
  updateTeam,
} from './team-store.ts'

export interface ChangeTeamInput {
  readonly teamId: string
  readonly revision: number
  readonly name: string
  readonly parentId: string | null
  readonly kind: 'service' | 'team'
  readonly openedOn: string | null
}

const FIELDS = ['name', 'parentId', 'kind', 'openedOn'] as const

/**
 * @returns the fields that were changed
 * @throws Conflict when somebody saved after `revision`; `current` is the {@link StoredTeam}
 * @throws FieldFault `name` (taken), `parentId` (not there, not open, or below the team itself), `openedOn` (after closing)
 */
export const changeTeam = (
  ctx: Context,
  input: ChangeTeamInput
): Promise<{ readonly fields: readonly string[] }> =>
  inTransaction(ctx, async (tx) => {
    await lockTeamTree(tx.db)
    const before = await findTeam(tx.db, input.teamId)
    if (!before) throw new NotFound('No such team')
    if (before.revision !== input.revision) {
      throw new Conflict<StoredTeam>('Somebody else changed this team after you opened it.', before)
    }
    const fields = FIELDS.filter((field) => before[field] !== input[field])
    if (fields.length === 0) return { fields }

    const named = await findTeamByName(tx.db, toKey(input.name))
    if (named && named.id !== before.id) {
      throw new FieldFault('name', `There is already a team called ${named.name}`)
    }
    if (input.openedOn !== null && before.closedOn !== null && input.openedOn > before.closedOn) {
      throw new FieldFault('openedOn', 'Enter an opening date that is not after the closing date')
    }
    await updateTeam(tx.db, { ...input, id: before.id })
    if (before.parentId !== input.parentId) {
      const teams = await listTeams(tx.db)
      const parent = teams.find(({ id }) => id === input.parentId)
      if (input.parentId !== null && !parent) {
        throw new FieldFault('parentId', 'Choose from the list what the team belongs to')
      }
      // As it was: the row itself is written already, and a circle must be seen before the paths are.
      const asItWas = teams.map((team) =>
        team.id === before.id ? { ...team, parentId: before.parentId } : team
      )
      if (makesCircle(asItWas, before.id, input.parentId)) {
        throw new FieldFault(
          'parentId',
          `${parent?.name ?? 'This'} stands below ${before.name}. Choose a team or service that does not`
        )
      }
      if (parent && !isTeamOpen(parent, londonDate(tx.now))) {
        throw new FieldFault('parentId', `${parent.name} is not open. Choose another`)
      }
      await replacePaths(
        tx.db,
        new Map(descendantsOf(teams, before.id).map((id) => [id, ancestorsOf(teams, id)]))
      )
    }
    recordEvent(tx, {
      type: 'team.changed',
      subjectId: before.id,
      details: { fields: [...fields] },
    })
    return { fields }
  })
