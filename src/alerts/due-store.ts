/** The SQL of what the clock asks: open alerts by the date on which an answer is expected, and who is yet to be told. */
import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables } from '../db/schema.ts'
import type { DueStep } from './step-store.ts'

/** Whether the clock has said this of the alert for the date that it has now. */
const isSaid = (
  eb: ExpressionBuilder<Tables, 'alert'>,
  action: DueStep,
  date: 'alert.expected_on' | 'alert.total_due_on'
) =>
  eb.exists(
    eb
      .selectFrom('alert_step')
      .whereRef('alert_step.alert_id', '=', 'alert.id')
      .where('alert_step.action', '=', action)
      .whereRef('alert_step.new_due_on', '=', date)
      .select('alert_step.id')
  )

/** Alerts that wait for an answer by `until` at the latest and whose people were not told yet, the soonest first. */
export const listDueUntil = (
  db: Db,
  at: {
    readonly today: string
    readonly until: string
    readonly after: { readonly on: string; readonly id: string }
    readonly limit: number
  }
) =>
  db
    .selectFrom('alert')
    .where('state', '=', 'open')
    .where('expected_on', '>=', at.after.on)
    .where('expected_on', '<=', at.until)
    .where((eb) =>
      eb.or([
        eb('expected_on', '>', at.after.on),
        eb.and([eb('expected_on', '=', at.after.on), eb('id', '>', at.after.id)]),
      ])
    )
    .where((eb) =>
      eb.or([
        eb.and([
          eb('expected_on', '<', at.today),
          eb.not(isSaid(eb, 'overdue_told', 'alert.expected_on')),
        ]),
        eb.and([
          eb('expected_on', '>=', at.today),
          eb.not(isSaid(eb, 'due_told', 'alert.expected_on')),
        ]),
      ])
    )
    .select(['id', 'expected_on as expectedOn'])
    .orderBy('expected_on')
    .orderBy('id')
    .limit(at.limit)
    .execute()

/** Disputes that are not closed, whose total time is over, and of which nobody was told that yet. */
export const listOverTotal = (db: Db, since: string, today: string) =>
  db
    .selectFrom('alert')
    .where('state', 'in', ['open', 'responded'])
    .where('total_due_on', '>=', since)
    .where('total_due_on', '<', today)
    .where((eb) => eb.not(isSaid(eb, 'total_told', 'alert.total_due_on')))
    .select(['id', 'total_due_on as totalDueOn'])
    .orderBy('id')
    .execute()
