/** The SQL of finding people: whom the finder may ask about, and what ties a person to work that the finder may open. */
import type { Expression, SqlBool } from 'kysely'
import { expressionBuilder } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import {
  isOpenAction,
  isOwnAction,
  submittedAction,
  submittedActions,
} from '../audits/submitted-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import { type Scope, scopesOf } from '../people/rules/permissions.ts'
import { teamsBelow, teamsOfService } from '../people/team-store.ts'

const eb = expressionBuilder<Tables, 'person' | 'audit'>()

const isWithin = (scope: Scope, reader: Reader): Expression<SqlBool>[] => {
  if (scope === 'all') return [eb('person.is_active', 'in', [0, 1])]
  if (reader.teamId === null || (scope !== 'team' && scope !== 'service')) return []
  return [
    eb('person.team_id', 'in', teamsBelow(reader.teamId)),
    ...(scope === 'service' ? [eb('person.team_id', 'in', teamsOfService(reader.teamId))] : []),
  ]
}

const findable = (db: Db, reader: Reader) =>
  db
    .selectFrom('person')
    .leftJoin('team', 'team.id', 'person.team_id')
    .select([
      'person.id as id',
      'person.name as name',
      'person.job_title as jobTitle',
      'person.is_active as isActive',
      'team.name as teamName',
    ])
    .where(eb.or(scopesOf(reader.roles, 'people.find').flatMap((scope) => isWithin(scope, reader))))

/** By name; with those who have left. */
export const listFindablePeople = (db: Db, reader: Reader) =>
  findable(db, reader).orderBy('person.name').orderBy('person.id').execute()

export const findFindablePerson = (db: Db, reader: Reader, personId: string) =>
  findable(db, reader).where('person.id', '=', personId).executeTakeFirst()

export type FoundPerson = Awaited<ReturnType<typeof listFindablePeople>>[number]

/**
 * The newest audits of cases that the person works or reviews, of those that the reader may read; for who reads all, also
 * those that the person audited.
 */
export const listAuditsOfPerson = (db: Db, reader: Reader, personId: string, size: number) => {
  const isAll = scopesOf(reader.roles, 'audits.read_submitted').includes('all')
  return db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.case_reference as caseReference',
      'audit.state as state',
      'audit.audited_on as auditedOn',
      'audit.due_on as dueOn',
      'audit.auditor_id as auditorId',
      'round.name as roundName',
    ])
    .where(isReadableBy(reader))
    .where(
      eb.or([
        eb('audit.worker_id', '=', personId),
        eb('audit.iro_id', '=', personId),
        ...(isAll ? [eb('audit.auditor_id', '=', personId)] : []),
      ])
    )
    .orderBy('audit.id', 'desc')
    .limit(size)
    .execute()
}

/** Open actions that the person owns, of audits that the reader may read, the one due first in front. */
export const listActionsOfPerson = (db: Db, reader: Reader, personId: string, size: number) => {
  const { what, dueOn, state } = submittedAction(db)
  return submittedActions(db)
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select([
      'action.id as actionId',
      'audit.case_reference as caseReference',
      'round.name as roundName',
    ])
    .select([what.as('what'), state.as('actionState'), dueOn.as('actionDueOn')])
    .where(isOwnAction(db, personId))
    .where(isOpenAction)
    .where(isReadableBy(reader))
    .orderBy('actionDueOn')
    .orderBy('action.id')
    .limit(size)
    .execute()
}
