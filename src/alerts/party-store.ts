/** The SQL of the people and cases that an alert names: addressees, whom the raiser rang, the children, categories. */
import { type Flag, toFlag } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'

export type Part = 'worker' | 'team_manager' | 'stage' | 'service_manager' | 'line' | 'other'

/** Those addressed now first, then by name. */
export const listAddressees = async (db: Db, alertId: string) => {
  const rows = await db
    .selectFrom('alert_addressee')
    .innerJoin('person', 'person.id', 'alert_addressee.person_id')
    .where('alert_addressee.alert_id', '=', alertId)
    .select([
      'person.id as personId',
      'person.name as name',
      'person.job_title as jobTitle',
      'person.is_active as isActive',
      'alert_addressee.part as part',
      'alert_addressee.stage as stage',
      'alert_addressee.is_current as isCurrent',
      'alert_addressee.added_at as addedAt',
      'alert_addressee.acknowledged_at as acknowledgedAt',
    ])
    .orderBy('alert_addressee.is_current', 'desc')
    .orderBy('alert_addressee.stage', 'desc')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    part: row.part as Part,
    isActive: row.isActive === 1,
    isCurrent: row.isCurrent === 1,
  }))
}

export type AddressedTo = Awaited<ReturnType<typeof listAddressees>>[number]

export interface NewAddressee {
  readonly personId: string
  readonly part: Part
  readonly stage: number
}

/** Somebody who was addressed before is addressed again, at the new stage. */
export const addAddressees = async (
  db: Db,
  alertId: string,
  people: readonly NewAddressee[],
  now: string
): Promise<void> => {
  if (people.length === 0) return
  await db
    .insertInto('alert_addressee')
    .values(
      people.map(({ personId, part, stage }) => ({
        alert_id: alertId,
        person_id: personId,
        part,
        stage,
        is_current: 1 as Flag,
        added_at: now,
        acknowledged_at: null,
      }))
    )
    .onConflict((conflict) =>
      conflict.columns(['alert_id', 'person_id']).doUpdateSet((eb) => ({
        part: eb.ref('excluded.part'),
        stage: eb.ref('excluded.stage'),
        is_current: 1 as Flag,
      }))
    )
    .execute()
}

/** Whoever answered at the stage before goes on reading, and no longer answers. */
export const endAddressees = (db: Db, alertId: string) =>
  db
    .updateTable('alert_addressee')
    .set({ is_current: toFlag(false) })
    .where('alert_id', '=', alertId)
    .execute()

/** @returns false when they had acknowledged it before */
export const markAcknowledged = async (
  db: Db,
  alertId: string,
  personId: string,
  now: string
): Promise<boolean> => {
  const result = await db
    .updateTable('alert_addressee')
    .set({ acknowledged_at: now })
    .where('alert_id', '=', alertId)
    .where('person_id', '=', personId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The children, the first one first. */
export const listAlertCases = (db: Db, alertId: string) =>
  db
    .selectFrom('alert_case')
    .innerJoin('case_file', 'case_file.id', 'alert_case.case_id')
    .where('alert_case.alert_id', '=', alertId)
    .select([
      'case_file.id as id',
      'case_file.reference as reference',
      'case_file.service_status as serviceStatus',
      'alert_case.team_id as teamId',
      'case_file.iro_id as iroId',
    ])
    .orderBy('alert_case.position')
    .execute()

export type AlertCase = Awaited<ReturnType<typeof listAlertCases>>[number]

export const listConcerns = (db: Db, alertId: string) =>
  db
    .selectFrom('alert_concern')
    .innerJoin('concern_category', 'concern_category.id', 'alert_concern.category_id')
    .where('alert_concern.alert_id', '=', alertId)
    .select(['concern_category.id as id', 'concern_category.label as label'])
    .orderBy('concern_category.position')
    .execute()

/** For whom this person stands in on this London date. */
export const listCovered = async (db: Db, coverId: string, today: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('person_cover')
    .where('cover_id', '=', coverId)
    .where('from_on', '<=', today)
    .where('to_on', '>=', today)
    .where('ended_at', 'is', null)
    .select('person_id as personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** Who stands in for any of these people on this London date. */
export const listCoverOf = async (
  db: Db,
  personIds: readonly string[],
  today: string
): Promise<{ personId: string; coverId: string }[]> =>
  personIds.length === 0
    ? []
    : db
        .selectFrom('person_cover')
        .where('person_id', 'in', personIds)
        .where('from_on', '<=', today)
        .where('to_on', '>=', today)
        .where('ended_at', 'is', null)
        .select(['person_id as personId', 'cover_id as coverId'])
        .execute()

export const insertRang = (
  db: Db,
  call: {
    readonly id: string
    readonly alertId: string
    readonly personId: string | null
    readonly name: string
    readonly role: string
    readonly rangAt: string
    readonly means: string
    readonly now: string
    readonly by: string
  }
) =>
  db
    .insertInto('alert_rang')
    .values({
      id: call.id,
      alert_id: call.alertId,
      person_id: call.personId,
      name: call.name,
      role: call.role,
      rang_at: call.rangAt,
      means: call.means,
      recorded_at: call.now,
      recorded_by: call.by,
    })
    .execute()

export const listRang = (db: Db, alertId: string) =>
  db
    .selectFrom('alert_rang')
    .leftJoin('person', 'person.id', 'alert_rang.recorded_by')
    .where('alert_rang.alert_id', '=', alertId)
    .select([
      'alert_rang.id as id',
      'alert_rang.name as name',
      'alert_rang.role as role',
      'alert_rang.rang_at as rangAt',
      'alert_rang.means as means',
      'alert_rang.recorded_at as recordedAt',
      'person.name as byName',
    ])
    .orderBy('alert_rang.rang_at')
    .orderBy('alert_rang.id')
    .execute()
