/** When the people of Aldermere sit down to their audits, and when what was agreed gets done. */
import type { Chance } from './chance.ts'
import { addDays, daysBetween, instantOn, workingDayUpTo } from './days.ts'

export interface Sittings {
  /** The first answers, the last ones, the conclusions, and the submission: instants in order. */
  readonly first: string
  readonly last: string
  readonly conclude: string
  readonly submit: string
}

/** Within a round's window, more often towards its end; an hour and a half of work, sometimes over two days. */
export const drawSittings = (
  window: { readonly windowFrom: string; readonly windowTo: string },
  chance: Chance
): Sittings => {
  const days = daysBetween(window.windowFrom, window.windowTo)
  const along = 1 - (1 - chance.next()) * chance.next()
  const lastDay = workingDayUpTo(addDays(window.windowFrom, 2 + Math.round((days - 2) * along)))
  const isTwoDays = chance.isTrue(0.3)
  const firstDay = isTwoDays ? workingDayUpTo(addDays(lastDay, -1)) : lastDay
  const begins = chance.between(9 * 60, 13 * 60) + chance.next()
  const ends = begins + chance.between(40, 95)
  return {
    first: instantOn(firstDay, begins),
    last: instantOn(lastDay, ends),
    conclude: instantOn(lastDay, ends + chance.between(8, 20)),
    submit: instantOn(lastDay, ends + chance.between(21, 30)),
  }
}

/** Two to four weeks after the audit. */
export const drawDueOn = (day: string, chance: Chance): string =>
  workingDayUpTo(addDays(day, chance.between(13, 30)))

/**
 * Mostly about when it was due. Of what fell due in the last weeks a good part is late; little is left of older things.
 * @returns undefined for what is not done by `today`
 */
export const drawDoneAt = (
  action: { readonly from: string; readonly dueOn: string },
  today: string,
  chance: Chance
): string | undefined => {
  const age = daysBetween(action.dueOn, today)
  if (chance.isTrue(age > 150 ? 0 : age > 60 ? 0.04 : 0.12)) return undefined
  const around = addDays(action.dueOn, Math.round(chance.normal() * 6 - 1))
  const day = workingDayUpTo(around)
  const soonest = addDays(action.from, 3)
  return instantOn(day < soonest ? soonest : day, chance.between(9 * 60, 17 * 60) + chance.next())
}
