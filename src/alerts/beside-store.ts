/** The SQL of what is recorded beside an alert: Cafcass, and what the child was told. */
import type { Db } from '../db/schema.ts'

export const findCafcass = (db: Db, alertId: string) =>
  db
    .selectFrom('alert_cafcass')
    .leftJoin('person', 'person.id', 'alert_cafcass.recorded_by')
    .where('alert_cafcass.alert_id', '=', alertId)
    .select([
      'alert_cafcass.considered as considered',
      'alert_cafcass.why as why',
      'alert_cafcass.legal_advice_on as legalAdviceOn',
      'alert_cafcass.referred_on as referredOn',
      'alert_cafcass.outcome as outcome',
      'alert_cafcass.outcome_on as outcomeOn',
      'alert_cafcass.recorded_at as recordedAt',
      'person.name as recordedBy',
      'alert_cafcass.revision as revision',
    ])
    .executeTakeFirst()

export type StoredCafcass = NonNullable<Awaited<ReturnType<typeof findCafcass>>>

export const putCafcass = (
  db: Db,
  alertId: string,
  row: {
    readonly considered: string
    readonly why: string
    readonly legalAdviceOn: string | null
    readonly referredOn: string | null
    readonly outcome: string
    readonly outcomeOn: string | null
    readonly now: string
    readonly by: string
  }
) => {
  const values = {
    considered: row.considered,
    why: row.why,
    legal_advice_on: row.legalAdviceOn,
    referred_on: row.referredOn,
    outcome: row.outcome,
    outcome_on: row.outcomeOn,
    recorded_at: row.now,
    recorded_by: row.by,
  }
  return db
    .insertInto('alert_cafcass')
    .values({ alert_id: alertId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('alert_id')
        .doUpdateSet((eb) => ({ ...values, revision: eb('alert_cafcass.revision', '+', 1) }))
    )
    .execute()
}

export const setChildTold = (
  db: Db,
  alertId: string,
  to: {
    readonly childTold: string
    readonly childToldWhy: string
    readonly advocateOffered: string
    readonly advocateWhy: string
  }
) =>
  db
    .updateTable('alert')
    .set((eb) => ({
      child_told: to.childTold,
      child_told_why: to.childToldWhy,
      advocate_offered: to.advocateOffered,
      advocate_why: to.advocateWhy,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', alertId)
    .execute()
