/** When an immediate risk that nobody acknowledges goes up the line: for the page, which says so. The job has the last word. */
import type { Db } from '../db/schema.ts'
import { TOP_LEVEL } from '../safety/rules/addressees.ts'
import { readSetting } from '../settings/read-setting.ts'
import type { Alert } from './store.ts'

const MINUTE = 60_000

/** @returns an instant; undefined where it goes no further up, or was acknowledged or closed */
export const loadGoesUpAt = async (
  db: Db,
  alert: Pick<Alert, 'isImmediate' | 'acknowledgedAt' | 'closedAt' | 'lastToldAt' | 'level'>
): Promise<string | undefined> => {
  const { isImmediate, acknowledgedAt, closedAt, lastToldAt, level } = alert
  if (!isImmediate || acknowledgedAt !== null || closedAt !== null || lastToldAt === null) {
    return undefined
  }
  if (level >= TOP_LEVEL) return undefined
  const minutes = await readSetting(db, 'alert_acknowledge_minutes')
  return new Date(Date.parse(lastToldAt) + minutes * MINUTE).toISOString()
}
