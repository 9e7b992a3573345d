/** The alerts of My work in the words of lists: those to answer, and one's own, with the working days that are left. */
import { alertReference, alertTitle } from '../alerts/rules/alert-kind.ts'
import { alertStateLabels } from '../alerts/rules/alert-workflow.ts'
import { daysToAnswer } from '../alerts/rules/days-to-answer.ts'
import { type AlertToDo, listAlertsToDo } from '../alerts/to-do-store.ts'
import type { Db } from '../db/schema.ts'
import { readClosureDays } from '../settings/rules/closure-days.ts'
import { workingCalendar } from '../settings/rules/working-days.ts'
import { countAlerts } from './rules/alert-counts.ts'

/** Of each list; the page of alerts has them all. */
const ALERTS_SHOWN = 10

/** @param todayOn London date */
export const loadAlertsToDo = async (db: Db, personId: string, todayOn: string) => {
  const { alerts, closureDays } = await listAlertsToDo(db, personId, todayOn)
  const calendar = workingCalendar(readClosureDays(closureDays).map(({ date }) => date))
  const shown = (alert: AlertToDo) => ({
    ...alert,
    reference: alertReference(alert) ?? '',
    title: alertTitle(alert),
    isUrgent: alert.isImmediate && !alert.isAcknowledged,
    stateLabel: alert.kind === 'good_practice' ? 'Shared' : alertStateLabels[alert.state],
    daysLeft: daysToAnswer(alert, calendar, todayOn),
  })
  const listed = alerts.map(shown)
  const own = listed.filter(({ isRaised }) => isRaised)
  const toAnswer = listed.filter(({ isRaised }) => !isRaised)
  return {
    counts: countAlerts(listed),
    toAnswer: toAnswer.slice(0, ALERTS_SHOWN),
    own: own.slice(0, ALERTS_SHOWN),
    hasMore: own.length > ALERTS_SHOWN || toAnswer.length > ALERTS_SHOWN,
  }
}
