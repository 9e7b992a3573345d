/** The SQL of what the case page says of alerts and midway checks. Which alerts a person may read is alerts/reader-store.ts. */
import { isAlertReadableBy } from '../alerts/reader-store.ts'
import type { Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'

/** The alerts about the case that the person may read, drafts left out; in no particular order. */
export const listCaseAlerts = (db: Db, reader: Reader, caseId: string, todayOn: string) =>
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
    .where(isAlertReadableBy(reader, todayOn))
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
