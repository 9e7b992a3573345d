/** The SQL of what asks for an administrator's attention in the tree of teams: numbers, and names of teams. */
import type { Db } from '../db/schema.ts'

/** Open teams (not services) in which nobody with an open account is a manager. */
export const listTeamsWithoutManager = (db: Db, todayOn: string) =>
  db
    .selectFrom('team')
    .select(['team.id as id', 'team.name as name'])
    .where('team.kind', '=', 'team')
    .where('team.is_historical', '=', 0)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', todayOn)]))
    .where((eb) => eb.or([eb('opened_on', 'is', null), eb('opened_on', '<=', todayOn)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('person')
            .innerJoin('person_role', 'person_role.person_id', 'person.id')
            .select('person.id')
            .whereRef('person.team_id', '=', 'team.id')
            .where('person.is_active', '=', 1)
            .where('person_role.role', '=', 'manager')
        )
      )
    )
    .orderBy('team.name_key')
    .execute()

/** Teams that have closed and still have people with open accounts in them, with how many. */
export const listClosedTeamsWithPeople = async (db: Db, todayOn: string) => {
  const rows = await db
    .selectFrom('team')
    .innerJoin('person', 'person.team_id', 'team.id')
    .select((eb) => ['team.id as id', 'team.name as name', eb.fn.countAll<number>().as('people')])
    .where('person.is_active', '=', 1)
    .where('team.closed_on', '<', todayOn)
    .groupBy(['team.id', 'team.name', 'team.name_key'])
    .orderBy('team.name_key')
    .execute()
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}
