/**
 * The SQL of what the case page says of alerts and midway checks. Which alerts a person may read is contracts.md §4 on rows:
 * their own, those addressed to them, and those of their team or service as the case was when the alert was raised.
 */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../audits/reader-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { teamsBelow, teamsOfService } from '../people/team-store.ts'

const eb = expressionBuilder<Tables, 'alert'>()

const isAddressedTo = (personId: string): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('alert_addressee')
      .select('alert_addressee.alert_id')
      .whereRef('alert_addressee.alert_id', '=', 'alert.id')
      .where('alert_addressee.person_id', '=', personId)
  )

/** Holds for rows of `alert` that were raised and that the person may read. */
export const isAlertReadableBy = (reader: Reader): Expression<SqlBool> => {
  const { teamId } = reader
  const ofTeams = (list: (id: string) => ReturnType<typeof teamsBelow>): Expression<SqlBool>[] =>
    teamId === null ? [] : [eb('alert.team_id', 'in', list(teamId))]
  const ways = scopesOf(reader.roles, 'alerts.read').flatMap((scope): Expression<SqlBool>[] => {
    switch (scope) {
      case 'all':
        return [sql<SqlBool>`1 = 1`]
      case 'own':
        return [eb('alert.raised_by', '=', reader.id), isAddressedTo(reader.id)]
      case 'team':
        return ofTeams(teamsBelow)
      case 'service':
        return [...ofTeams(teamsBelow), ...ofTeams(teamsOfService)]
      default:
        return []
    }
  })
  return eb.and([eb('alert.number', 'is not', null), eb.or(ways)])
}

/** The alerts about the case that the person may read, drafts left out; in no particular order. */
export const listCaseAlerts = (db: Db, reader: Reader, caseId: string) =>
  db
    .selectFrom('alert_case')
    .innerJoin('alert', 'alert.id', 'alert_case.alert_id')
    .leftJoin('person as raiser', 'raiser.id', 'alert.raised_by')
    .select([
      'alert.id as id',
      'alert.number as number',
      'alert.kind as kind',
      'alert.state as state',
      'alert.stage as stage',
      'alert.is_immediate as isImmediate',
      'alert.raised_on as raisedOn',
      'alert.raised_at as raisedAt',
      'alert.expected_on as expectedOn',
      'alert.closed_on as closedOn',
      'alert.closed_at as closedAt',
      'raiser.name as raisedByName',
    ])
    .where('alert_case.case_id', '=', caseId)
    .where(isAlertReadableBy(reader))
    .execute()

/** Midway checks of the case, for whoever has the case within a scope that is not their own work on it. */
export const listCaseChecks = (db: Db, caseId: string) =>
  db
    .selectFrom('midway_check')
    .leftJoin('person as checker', 'checker.id', 'midway_check.by_id')
    .select([
      'midway_check.id as id',
      'midway_check.checked_on as checkedOn',
      'midway_check.progress as progress',
      'midway_check.recorded_at as recordedAt',
      'checker.name as checkedByName',
    ])
    .where('midway_check.case_id', '=', caseId)
    .execute()
