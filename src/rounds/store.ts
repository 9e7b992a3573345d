/** The SQL of rounds themselves and their rubrics. Their audits are in audit-store.ts, what pages list in list-store.ts. */
import type { Db } from '../db/schema.ts'
import { getRubrics, type PublishedRubric } from '../rubrics/store.ts'
import type { RoundKind, Selection } from './rules/round-kind.ts'

export interface Round {
  readonly id: string
  readonly name: string
  readonly kind: RoundKind
  readonly windowFrom: string | null
  readonly windowTo: string | null
  readonly dueOn: string | null
  readonly selection: Selection
  readonly state: 'draft' | 'open' | 'closed'
  readonly origin: 'product' | 'import'
  readonly roundOn: string
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly closedBy: string | null
  readonly revision: number
}

const roundColumns = [
  'round.id as id',
  'round.name as name',
  'round.kind as kind',
  'round.window_from as windowFrom',
  'round.window_to as windowTo',
  'round.due_on as dueOn',
  'round.selection as selection',
  'round.state as state',
  'round.origin as origin',
  'round.round_on as roundOn',
  'round.opened_at as openedAt',
  'round.closed_at as closedAt',
  'round.closed_by as closedBy',
  'round.revision as revision',
] as const

const asRound = <R extends { kind: string; selection: string }>(row: R) => ({
  ...row,
  kind: row.kind as RoundKind,
  selection: row.selection as Selection,
})

export const findRound = async (db: Db, id: string): Promise<Round | undefined> => {
  const row = await db
    .selectFrom('round')
    .select(roundColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asRound(row)
}

/**
 * Loads a round for writing. The update changes nothing: it takes the row's lock on PostgreSQL, so that two people who
 * open it, close it or add to it come one after the other there as they do on SQLite.
 */
export const lockRound = async (db: Db, id: string): Promise<Round | undefined> => {
  const row = await db
    .updateTable('round')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('id', '=', id)
    .returning(roundColumns)
    .executeTakeFirst()
  return row && asRound(row)
}

export const findRoundByName = (db: Db, nameKey: string) =>
  db.selectFrom('round').select(['id', 'name']).where('name_key', '=', nameKey).executeTakeFirst()

/** What a person can set while the round is a draft. */
export interface RoundFields {
  readonly name: string
  readonly nameKey: string
  readonly kind: RoundKind
  readonly windowFrom: string
  readonly windowTo: string
  readonly dueOn: string
  readonly selection: Selection
}

const fieldValues = (round: RoundFields) => ({
  name: round.name,
  name_key: round.nameKey,
  kind: round.kind,
  window_from: round.windowFrom,
  window_to: round.windowTo,
  due_on: round.dueOn,
  selection: round.selection,
  // A round is dated by the end of its window (contracts.md §1).
  round_on: round.windowTo,
})

/** @returns false when another round has the name; nothing is written then */
export const insertRound = async (
  db: Db,
  round: RoundFields & { id: string; now: string; createdBy: string | null }
): Promise<boolean> => {
  const result = await db
    .insertInto('round')
    .values({
      ...fieldValues(round),
      id: round.id,
      state: 'draft',
      origin: 'product',
      created_by: round.createdBy,
      created_at: round.now,
      opened_at: null,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const updateRound = (db: Db, id: string, round: RoundFields) =>
  db
    .updateTable('round')
    .set((eb) => ({ ...fieldValues(round), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const setRoundState = (
  db: Db,
  id: string,
  change:
    | { state: 'open'; opened_at: string }
    | { state: 'closed'; closed_at: string; closed_by: string | null }
    | { state: 'open'; closed_at: null; closed_by: null }
) =>
  db
    .updateTable('round')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Puts these rubric versions, in this order, where the round's old ones were. */
export const replaceRoundRubrics = async (
  db: Db,
  roundId: string,
  versionIds: readonly string[]
): Promise<void> => {
  await db.deleteFrom('round_rubric').where('round_id', '=', roundId).execute()
  if (versionIds.length === 0) return
  await db
    .insertInto('round_rubric')
    .values(
      versionIds.map((id, position) => ({
        round_id: roundId,
        rubric_version_id: id,
        position: position + 1,
      }))
    )
    .execute()
}

/** Notes the versions that these themes have; those of the round that are noted already stay. */
export const insertRoundVersions = async (
  db: Db,
  roundId: string,
  themes: readonly { readonly theme: string; readonly rubricVersionId: string | null }[]
): Promise<void> => {
  const versions = new Map(
    themes.flatMap(({ theme, rubricVersionId }) =>
      rubricVersionId === null ? [] : [[rubricVersionId, theme]]
    )
  )
  if (versions.size === 0) return
  await db
    .insertInto('round_version')
    .values(
      [...versions].map(([id, theme]) => ({ theme, round_id: roundId, rubric_version_id: id }))
    )
    .onConflict((conflict) =>
      conflict.columns(['theme', 'round_id', 'rubric_version_id']).doNothing()
    )
    .execute()
}

/** The round's rubrics in its order, the common block not among them. */
export const listRoundRubrics = async (db: Db, roundId: string): Promise<PublishedRubric[]> => {
  const rows = await db
    .selectFrom('round_rubric')
    .select('rubric_version_id as id')
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute()
  return getRubrics(
    db,
    rows.map((row) => row.id)
  )
}
