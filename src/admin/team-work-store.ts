/** The SQL of what is in a team, in numbers, and of moving it elsewhere when the team closes. */
import { sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db } from '../db/schema.ts'

const UNDONE: readonly AuditState[] = ['to_allocate', 'allocated', 'in_progress', 'reopened']

export interface TeamWork {
  readonly people: number
  readonly cases: number
  readonly openAudits: number
}

const countAll = sql<number>`count(*)`.as('count')

/** People with open accounts, cases held, and open audits of those cases. */
export const countTeamWork = async (db: Db, teamId: string): Promise<TeamWork> => {
  const row = await db
    .selectNoFrom([
      db
        .selectFrom('person')
        .select(countAll)
        .where('team_id', '=', teamId)
        .where('is_active', '=', 1)
        .as('people'),
      db.selectFrom('case_file').select(countAll).where('team_id', '=', teamId).as('cases'),
      db
        .selectFrom('audit')
        .innerJoin('case_file', 'case_file.id', 'audit.case_id')
        .innerJoin('round', 'round.id', 'audit.round_id')
        .select(countAll)
        .where('case_file.team_id', '=', teamId)
        .where('audit.state', 'in', UNDONE)
        .where('audit.superseded_at', 'is', null)
        .where('round.state', '<>', 'closed')
        .as('openAudits'),
    ])
    .executeTakeFirstOrThrow()
  return {
    people: Number(row.people ?? 0),
    cases: Number(row.cases ?? 0),
    openAudits: Number(row.openAudits ?? 0),
  }
}

/** How many open accounts each team has. */
export const countPeopleByTeam = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .selectFrom('person')
    .select((eb) => ['team_id as teamId', eb.fn.countAll<number>().as('people')])
    .where('is_active', '=', 1)
    .where('team_id', 'is not', null)
    .groupBy('team_id')
    .execute()
  return new Map(rows.map(({ teamId, people }) => [teamId ?? '', Number(people)]))
}

/** Puts everybody of a team with an open account into another. @returns their ids */
export const movePeople = async (db: Db, fromId: string, toId: string): Promise<string[]> => {
  const rows = await db
    .updateTable('person')
    .set((eb) => ({ team_id: toId, revision: eb('revision', '+', 1) }))
    .where('team_id', '=', fromId)
    .where('is_active', '=', 1)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** Puts every case of a team into another. @returns how many */
export const moveCases = async (
  db: Db,
  fromId: string,
  to: { readonly teamId: string; readonly now: string }
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('case_file')
    .set({ team_id: to.teamId, updated_at: to.now })
    .where('team_id', '=', fromId)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
