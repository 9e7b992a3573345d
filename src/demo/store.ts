/** The demonstration's own SQL: its mark, and who can be signed in as. */
import type { Db } from '../db/schema.ts'
import type { Role } from '../people/rules/permissions.ts'

export const insertCouncilRow = (db: Db, key: string, value: string) =>
  db.insertInto('council').values({ key, value }).execute()

export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly team: string | null
  readonly roles: readonly Role[]
}

/** Everybody with an open account, in the order in which they were added. */
export const listDemoAccounts = async (db: Db): Promise<DemoAccount[]> => {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .leftJoin('team', 'team.id', 'person.team_id')
    .where('person.is_active', '=', 1)
    .select([
      'person.id as id',
      'person.name as name',
      'person.job_title as jobTitle',
      'team.name as team',
      'person_role.role as role',
    ])
    .orderBy('person.created_at')
    .orderBy('person.name')
    .orderBy('person_role.role')
    .execute()
  const byId = new Map<string, DemoAccount & { roles: Role[] }>()
  for (const { role, ...person } of rows) {
    const account = byId.get(person.id) ?? { ...person, roles: [] }
    account.roles.push(role as Role)
    byId.set(person.id, account)
  }
  return [...byId.values()]
}
