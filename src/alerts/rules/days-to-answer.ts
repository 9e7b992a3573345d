/**
 * When an alert is overdue: it waits for an answer, and the day by which one was expected is over (contracts §10; decision
 * 0043). One that was answered is not: it waits for its raiser, whom nobody gave a date.
 */
import type { WorkingCalendar } from '../../settings/rules/working-days.ts'

/** @returns working days, negative when it is overdue; undefined where no answer is waited for. `today` is a London date */
export const daysToAnswer = (
  alert: { readonly state: string; readonly expectedOn: string | null },
  calendar: Pick<WorkingCalendar, 'daysLeft'>,
  today: string
): number | undefined =>
  alert.state === 'open' && alert.expectedOn !== null
    ? calendar.daysLeft(alert.expectedOn, today)
    : undefined
