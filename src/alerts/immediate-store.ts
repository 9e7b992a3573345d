/** The SQL of immediate risks: the clock that takes them up the line while nobody acknowledges them. */
import type { Db } from '../db/schema.ts'

/** The first acknowledgement stops it. */
export const stopClock = (db: Db, alertId: string, personId: string, now: string) =>
  db
    .updateTable('alert')
    .set({ acknowledged_at: now, acknowledged_by: personId })
    .where('id', '=', alertId)
    .where('is_immediate', '=', 1)
    .where('acknowledged_at', 'is', null)
    .execute()

/** An immediate risk that was reopened waits to be acknowledged again. */
export const startClock = (db: Db, alertId: string, level: number, now: string) =>
  db
    .updateTable('alert')
    .set({ acknowledged_at: null, acknowledged_by: null, level, last_told_at: now })
    .where('id', '=', alertId)
    .where('is_immediate', '=', 1)
    .execute()

export const listUnacknowledged = (db: Db, toldBefore: string) =>
  db
    .selectFrom('alert')
    .where('is_immediate', '=', 1)
    .where('acknowledged_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('last_told_at', '<=', toldBefore)
    .select(['id', 'level', 'last_told_at as lastToldAt'])
    .orderBy('last_told_at')
    .execute()

export type UnacknowledgedAlert = Awaited<ReturnType<typeof listUnacknowledged>>[number]

/** @returns false when somebody acknowledged it or took it up since it was seen */
export const raiseLevel = async (
  db: Db,
  seen: UnacknowledgedAlert,
  to: { readonly level: number; readonly now: string }
): Promise<boolean> => {
  const result = await db
    .updateTable('alert')
    .set({ level: to.level, last_told_at: to.now })
    .where('id', '=', seen.id)
    .where('acknowledged_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('last_told_at', '=', seen.lastToldAt)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
