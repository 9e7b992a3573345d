/**
 * The SQL of what My work shows of alerts: those that wait for a person, and their own, with those of whoever they stand in
 * for. One query, with the council's closure days in it, so that days left can be said without another.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { coveredBy } from '../people/cover-store.ts'
import { CLOSURE_DAYS_KEY } from '../settings/rules/closure-days.ts'
import type { AlertKind } from './rules/alert-kind.ts'
import type { AlertState } from './rules/alert-workflow.ts'

export interface AlertToDo {
  readonly id: string
  readonly number: number | null
  readonly kind: AlertKind
  readonly state: AlertState
  readonly stage: number
  readonly isImmediate: boolean
  readonly isAcknowledged: boolean
  readonly caseReference: string | null
  /** A sibling group is one alert. */
  readonly children: number
  readonly raisedOn: string | null
  readonly expectedOn: string | null
  /** Raised by the person or by somebody whom they cover; else addressed to one of them. */
  readonly isRaised: boolean
  /** For whom they stand in; null for their own. */
  readonly forName: string | null
}

interface Row {
  id: string
  number: number | null
  kind: string
  state: string
  stage: number
  immediate: number
  acknowledged: number
  reference: string | null
  children: number
  raised_on: string | null
  expected_on: string | null
  is_raised: number
  owner_id: string
  owner_name: string
  closures: string | null
}

/** More than anybody has open; the register has pages. */
const MOST = 100

/**
 * Urgent ones first, then by the date on which an answer is expected. Each alert once: as one's own before somebody else's.
 *
 * @param today London date: who stands in for whom depends on it
 * @returns the alerts, and the setting of closure days as it is stored; nothing is stored of them where there is no alert
 */
export const listAlertsToDo = async (
  db: Db,
  personId: string,
  today: string
): Promise<{ readonly alerts: readonly AlertToDo[]; readonly closureDays: string | undefined }> => {
  const mine = sql`(select ${personId} as id union select x.person_id from ${coveredBy(personId, today)} x)`
  const columns = sql`a.id, a.number, a.kind, a.state, a.stage, a.is_immediate as immediate,
    case when a.acknowledged_at is null then 0 else 1 end as acknowledged,
    a.case_reference as reference, a.raised_on, a.expected_on,
    (select cast(count(*) as integer) from alert_case k where k.alert_id = a.id) as children`
  const closures = sql`(select s.value from setting s where s.key = ${CLOSURE_DAYS_KEY}
    order by s.revision desc limit 1) as closures`
  const { rows } = await sql<Row>`
    select * from (
      select ${columns}, 1 as is_raised, p.id as owner_id, p.name as owner_name, ${closures}
        from alert a join person p on p.id = a.raised_by
        where a.raised_by in ${mine} and a.state in ('open', 'responded')
      union all
      select ${columns}, 0 as is_raised, p.id as owner_id, p.name as owner_name, ${closures}
        from alert_addressee d join alert a on a.id = d.alert_id join person p on p.id = d.person_id
        where d.person_id in ${mine} and d.is_current = 1
          and (a.state = 'open' or (a.state = 'responded' and a.is_immediate = 1
            and a.acknowledged_at is null))
    ) found
    order by case when immediate = 1 and acknowledged = 0 then 0 else 1 end,
      coalesce(expected_on, '9999-12-31'), case when owner_id = ${personId} then 0 else 1 end, id
    limit ${MOST}`.execute(db)
  const seen = new Set<string>()
  const alerts = rows.flatMap((row): AlertToDo[] => {
    if (seen.has(row.id)) return []
    seen.add(row.id)
    return [
      {
        id: row.id,
        number: row.number,
        kind: row.kind as AlertKind,
        state: row.state as AlertState,
        stage: row.stage,
        isImmediate: row.immediate === 1,
        isAcknowledged: row.acknowledged === 1,
        caseReference: row.reference,
        children: row.children,
        raisedOn: row.raised_on,
        expectedOn: row.expected_on,
        isRaised: row.is_raised === 1,
        forName: row.owner_id === personId ? null : row.owner_name,
      },
    ]
  })
  return { alerts, closureDays: rows[0]?.closures ?? undefined }
}
