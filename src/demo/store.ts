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

/** Everybody with an open account but those who were invited and have not taken it up, in the order in which they were added. */
export const listDemoAccounts = async (db: Db): Promise<DemoAccount[]> => {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .leftJoin('team', 'team.id', 'person.team_id')
    .where('person.is_active', '=', 1)
    .where((eb) =>
      eb.or([
        eb('person.password_hash', 'is not', null),
        eb.not(
          eb.exists(
            eb
              .selectFrom('password_link')
              .whereRef('password_link.person_id', '=', 'person.id')
              .select('password_link.person_id')
          )
        ),
      ])
    )
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

/** The manager to ring about a notice of the audit of which nobody was told yet; undefined when there is none. */
export const findUntoldNotice = (db: Db, auditId: string) =>
  db
    .selectFrom('safety_notice')
    .where('safety_notice.audit_id', '=', auditId)
    .where('safety_notice.state', '<>', 'closed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('safety_told')
            .whereRef('safety_told.notice_id', '=', 'safety_notice.id')
            .select('safety_told.id')
        )
      )
    )
    .select('safety_notice.id as id')
    .select((eb) =>
      eb
        .selectFrom('safety_addressee')
        .whereRef('safety_addressee.notice_id', '=', 'safety_notice.id')
        .where('safety_addressee.level', '>', 0)
        .whereRef('safety_addressee.person_id', '<>', 'safety_notice.opened_by')
        .select('safety_addressee.person_id')
        .orderBy('safety_addressee.level')
        .orderBy('safety_addressee.person_id')
        .limit(1)
        .as('managerId')
    )
    .executeTakeFirst()

/** Who first answers for the safety of the child of a notice, and who heads the service that the audit is of. */
export const findNoticeLine = (db: Db, noticeId: string) =>
  db
    .selectFrom('safety_notice')
    .innerJoin('safety_addressee', 'safety_addressee.notice_id', 'safety_notice.id')
    .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
    .innerJoin('team', 'team.id', 'audit.team_id')
    .innerJoin('person as head', 'head.team_id', 'team.parent_id')
    .innerJoin('person_role as heads', (join) =>
      join.onRef('heads.person_id', '=', 'head.id').on('heads.role', '=', 'senior_leader')
    )
    .where('safety_notice.id', '=', noticeId)
    .where('safety_addressee.level', '>', 0)
    .whereRef('safety_addressee.person_id', '<>', 'audit.auditor_id')
    .whereRef('head.id', '<>', 'audit.auditor_id')
    .select(['safety_addressee.person_id as managerId', 'head.id as headId'])
    .orderBy('safety_addressee.level')
    .orderBy('safety_addressee.person_id')
    .limit(1)
    .executeTakeFirst()

/** Two audits at work on children answered as safe, with who manages the team and who heads the service. */
export const listBegunAudits = (db: Db) =>
  db
    .selectFrom('audit')
    .innerJoin('case_file', 'case_file.id', 'audit.case_id')
    .innerJoin('team', 'team.id', 'case_file.team_id')
    .innerJoin('person as manager', 'manager.team_id', 'team.id')
    .innerJoin('person_role as manages', (join) =>
      join.onRef('manages.person_id', '=', 'manager.id').on('manages.role', '=', 'manager')
    )
    .innerJoin('person as head', 'head.team_id', 'team.parent_id')
    .innerJoin('person_role as heads', (join) =>
      join.onRef('heads.person_id', '=', 'head.id').on('heads.role', '=', 'senior_leader')
    )
    .innerJoin('answer', (join) =>
      join
        .onRef('answer.audit_id', '=', 'audit.id')
        .on('answer.item_key', '=', 'common.safe_now')
        .on('answer.value', '=', 'yes')
    )
    .where('audit.state', '=', 'in_progress')
    .whereRef('manager.id', '<>', 'audit.auditor_id')
    .whereRef('head.id', '<>', 'audit.auditor_id')
    .select([
      'audit.id as id',
      'answer.revision as revision',
      'manager.id as managerId',
      'head.id as headId',
    ])
    .select((eb) => eb.fn.coalesce('audit.auditor_id', eb.val('')).as('auditorId'))
    .orderBy('audit.reference_key')
    .limit(2)
    .execute()

/** Where an alert stands. */
export const readAlertPlace = (db: Db, id: string) =>
  db
    .selectFrom('alert')
    .leftJoin('alert_cafcass', 'alert_cafcass.alert_id', 'alert.id')
    .where('alert.id', '=', id)
    .select([
      'alert.revision as revision',
      'alert.stage as stage',
      'alert.level as level',
      'alert.is_immediate as isImmediate',
      'alert.expected_on as expectedOn',
      'alert_cafcass.revision as cafcassRevision',
      'alert_cafcass.referred_on as referredOn',
    ])
    .executeTakeFirstOrThrow()
