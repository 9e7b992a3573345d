/** What a record of who was told must hold, and when that can have been. */

export const means = ['phone', 'in_person', 'video'] as const
export type Means = (typeof means)[number]

export const meansLabels: Readonly<Record<Means, string>> = {
  phone: 'By phone',
  in_person: 'In person',
  video: 'By video call',
}

export const EMAIL_IS_NOT_RINGING =
  'An email or message alone is not ringing: ring them or go to see them, then record that'

/** Longest name or role. */
export const NAME_LIMIT = 100

/** Longest decision, note or reason. */
export const WORDS_LIMIT = 4_000

const DAY = 86_400_000

/**
 * Somebody may have been rung shortly before the audit was begun in the tool, but not long before.
 *
 * @param startedAt instant at which the audit was started
 * @returns what is wrong with the time, or undefined
 */
export const toldAtFault = (
  toldAt: string,
  times: { readonly now: string; readonly startedAt: string }
): string | undefined => {
  if (toldAt > times.now) return 'The time must be in the past: record it after you have rung'
  if (Date.parse(toldAt) < Date.parse(times.startedAt) - DAY) {
    return 'The time must be no earlier than the day before the audit was started'
  }
  return undefined
}
