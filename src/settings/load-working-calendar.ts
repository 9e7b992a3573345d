/** The working days of this council: bank holidays, and the closure days that its administrators keep. */
import type { Db } from '../db/schema.ts'
import { CLOSURE_DAYS_KEY, readClosureDays } from './rules/closure-days.ts'
import { type WorkingCalendar, workingCalendar } from './rules/working-days.ts'
import { findSetting } from './store.ts'

/** One query. @param db inside a transaction, the transaction's */
export const loadWorkingCalendar = async (db: Db): Promise<WorkingCalendar> => {
  const row = await findSetting(db, CLOSURE_DAYS_KEY)
  return workingCalendar(readClosureDays(row?.value).map(({ date }) => date))
}
