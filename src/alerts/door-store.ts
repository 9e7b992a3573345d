/**
 * The SQL of the doors to a new alert: the case or the audit that somebody is looking at, and whether it is theirs to look
 * at. Whoever may raise concerns may type any reference; a door gives a reference away, so it asks, and so does the draft of
 * somebody who raises good practice alone.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import { leadsCouncil } from '../people/rules/leads-council.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { teamsBelow, teamsOfService } from '../people/team-store.ts'

const asFlag = (reach: Expression<SqlBool>) => sql<number>`case when ${reach} then 1 else 0 end`

/** A row of `case_file` that lies within a scope of the person as it is now. */
const isWithinReach = (
  eb: ExpressionBuilder<Tables, 'case_file'>,
  reader: Reader
): Expression<SqlBool>[] =>
  scopesOf(reader.roles, 'cases.read').flatMap((scope): Expression<SqlBool>[] => {
    const { teamId } = reader
    switch (scope) {
      case 'all':
        return [sql<SqlBool>`1 = 1`]
      case 'own':
        return [eb('case_file.worker_id', '=', reader.id)]
      case 'reviewed':
        return [eb('case_file.iro_id', '=', reader.id)]
      case 'in_review':
        return [eb('case_file.iro_id', 'is not', null)]
      case 'team':
        return teamId === null ? [] : [eb('case_file.team_id', 'in', teamsBelow(teamId))]
      case 'service':
        if (leadsCouncil(reader)) return [sql<SqlBool>`1 = 1`]
        return teamId === null
          ? []
          : [
              eb('case_file.team_id', 'in', teamsBelow(teamId)),
              eb('case_file.team_id', 'in', teamsOfService(teamId)),
            ]
      default:
        return []
    }
  })

/** A case whose page the person may open: it is within their scope, or they may read an audit of it. */
const isOpenTo = (eb: ExpressionBuilder<Tables, 'case_file'>, reader: Reader) =>
  eb.or([
    ...isWithinReach(eb, reader),
    eb.exists(
      eb
        .selectFrom('audit')
        .select('audit.id')
        .whereRef('audit.case_id', '=', 'case_file.id')
        .where(isReadableBy(reader))
    ),
  ])

/** The case, and whether the person may open its page. */
export const findCaseDoor = (db: Db, reader: Reader, id: string) =>
  db
    .selectFrom('case_file')
    .where('case_file.id', '=', id)
    .select((eb) => ['case_file.reference as reference', asFlag(isOpenTo(eb, reader)).as('isOpen')])
    .executeTakeFirst()

/** Which of these cases the person may open. */
export const listOpenCaseIds = async (
  db: Db,
  reader: Reader,
  ids: readonly string[]
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('case_file')
    .where('case_file.id', 'in', ids)
    .where((eb) => isOpenTo(eb, reader))
    .select('case_file.id as id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The audit, and whether the person may read it. What superseded it is found in its place. */
export const findAuditDoor = (db: Db, reader: Reader, id: string) =>
  db
    .selectFrom('audit')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .where('audit.id', '=', id)
    .select((eb) => [
      'audit.id as id',
      eb.fn.coalesce('case_file.reference', 'audit.case_reference').as('reference'),
      asFlag(isReadableBy(reader)).as('isOpen'),
    ])
    .executeTakeFirst()
