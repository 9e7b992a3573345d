/** The council's list of closure days as it is now, with the revision that a change of it has to know. */
import type { Db } from '../db/schema.ts'
import { CLOSURE_DAYS_KEY, type ClosureDay, readClosureDays } from './rules/closure-days.ts'
import { findSetting } from './store.ts'

/** By date. @param db inside a transaction, the transaction's */
export const loadClosureDays = async (
  db: Db
): Promise<{ readonly days: readonly ClosureDay[]; readonly revision: number }> => {
  const row = await findSetting(db, CLOSURE_DAYS_KEY)
  return { days: readClosureDays(row?.value), revision: row?.revision ?? 0 }
}
