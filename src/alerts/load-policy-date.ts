/** The date that policy gives for the next answer to an alert, by its kind and stage. */
import type { Db } from '../db/schema.ts'
import { readSetting } from '../settings/read-setting.ts'
import type { WorkingCalendar } from '../settings/rules/working-days.ts'
import { findLadder } from './list-store.ts'
import type { DatedAction } from './rules/step-actions.ts'
import type { Alert } from './store.ts'

/** Whoever is given more time is not given less: the days of another date begin at the present one, if it is ahead. */
export const countedFrom = (
  action: DatedAction,
  { expectedOn }: Pick<Alert, 'expectedOn'>,
  today: string
): string => (action === 'extend' && expectedOn !== null && expectedOn > today ? expectedOn : today)

/** @param today London date from which the days are counted */
export const loadPolicyDate = async (
  db: Db,
  alert: Pick<Alert, 'kind' | 'stage' | 'ladderId' | 'isImmediate'>,
  calendar: WorkingCalendar,
  today: string
): Promise<string> => {
  if (alert.isImmediate) return calendar.dueAfter(today, 1)
  const ladder = alert.ladderId === null ? undefined : await findLadder(db, alert.ladderId)
  const stage = ladder?.stages[alert.stage - 1]
  const days =
    stage?.days ??
    (await readSetting(db, alert.kind === 'informal' ? 'alert_informal_days' : 'alert_formal_days'))
  return calendar.dueAfter(today, days)
}
