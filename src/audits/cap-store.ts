/** The SQL of setting aside that an audit is capped because the child is not safe. The one that stands comes with the work. */
import type { Db } from '../db/schema.ts'

export const insertCapOverride = (
  db: Db,
  made: { id: string; auditId: string; reason: string; now: string; by: string | null }
) =>
  db
    .insertInto('safety_cap_override')
    .values({
      id: made.id,
      audit_id: made.auditId,
      reason: made.reason,
      set_at: made.now,
      set_by: made.by,
      lifted_at: null,
      lifted_by: null,
    })
    .execute()

export const liftCapOverride = (db: Db, id: string, lifted: { now: string; by: string | null }) =>
  db
    .updateTable('safety_cap_override')
    .set({ lifted_at: lifted.now, lifted_by: lifted.by })
    .where('id', '=', id)
    .execute()

/** Those that no longer stand, the last first. */
export const listLiftedCapOverrides = (db: Db, auditId: string) =>
  db
    .selectFrom('safety_cap_override')
    .leftJoin('person as setter', 'setter.id', 'safety_cap_override.set_by')
    .leftJoin('person as lifter', 'lifter.id', 'safety_cap_override.lifted_by')
    .where('audit_id', '=', auditId)
    .where('lifted_at', 'is not', null)
    .select([
      'reason',
      'set_at as at',
      'setter.name as byName',
      'lifted_at as liftedAt',
      'lifter.name as liftedByName',
    ])
    .orderBy('lifted_at', 'desc')
    .orderBy('safety_cap_override.id', 'desc')
    .execute()
