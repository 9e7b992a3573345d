/** The SQL of practice alerts as the API lists them: those that were raised, by their number. */
import type { Db } from '../db/schema.ts'

export type AlertFilters = {
  /** London dates on which they were raised, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly state?: string | undefined
}

/** A number is given when an alert is raised and is never given again, so it is the key of the page too. */
export const listRaisedAlerts = (
  db: Db,
  filters: AlertFilters,
  page: { readonly after: readonly string[] | undefined; readonly limit: number }
) =>
  db
    .selectFrom('alert')
    .leftJoin('team', 'team.id', 'alert.team_id')
    .select([
      'alert.id as id',
      'alert.number as number',
      'alert.kind as kind',
      'alert.state as state',
      'alert.is_immediate as isImmediate',
      'alert.stage as stage',
      'alert.highest_stage as highestStage',
      'alert.team_id as teamId',
      'team.name as team',
      'alert.service_status as serviceStatus',
      'alert.age as age',
      'alert.audit_id as auditId',
      'alert.raised_on as raisedOn',
      'alert.expected_on as expectedOn',
      'alert.formal_on as formalOn',
      'alert.total_due_on as totalDueOn',
      'alert.responded_at as respondedAt',
      'alert.closed_on as closedOn',
      'alert.times_extended as timesExtended',
      'alert.times_reopened as timesReopened',
      'alert.concern as concern',
      'alert.impact as impact',
      'alert.asked as asked',
    ])
    .where('alert.state', '<>', 'draft')
    .where('alert.number', '>', Number(page.after?.[0] ?? 0))
    .$if(filters.from !== null, (some) => some.where('alert.raised_on', '>=', filters.from))
    .$if(filters.to !== null, (some) => some.where('alert.raised_on', '<=', filters.to))
    .$if(filters.status !== undefined, (some) =>
      some.where('alert.service_status', '=', filters.status ?? '')
    )
    .$if(filters.kind !== undefined, (some) => some.where('alert.kind', '=', filters.kind ?? ''))
    .$if(filters.state !== undefined, (some) => some.where('alert.state', '=', filters.state ?? ''))
    .$if(filters.teamIds !== undefined, (some) =>
      some.where((eb) =>
        eb.exists(
          eb
            .selectFrom('alert_case')
            .select('alert_case.alert_id')
            .whereRef('alert_case.alert_id', '=', 'alert.id')
            .where('alert_case.team_id', 'in', filters.teamIds ?? [])
        )
      )
    )
    .orderBy('alert.number')
    .limit(page.limit + 1)
    .execute()

export const listAlertReferences = (db: Db, alertIds: readonly string[]) =>
  db
    .selectFrom('alert_case')
    .innerJoin('case_file', 'case_file.id', 'alert_case.case_id')
    .select(['alert_case.alert_id as alertId', 'case_file.reference as reference'])
    .where('alert_case.alert_id', 'in', alertIds)
    .orderBy('alert_case.position')
    .execute()

export const listAlertCategories = (db: Db, alertIds: readonly string[]) =>
  db
    .selectFrom('alert_concern')
    .innerJoin('concern_category', 'concern_category.id', 'alert_concern.category_id')
    .select(['alert_concern.alert_id as alertId', 'concern_category.label as label'])
    .where('alert_concern.alert_id', 'in', alertIds)
    .orderBy('concern_category.position')
    .execute()
