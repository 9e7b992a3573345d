/** Midway checks: progress looked at between reviews. What is typed is judged here. Source: domain §1.1 (seed S4). */
import { longDate } from '../../people/rules/date-words.ts'
import { type DateBoxes, typedDate } from '../../people/rules/typed-date.ts'
import { TEXT_LIMIT } from './draft.ts'

export const progressLabels = {
  on_track: 'On track',
  some_drift: 'Some drift',
  drift: 'Drift',
} as const
export type Progress = keyof typeof progressLabels

export type TypedCheck = {
  readonly checked: DateBoxes
  readonly progress: string
  readonly words: string
}

export type ReadCheck =
  | {
      readonly ok: true
      readonly check: { readonly on: string; readonly progress: Progress; readonly words: string }
    }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

const isProgress = (typed: string): typed is Progress => Object.hasOwn(progressLabels, typed)

export const readCheck = (typed: TypedCheck, today: string): ReadCheck => {
  const faults: Record<string, string> = {}
  const date = typedDate(typed.checked, 'The date of the check')
  if (!date.ok) faults['checked-day'] = date.fault
  else if (date.date > today) {
    faults['checked-day'] =
      `${longDate(date.date)} has not come yet. Record the check once you have made it`
  }
  const { progress } = typed
  if (!isProgress(progress)) faults.progress = 'Choose how the plan is going'
  const words = typed.words.trim()
  if (words === '') faults.words = 'Write what you looked at and what you found'
  if (words.length > TEXT_LIMIT) {
    faults.words = `Use ${TEXT_LIMIT.toLocaleString('en-GB')} characters or fewer; you used ${words.length.toLocaleString('en-GB')}`
  }
  return date.ok && isProgress(progress) && Object.keys(faults).length === 0
    ? { ok: true, check: { on: date.date, progress, words } }
    : { ok: false, faults }
}

/** London dates between which a review asks for a check, and since when a check still counts for it. */
export const midwayWindow = (today: string, weeks: number) => {
  const shift = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  return { from: today, until: shift(weeks * 7), since: shift(-weeks * 7) }
}
