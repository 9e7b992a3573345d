/** Reads the practice alerts of a report: one query, and none where the report is of one theme or round. */
import { listAlertFacts } from '../analytics/alert-figure-store.ts'
import type { Db } from '../db/schema.ts'
import { type AlertTables, alertTables, noAlerts } from './rules/alert-counts.ts'

export const loadAlertTables = async (
  db: Db,
  asked: {
    /** London dates, both included; null is open. */
    readonly from: string | null
    readonly to: string | null
    readonly teamIds?: readonly string[] | undefined
    readonly status?: string | undefined
    readonly theme?: string | undefined
    readonly roundId?: string | undefined
  }
): Promise<AlertTables> =>
  asked.theme !== undefined || asked.roundId !== undefined
    ? noAlerts
    : alertTables(
        await listAlertFacts(db, {
          from: asked.from ?? undefined,
          to: asked.to ?? undefined,
          reach: undefined,
          teamIds: asked.teamIds,
          status: asked.status,
        })
      )
