/** The SQL of the team tree: teams, and the paths that make "own team and below" one join. */
import { expressionBuilder } from 'kysely'
import { toKey } from '../db/columns.ts'
import type { Db, Tables } from '../db/schema.ts'

export interface Team {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly kind: 'service' | 'team'
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly isHistorical: 0 | 1
}

/** With the revision that a form about it carries. */
export interface StoredTeam extends Team {
  readonly revision: number
}

const teamColumns = [
  'team.id as id',
  'team.name as name',
  'team.parent_id as parentId',
  'team.kind as kind',
  'team.opened_on as openedOn',
  'team.closed_on as closedOn',
  'team.is_historical as isHistorical',
] as const

export const listTeams = (db: Db): Promise<Team[]> =>
  db.selectFrom('team').select(teamColumns).orderBy('name_key').execute()

export const findTeam = (db: Db, id: string): Promise<StoredTeam | undefined> =>
  db
    .selectFrom('team')
    .select([...teamColumns, 'team.revision as revision'])
    .where('id', '=', id)
    .executeTakeFirst()

export const findTeamByName = (db: Db, nameKey: string): Promise<Team | undefined> =>
  db.selectFrom('team').select(teamColumns).where('name_key', '=', nameKey).executeTakeFirst()

/** The team and every team below it. */
export const listTeamsBelow = async (db: Db, teamId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('team_path')
    .select('team_id as id')
    .where('ancestor_id', '=', teamId)
    .execute()
  return rows.map((row) => row.id)
}

/** The team and every team below it, as a list for `in`. */
export const teamsBelow = (teamId: string) =>
  teamPaths().select('team_path.team_id').where('team_path.ancestor_id', '=', teamId)

const teamPaths = () => expressionBuilder<Tables, never>().selectFrom('team_path')

const nearestService = (teamId: string) =>
  teamPaths()
    .innerJoin('team', 'team.id', 'team_path.ancestor_id')
    .select('team.id as id')
    .where('team_path.team_id', '=', teamId)
    .where('team.kind', '=', 'service')
    // The nearest ancestor is the one with the fewest teams below it.
    .orderBy((eb) =>
      eb
        .selectFrom('team_path as below')
        .select((count) => count.fn.countAll<number>().as('teams'))
        .whereRef('below.ancestor_id', '=', 'team_path.ancestor_id')
    )
    .limit(1)

/** The teams of the team's nearest service, as a list for `in`; empty when it stands under none. */
export const teamsOfService = (teamId: string) =>
  teamPaths()
    .select('team_path.team_id')
    .where('team_path.ancestor_id', '=', nearestService(teamId))

/** The nearest service at or above the team; the team itself when it stands under none. */
export const findServiceOf = async (db: Db, teamId: string): Promise<string> => {
  const row = await db
    .selectFrom(nearestService(teamId).as('service'))
    .select('service.id as id')
    .executeTakeFirst()
  return row?.id ?? teamId
}

/**
 * Holds the tree until the transaction ends: of two who move, add or close teams at once the second sees what the first
 * has done. Everything that changes the tree begins with it. The row locked is one that every council has.
 */
export const lockTeamTree = (db: Db) =>
  db
    .updateTable('council')
    .set((eb) => ({ value: eb.ref('value') }))
    .where('key', '=', 'secret')
    .execute()

export const updateTeam = (db: Db, team: Omit<Team, 'closedOn' | 'isHistorical'>) =>
  db
    .updateTable('team')
    .set((eb) => ({
      name: team.name,
      name_key: toKey(team.name),
      parent_id: team.parentId,
      kind: team.kind,
      opened_on: team.openedOn,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', team.id)
    .execute()

export const setClosedOn = (db: Db, id: string, closedOn: string | null) =>
  db
    .updateTable('team')
    .set((eb) => ({ closed_on: closedOn, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Writes the paths of these teams anew. */
export const replacePaths = async (
  db: Db,
  paths: ReadonlyMap<string, readonly string[]>
): Promise<void> => {
  for (const [teamId, ancestors] of paths) {
    await db.deleteFrom('team_path').where('team_id', '=', teamId).execute()
    await db
      .insertInto('team_path')
      .values(ancestors.map((ancestorId) => ({ ancestor_id: ancestorId, team_id: teamId })))
      .execute()
  }
}

/** Inserts the team with its paths; the parent must already be there. */
export const insertTeam = async (db: Db, team: Team & { nameKey: string }): Promise<void> => {
  await db
    .insertInto('team')
    .values({
      id: team.id,
      name: team.name,
      name_key: team.nameKey,
      parent_id: team.parentId,
      kind: team.kind,
      opened_on: team.openedOn,
      closed_on: team.closedOn,
      is_historical: team.isHistorical,
    })
    .execute()
  const above = team.parentId
    ? await db
        .selectFrom('team_path')
        .select('ancestor_id')
        .where('team_id', '=', team.parentId)
        .execute()
    : []
  await db
    .insertInto('team_path')
    .values([
      { ancestor_id: team.id, team_id: team.id },
      ...above.map((row) => ({ ancestor_id: row.ancestor_id, team_id: team.id })),
    ])
    .execute()
}
