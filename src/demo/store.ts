/** The demonstration's own SQL: its mark, and who can be signed in as. */
import type { Updateable } from 'kysely'
import type { CaseFileTable, Db } from '../db/schema.ts'
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

export const updateCase = (db: Db, id: string, change: Updateable<CaseFileTable>) =>
  db.updateTable('case_file').set(change).where('id', '=', id).execute()

export const setAuditDueOn = (db: Db, auditIds: readonly string[], dueOn: string) =>
  db
    .updateTable('audit')
    .set((eb) => ({ due_on: dueOn, revision: eb('revision', '+', 1) }))
    .where('id', 'in', auditIds)
    .execute()
