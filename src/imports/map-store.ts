/** The SQL of mapping historical names: what is still to map, what has been mapped, and the rows of a mapping. */
import type { Insertable } from 'kysely'
import type { HistoryMappingTable } from '../db/history-tables.ts'
import type { Db } from '../db/schema.ts'

/** Names that have been counted in each round, with how often. `item` '' is the theme grade. */
export const listCountedNames = (db: Db) =>
  db
    .selectFrom('tally_council')
    .select(['theme', 'item', 'round_id as roundId'])
    .select((eb) => eb.fn.sum<number>('count').as('judgements'))
    .where('count', '>', 0)
    .groupBy(['theme', 'item', 'round_id'])
    .orderBy('theme')
    .orderBy('item')
    .execute()

/** Historical teams that imported audits are still under. */
export const listHistoricalTeams = (db: Db) =>
  db
    .selectFrom('team')
    .innerJoin('audit', 'audit.team_id', 'team.id')
    .select(['team.id as id', 'team.name as name'])
    .select((eb) => eb.fn.countAll<number>().as('audits'))
    .select((eb) => eb.fn.count<number>('audit.round_id').distinct().as('rounds'))
    .where('team.is_historical', '=', 1)
    .where('audit.is_counted', '=', 1)
    .where('audit.origin', '=', 'import')
    .groupBy(['team.id', 'team.name'])
    .orderBy('team.name')
    .execute()

/** Teams of today, closed ones among them. */
export const listTeamsOfToday = (db: Db) =>
  db
    .selectFrom('team')
    .select(['id', 'name', 'closed_on as closedOn'])
    .where('is_historical', '=', 0)
    .orderBy('name')
    .execute()

export const findHistoricalTeam = (db: Db, id: string) =>
  db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('is_historical', '=', 1)
    .executeTakeFirst()

export const insertMapping = async (db: Db, row: Insertable<HistoryMappingTable>) => {
  await db.insertInto('history_mapping').values(row).execute()
}

const mappings = (db: Db) =>
  db
    .selectFrom('history_mapping')
    .leftJoin('person', 'person.id', 'history_mapping.mapped_by')
    .leftJoin('person as undoer', 'undoer.id', 'history_mapping.undone_by')
    .leftJoin('team as from_team', 'from_team.id', 'history_mapping.from_team_id')
    .leftJoin('team as to_team', 'to_team.id', 'history_mapping.to_team_id')
    .select([
      'history_mapping.id as id',
      'history_mapping.kind as kind',
      'history_mapping.from_theme as fromTheme',
      'history_mapping.from_item as fromItem',
      'history_mapping.from_team_id as fromTeamId',
      'from_team.name as fromTeam',
      'history_mapping.to_theme as toTheme',
      'history_mapping.to_item as toItem',
      'history_mapping.to_team_id as toTeamId',
      'to_team.name as toTeam',
      'history_mapping.audits as audits',
      'history_mapping.judgements as judgements',
      'history_mapping.rounds as rounds',
      'history_mapping.reason as reason',
      'person.name as mappedByName',
      'history_mapping.mapped_at as mappedAt',
      'undoer.name as undoneByName',
      'history_mapping.undone_at as undoneAt',
      'history_mapping.undo_reason as undoReason',
    ])

export const findMapping = (db: Db, id: string) =>
  mappings(db).where('history_mapping.id', '=', id).executeTakeFirst()

export type Mapping = NonNullable<Awaited<ReturnType<typeof findMapping>>>

export const MAPPINGS_A_PAGE = 50

/** Newest first; one more than a page shows. */
export const listMappings = (db: Db, page: number): Promise<Mapping[]> =>
  mappings(db)
    .orderBy('history_mapping.mapped_at', 'desc')
    .orderBy('history_mapping.id', 'desc')
    .offset((page - 1) * MAPPINGS_A_PAGE)
    .limit(MAPPINGS_A_PAGE + 1)
    .execute()

export const setMappingUndone = async (
  db: Db,
  id: string,
  undone: { readonly by: string | null; readonly at: string; readonly reason: string }
) => {
  await db
    .updateTable('history_mapping')
    .set({ undone_by: undone.by, undone_at: undone.at, undo_reason: undone.reason })
    .where('id', '=', id)
    .execute()
}
