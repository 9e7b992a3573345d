/** The SQL of the people and teams of the council, as the line of management above a case is read off them. */
import type { Db } from '../db/schema.ts'
import type { Role } from '../people/rules/permissions.ts'
import type { LinePerson, LineTeam } from './rules/addressees.ts'

export interface CouncilPerson extends LinePerson {
  readonly name: string
  readonly jobTitle: string
}

/** Everybody with an account that is not closed, with their roles, by name. */
export const listPeopleWithRoles = async (db: Db): Promise<CouncilPerson[]> => {
  const rows = await db
    .selectFrom('person')
    .leftJoin('person_role', 'person_role.person_id', 'person.id')
    .where('person.is_active', '=', 1)
    .select([
      'person.id as id',
      'person.name as name',
      'person.job_title as jobTitle',
      'person.team_id as teamId',
      'person_role.role as role',
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const people = new Map<string, CouncilPerson>()
  for (const { role, ...person } of rows) {
    const roles = people.get(person.id)?.roles ?? []
    people.set(person.id, {
      ...person,
      isActive: true,
      roles: role === null ? roles : [...roles, role as Role],
    })
  }
  return [...people.values()]
}

export const listLineTeams = (db: Db): Promise<LineTeam[]> =>
  db.selectFrom('team').select(['id', 'parent_id as parentId', 'kind']).execute()

/** Those to whom a notice went and who are still here, by name. */
export const listAddresseesToRing = (db: Db, noticeId: string) =>
  db
    .selectFrom('safety_addressee')
    .innerJoin('person', 'person.id', 'safety_addressee.person_id')
    .where('safety_addressee.notice_id', '=', noticeId)
    .where('person.is_active', '=', 1)
    .select([
      'person.id as id',
      'person.name as name',
      'person.job_title as jobTitle',
      'safety_addressee.level as level',
    ])
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
