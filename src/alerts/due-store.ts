/** The SQL of what the clock asks: open alerts by the date on which an answer is expected. */
import type { Db } from '../db/schema.ts'

/** Open alerts whose date has come or passed, or comes on `until`, the soonest first. */
export const listDueUntil = (
  db: Db,
  until: string,
  limit: number,
  after: { on: string; id: string }
) =>
  db
    .selectFrom('alert')
    .where('state', '=', 'open')
    .where('expected_on', '<=', until)
    .where((eb) =>
      eb.or([
        eb('expected_on', '>', after.on),
        eb.and([eb('expected_on', '=', after.on), eb('id', '>', after.id)]),
      ])
    )
    .select(['id', 'expected_on as expectedOn'])
    .orderBy('expected_on')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Disputes that are not closed and whose total time was over before this London date. */
export const listOverTotal = (db: Db, since: string, today: string) =>
  db
    .selectFrom('alert')
    .where('state', 'in', ['open', 'responded'])
    .where('total_due_on', '>=', since)
    .where('total_due_on', '<', today)
    .select(['id', 'total_due_on as totalDueOn'])
    .orderBy('id')
    .execute()
