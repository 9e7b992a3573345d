/** The days on which the council is closed beside weekends and bank holidays, as they are stored: the list, by date. */
import { z } from 'zod'

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
