/** Adds a team or service to the tree. */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findTeam, findTeamByName, insertTeam, lockTeamTree } from './team-store.ts'

export interface AddTeamInput {
  readonly name: string
  readonly parentId: string | null
  readonly kind: 'service' | 'team'
  readonly openedOn: string | null
  readonly closedOn: string | null
  /** Known only from imported history. */
  readonly isHistorical: boolean
}

/**
 * @returns the new team's id
 * @throws FieldFault `name` when another team bears it, `parentId` when that team is not there
 */
export const addTeam = (ctx: Context, input: AddTeamInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const nameKey = toKey(input.name)
    await lockTeamTree(tx.db)
    if (await findTeamByName(tx.db, nameKey)) {
      throw new FieldFault('name', `There is already a team called ${input.name}`)
    }
    if (input.parentId !== null && !(await findTeam(tx.db, input.parentId))) {
      throw new FieldFault('parentId', 'Choose from the list what the team belongs to')
    }
    const id = tx.ids()
    await insertTeam(tx.db, {
      id,
      name: input.name,
      nameKey,
      parentId: input.parentId,
      kind: input.kind,
      openedOn: input.openedOn,
      closedOn: input.closedOn,
      isHistorical: input.isHistorical ? 1 : 0,
    })
    recordEvent(tx, {
      type: 'team.added',
      subjectId: id,
      details: { parentId: input.parentId, isHistorical: input.isHistorical },
    })
    return id
  })
