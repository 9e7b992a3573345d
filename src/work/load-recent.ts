/** What a person opened last, as far back as anybody looks for it; what they may no longer open is not shown. */
import type { Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'
import { listOpenedLast } from './recent-store.ts'

const RECENT_SHOWN = 5
const RECENT_DAYS = 30

export const loadRecent = (db: Db, reader: Reader, now: string) => {
  const since = new Date(Date.parse(now) - RECENT_DAYS * 86_400_000).toISOString()
  return listOpenedLast(db, reader, since, RECENT_SHOWN)
}
