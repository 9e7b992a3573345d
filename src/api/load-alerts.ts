/** Reads a page of alerts: three queries, however many there are. */
import { alertReference } from '../alerts/rules/alert-kind.ts'
import type { Db } from '../db/schema.ts'
import { ageBandOf } from '../grading/rules/age-band.ts'
import { londonDate } from '../people/rules/london-date.ts'
import {
  type AlertFilters,
  listAlertCategories,
  listAlertReferences,
  listRaisedAlerts,
} from './alert-store.ts'
import { type AlertRow, alertRow } from './rules/alert-rows.ts'
import type { Asked, PageOf } from './rules/page.ts'

/** @param now by which an alert is overdue */
export const loadAlerts = async (
  db: Db,
  filters: AlertFilters,
  { after, limit, withText }: Asked & { readonly withText: boolean },
  now: string
): Promise<PageOf<AlertRow>> => {
  const todayOn = londonDate(now)
  const found = await listRaisedAlerts(db, filters, { after, limit })
  const page = found.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const byAlert = <Row extends { readonly alertId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ alertId }) => alertId)
  const references = byAlert(ids.length === 0 ? [] : await listAlertReferences(db, ids))
  const categories = byAlert(ids.length === 0 ? [] : await listAlertCategories(db, ids))
  const rows = page.map((alert) => {
    const { age, isImmediate, respondedAt, concern, impact, asked, ...rest } = alert
    return alertRow.parse({
      ...rest,
      reference: alertReference(alert) ?? '',
      isImmediate: isImmediate === 1,
      isOverdue: alert.state === 'open' && alert.expectedOn !== null && alert.expectedOn < todayOn,
      ageBand: age === null ? null : ageBandOf(age),
      caseReferences: (references.get(alert.id) ?? []).map(({ reference }) => reference),
      categories: (categories.get(alert.id) ?? []).map(({ label }) => label),
      respondedOn: respondedAt === null ? null : londonDate(respondedAt),
      ...(withText ? { concern, impact, asked } : {}),
    })
  })
  const last = page.at(-1)
  return { rows, next: found.length > limit && last ? [String(last.number)] : undefined }
}
