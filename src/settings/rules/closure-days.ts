/** The days on which the council is closed beside weekends and bank holidays, as they are stored: the list, by date. */
import { z } from 'zod'
import { bankHolidayYears, knowsBankHolidays, workingCalendar } from './working-days.ts'

export interface ClosureDay {
  /** London date, `YYYY-MM-DD`. */
  readonly date: string
  /** In the council's words: "Closed between Christmas and the New Year". */
  readonly why: string
}

/** Where the list is in the table of settings; it has a page of its own and is none of setting-list.ts. */
export const CLOSURE_DAYS_KEY = 'closure_days'

const stored = z.array(z.object({ date: z.iso.date(), why: z.string() }))

/** @returns none where nothing is stored yet. @throws where what is stored is no such list, which only damage can cause */
export const readClosureDays = (value: string | undefined): readonly ClosureDay[] =>
  value === undefined ? [] : stored.parse(JSON.parse(value))

/** The list in the order of time, as it is stored. */
export const writeClosureDays = (days: readonly ClosureDay[]): string =>
  JSON.stringify(days.toSorted((a, b) => (a.date < b.date ? -1 : 1)))

/** What has been counted with is not taken back. */
export const PAST_STAYS =
  'This day has begun or is past, and expected dates and figures were counted with it. It stays in the list.'

/** Why a day cannot be added, said of the date as typed; undefined when it can. */
export const closureDayFault = (
  date: string,
  days: readonly ClosureDay[],
  today: string
): string | undefined => {
  if (date < today) {
    return 'The date must be today or later: expected dates and figures were counted without it'
  }
  if (!knowsBankHolidays(date)) return `The date must be in ${bankHolidayYears.last} or before`
  if (days.some((day) => day.date === date)) return 'This date is in the list already'
  const why = workingCalendar([]).whyNotWorking(date)
  return why === undefined ? undefined : `This date is ${why}, so it is no working day already`
}
