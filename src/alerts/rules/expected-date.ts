/** When an answer is expected: a working day that has not passed. Contracts §10. */
import { longDate } from '../../people/rules/date-words.ts'
import { type DateBoxes, typedDate } from '../../people/rules/typed-date.ts'
import type { WorkingCalendar } from '../../settings/rules/working-days.ts'

/** Later than this is a slip of the pen. */
const MOST_DAYS = 366

const DAY = 86_400_000

/**
 * @param boxes all empty for what policy gives
 * @param policyOn what policy gives
 */
export const readExpected = (
  boxes: DateBoxes,
  policyOn: string,
  today: string,
  calendar: Pick<WorkingCalendar, 'whyNotWorking' | 'nextWorkingDay'>
):
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly fault: string } => {
  if (`${boxes.day}${boxes.month}${boxes.year}`.trim() === '') return { ok: true, date: policyOn }
  const typed = typedDate(boxes, 'The date by which you expect an answer')
  if (!typed.ok) return typed
  const { date } = typed
  if (date < today) {
    return {
      ok: false,
      fault: `${longDate(date)} has passed. Enter a working day from today on, for example ${longDate(policyOn)}`,
    }
  }
  if (Date.parse(date) - Date.parse(today) > MOST_DAYS * DAY) {
    return { ok: false, fault: 'Enter a working day within the next twelve months' }
  }
  const why = calendar.whyNotWorking(date)
  if (why !== undefined) {
    return {
      ok: false,
      fault: `${longDate(date)} is ${why}. The next working day is ${longDate(calendar.nextWorkingDay(date))}`,
    }
  }
  return { ok: true, date }
}
