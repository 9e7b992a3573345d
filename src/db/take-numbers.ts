/** Numbers that are given once and never again: of audits, of practice alerts, of frozen reports. */
import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** Keys of `council`: each holds the last number given. */
export type NumberKey = 'audit_number' | 'alert_number' | 'report_number'

/**
 * SQLite is given every number as one with a fraction, and so wrote `158.0` here before the count was cast. A database that
 * came from there to PostgreSQL holds that, which PostgreSQL does not take for a whole number.
 */
const counted = sql<number>`cast(cast(value as double precision) as integer)`

/**
 * Reserves `count` consecutive numbers, from 1. Writers on PostgreSQL queue for the row until the transaction ends, and a
 * transaction that fails gives its numbers back.
 *
 * @returns the first of them
 */
export const takeNumbers = async (db: Db, key: NumberKey, count = 1): Promise<number> => {
  await db
    .insertInto('council')
    .values({ key, value: '0' })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const row = await db
    .updateTable('council')
    .set({ value: sql<string>`cast(${counted} + cast(${count} as integer) as text)` })
    .where('key', '=', key)
    .returning('value')
    .executeTakeFirstOrThrow()
  return Number(row.value) - count + 1
}
