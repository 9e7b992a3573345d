/** A date typed in three boxes: read leniently (month names, no leading zeros), refused with what would be right. */

export interface DateBoxes {
  readonly day: string
  readonly month: string
  readonly year: string
}

export type TypedDate =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly fault: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const readMonth = (typed: string): number => {
  if (/^\d{1,2}$/.test(typed)) return Number(typed)
  const word = typed.toLowerCase()
  return Math.max(MONTHS.indexOf(word), NAMES.indexOf(word)) + 1
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/**
 * @param label what the date is, as a sentence begins with it: `The due date`
 * @returns the date as YYYY-MM-DD, 2000 to 2099
 */
export const typedDate = (typed: DateBoxes, label: string): TypedDate => {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  const missing = [
    ...(day === '' ? ['a day'] : []),
    ...(month === '' ? ['a month'] : []),
    ...(year === '' ? ['a year'] : []),
  ]
  const example = 'for example 30 1 2026'
  if (missing.length === 3) return { ok: false, fault: `Enter ${lowerFirst(label)}, ${example}` }
  if (missing.length > 0) return { ok: false, fault: `${label} must include ${either(missing)}` }
  if (!/^\d{4}$/.test(year)) {
    return { ok: false, fault: `The year of ${lowerFirst(label)} must have four digits` }
  }
  const date = `${year}-${String(readMonth(month)).padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${date}T00:00:00Z`)
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date
  if (!isReal) return { ok: false, fault: `${label} must be a real date, ${example}` }
  if (year < '2000' || year > '2099') {
    return { ok: false, fault: `${label} must be between 2000 and 2099` }
  }
  return { ok: true, date }
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
