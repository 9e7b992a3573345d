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

const family =
  /\b(child|children|son|daughter|mum|mummy|mother|dad|daddy|father|parents?|step(mother|father|dad|mum)|brother|sister|sibling|grand(mother|father|parents?|ma|pa)|nan|nanny|aunt|auntie|uncle|cousin|baby|young person)\b/i

/** Words that follow "child" in the name of a post, where it is no child's: `children's services`. */
const posts =
  /\b(child(ren)?(['’]?s)?\s+(protection|services?|social|care|homes?|safeguarding|and|in)|parent(ing)?\s+(support|assessment|programme|worker|practitioner|partnership)|young person(['’]s)? (adviser|advisor|worker))\b/gi

/** Whether what was typed as a name or role may be one of the family: questioned, never blocked. */
export const looksLikeFamily = (text: string): boolean => family.test(text.replace(posts, ' '))
