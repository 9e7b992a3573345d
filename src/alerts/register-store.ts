/** The SQL of lists of alerts: what one person may see of the register. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { AlertKind } from './rules/alert-kind.ts'
import type { AlertState } from './rules/alert-workflow.ts'
import { draftOf } from './store.ts'

/** Drafts of one person, the newest first. */
export const listDrafts = async (db: Db, personId: string) => {
  const rows = await db
    .selectFrom('alert')
    .where('raised_by', '=', personId)
    .where('state', '=', 'draft')
    .select(['id', 'saved_at as savedAt', 'draft'])
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ draft, ...row }) => ({ ...row, references: draftOf(draft).references }))
}

/** Open alerts that one person raised, the soonest due first. */
export const listOwnOpen = async (db: Db, personId: string, limit: number) => {
  const rows = await db
    .selectFrom('alert')
    .where('raised_by', '=', personId)
    .where('state', 'in', ['open', 'responded'])
    .select(listed)
    .orderBy(sql`coalesce(expected_on, '9999')`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(asListed)
}

/** Open alerts addressed to one person now, the soonest due first. */
export const listToAnswer = async (db: Db, personId: string, limit: number) => {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('alert_addressee', 'alert_addressee.alert_id', 'alert.id')
    .where('alert_addressee.person_id', '=', personId)
    .where('alert_addressee.is_current', '=', 1)
    .where('alert.state', 'in', ['open', 'responded'])
    .select(listed)
    .orderBy(sql`coalesce(alert.expected_on, '9999')`)
    .orderBy('alert.id')
    .limit(limit)
    .execute()
  return rows.map(asListed)
}

const listed = [
  'alert.id as id',
  'alert.number as number',
  'alert.kind as kind',
  'alert.state as state',
  'alert.stage as stage',
  'alert.is_immediate as isImmediate',
  'alert.case_reference as caseReference',
  'alert.raised_on as raisedOn',
  'alert.expected_on as expectedOn',
] as const

const asListed = <R extends { kind: string; state: string; isImmediate: number }>({
  kind,
  state,
  isImmediate,
  ...row
}: R) => ({
  ...row,
  kind: kind as AlertKind,
  state: state as AlertState,
  isImmediate: isImmediate === 1,
})

export type ListedAlert = Awaited<ReturnType<typeof listOwnOpen>>[number]
