/** The SQL of the people and cases that an alert names: addressees, whom the raiser rang, the children, categories. */
import { sql } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import { type Flag, toFlag } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { coveredBy } from '../people/cover-store.ts'

export type Part = 'worker' | 'team_manager' | 'stage' | 'service_manager' | 'line' | 'other'

export interface AddressedTo {
  readonly personId: string
  readonly name: string
  readonly jobTitle: string
  readonly isActive: boolean
  readonly part: Part
  readonly stage: number
  readonly isCurrent: boolean
  readonly addedAt: string
  readonly acknowledgedAt: string | null
}

export interface AlertCase {
  readonly id: string
  readonly reference: string
  readonly serviceStatus: string
  /** Its team when the alert was raised. */
  readonly teamId: string | null
}

export interface Rang {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly rangAt: string
  readonly means: string
  readonly byName: string
}

export interface Parties {
  /** The children, the first one first. */
  readonly cases: readonly AlertCase[]
  /** Those addressed now first, the highest stage first, then by name. */
  readonly addressees: readonly AddressedTo[]
  readonly concerns: readonly { readonly id: string; readonly label: string }[]
  readonly rang: readonly Rang[]
  /** Who was told of which step, by name. */
  readonly told: ReadonlyMap<string, readonly string[]>
  /** For whom the reader stands in today. */
  readonly covers: readonly string[]
  /** Whether the reader may read the audit from which it was raised. */
  readonly readsAudit: boolean
}

interface PartyRow {
  what: 'case' | 'addressee' | 'concern' | 'rang' | 'told' | 'cover' | 'audit'
  place: number
  id: string
  name: string
  a: string | null
  b: string | null
  c: string | null
  d: string | null
  stage: number
  flag: number
}

/** Who reads for no person, as the clock does: whoever covers for whom is nothing to it. */
export const NOBODY = { id: '', today: '' } as const

const none = sql`cast(null as text)`

const readableAudit = (alertId: string, reader: Reader) => sql`union all
    select 'audit', 0, audit.id, '', ${none}, ${none}, ${none}, ${none}, 0, 0
      from audit where audit.id = (select alert.audit_id from alert where alert.id = ${alertId})
        and ${isReadableBy(reader)}`

/**
 * Everybody and everything that an alert names, in one query.
 *
 * @param reader the person for whom it is asked whom they cover on a London date, and whether they may read its audit
 */
export const listParties = async (
  db: Db,
  alertId: string,
  reader: { readonly id: string; readonly today: string; readonly audits?: Reader }
): Promise<Parties> => {
  const { rows } = await sql<PartyRow>`
    select 'case' as what, x.position as place, k.id as id, k.reference as name, k.service_status as a,
        x.team_id as b, ${none} as c, ${none} as d, 0 as stage, 0 as flag
      from alert_case x join case_file k on k.id = x.case_id where x.alert_id = ${alertId}
    union all
    select 'addressee', 0, p.id, p.name, p.job_title, x.part, x.added_at, x.acknowledged_at,
        x.stage, x.is_current + 2 * p.is_active
      from alert_addressee x join person p on p.id = x.person_id where x.alert_id = ${alertId}
    union all
    select 'concern', k.position, k.id, k.label, ${none}, ${none}, ${none}, ${none}, 0, 0
      from alert_concern x join concern_category k on k.id = x.category_id
      where x.alert_id = ${alertId}
    union all
    select 'rang', 0, x.id, x.name, x.role, x.rang_at, x.means, coalesce(p.name, ''), 0, 0
      from alert_rang x left join person p on p.id = x.recorded_by where x.alert_id = ${alertId}
    union all
    select 'told', 0, x.step_id, p.name, ${none}, ${none}, ${none}, ${none}, 0, 0
      from alert_told x join person p on p.id = x.person_id where x.alert_id = ${alertId}
    union all
    select 'cover', 0, x.person_id, '', ${none}, ${none}, ${none}, ${none}, 0, 0
      from ${coveredBy(reader.id, reader.today)} x
    ${reader.audits ? readableAudit(alertId, reader.audits) : sql``}`.execute(db)
  const of = (what: PartyRow['what']) => rows.filter((row) => row.what === what)
  const byPlace = (one: PartyRow, two: PartyRow) => one.place - two.place
  const byName = (one: PartyRow, two: PartyRow) => (one.name < two.name ? -1 : 1)
  const told = new Map<string, string[]>()
  for (const { id, name } of of('told').toSorted(byName)) {
    told.set(id, [...(told.get(id) ?? []), name])
  }
  return {
    cases: of('case')
      .toSorted(byPlace)
      .map(({ id, name, a, b }) => ({ id, reference: name, serviceStatus: a ?? '', teamId: b })),
    addressees: of('addressee')
      .map((row) => ({
        personId: row.id,
        name: row.name,
        jobTitle: row.a ?? '',
        part: (row.b ?? 'other') as Part,
        addedAt: row.c ?? '',
        acknowledgedAt: row.d,
        stage: row.stage,
        isCurrent: row.flag % 2 === 1,
        isActive: row.flag >= 2,
      }))
      .toSorted(
        (one, two) =>
          Number(two.isCurrent) - Number(one.isCurrent) ||
          two.stage - one.stage ||
          (one.name < two.name ? -1 : 1)
      ),
    concerns: of('concern')
      .toSorted(byPlace)
      .map(({ id, name }) => ({ id, label: name })),
    rang: of('rang')
      .map(({ id, name, a, b, c, d }) => ({
        id,
        name,
        role: a ?? '',
        rangAt: b ?? '',
        means: c ?? '',
        byName: d ?? '',
      }))
      .toSorted((one, two) => (one.rangAt < two.rangAt ? -1 : 1)),
    told,
    readsAudit: of('audit').length > 0,
    covers: of('cover').map(({ id }) => id),
  }
}

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

/** Whoever answered at the stage before goes on reading, and no longer answers. @param only these of them; undefined: all */
export const endAddressees = (db: Db, alertId: string, only?: readonly string[]) =>
  db
    .updateTable('alert_addressee')
    .set({ is_current: toFlag(false) })
    .where('alert_id', '=', alertId)
    .$if(only !== undefined, (query) => query.where('person_id', 'in', only ?? []))
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

/** Reopened, it is to be acknowledged anew. */
export const forgetAcknowledged = (db: Db, alertId: string) =>
  db
    .updateTable('alert_addressee')
    .set({ acknowledged_at: null })
    .where('alert_id', '=', alertId)
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
