/**
 * How dates, times, counts and the field's keys are said to people. Pure: the same words whatever the machine's own
 * zone or language. Dates are `YYYY-MM-DD` as London has them; instants are ISO-8601 in UTC.
 */

/** Where the council is. */
const zone = 'Europe/London'

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const dayInMs = 86_400_000

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

type Day = { year: number; month: string; day: number; weekday: string; at: number }

/** @throws Error for anything that is not a real date, so that a fault shows in a test and never as "NaN undefined". */
const readDate = (date: string): Day => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  const found = new Date(at)
  if (Number.isNaN(at) || found.toISOString().slice(0, 10) !== date) {
    throw new Error(`"${date}" is not a date of the form YYYY-MM-DD`)
  }
  return {
    year: found.getUTCFullYear(),
    month: months[found.getUTCMonth()] ?? '',
    day: found.getUTCDate(),
    weekday: weekdays[found.getUTCDay()] ?? '',
    at,
  }
}

/** `2026-01-30` → `Friday 30 January 2026`. */
export const formatDate = (date: string): string => {
  const { weekday, day, month, year } = readDate(date)
  return `${weekday} ${day} ${month} ${year}`
}

/** `2026-01-30` → `30 Jan 2026`: for tables. */
export const formatShortDate = (date: string): string => {
  const { day, month, year } = readDate(date)
  return `${day} ${month.slice(0, 3)} ${year}`
}

/** `2026-01-30` → `Jan 2026`, where months stand side by side. */
export const formatShortMonth = (date: string): string => {
  const { month, year } = readDate(date)
  return `${month.slice(0, 3)} ${year}`
}

/** `2026-01-30` → `January 2026`. */
export const formatMonth = (date: string): string => {
  const { month, year } = readDate(date)
  return `${month} ${year}`
}

const inLondon = (instant: string): { date: string; time: string } => {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) throw new Error(`"${instant}" is not an instant in ISO-8601`)
  const part: Record<string, string> = {}
  for (const { type, value } of londonParts.formatToParts(at)) part[type] = value
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
  }
}

/** The London date of an instant: `2026-07-01T23:30:00.000Z` → `2026-07-02`. */
export const dateOf = (instant: string): string => inLondon(instant).date

/** The London time of an instant, 24 hours: `16:42`. */
export const formatTime = (instant: string): string => inLondon(instant).time

/** `Friday 30 January 2026 at 16:42`, in London. */
export const formatInstant = (instant: string): string => {
  const { date, time } = inLondon(instant)
  return `${formatDate(date)} at ${time}`
}

/**
 * A due date seen from today, both London dates. `late` is true from the day after it was due.
 * @returns `{ text: '2 days late', late: true }`, `Due today`, `Due tomorrow`, `Due in 8 days`
 */
export const dueInWords = (dueOn: string, todayOn: string): { text: string; late: boolean } => {
  const days = Math.round((readDate(dueOn).at - readDate(todayOn).at) / dayInMs)
  if (days < 0) return { text: `${plural(-days, 'day')} late`, late: true }
  if (days === 0) return { text: 'Due today', late: false }
  if (days === 1) return { text: 'Due tomorrow', late: false }
  return { text: `Due in ${days} days`, late: false }
}

/** `1 audit`, `2 audits`, `1,200 audits`; a third word for plurals that do not end in s (`child`, `children`). */
export const plural = (n: number, one: string, many: string = `${one}s`): string =>
  `${formatCount(n)} ${n === 1 ? one : many}`

/** Whole numbers with the comma people expect: `1,200`. */
export const formatCount = (n: number): string => {
  const [whole = '', ...rest] = String(n).split('.')
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','), ...rest].join('.')
}

/**
 * A share in whole percent, halves up: `percentOf(135, 201)` → `67%`. Of nothing there is no share: an empty string,
 * so that no page can say "0%" where nobody looked.
 */
export const percentOf = (count: number, total: number): string =>
  total > 0 ? `${Math.floor((200 * count + total) / (2 * total))}%` : ''

const grades: Record<string, { label: string; letter: string }> = {
  outstanding: { label: 'Outstanding', letter: 'O' },
  good: { label: 'Good', letter: 'G' },
  requires_improvement: { label: 'Requires improvement', letter: 'RI' },
  inadequate: { label: 'Inadequate', letter: 'I' },
}

const answers: Record<string, string> = {
  not_applicable: 'Not applicable',
  not_enough_evidence: 'Not enough evidence',
  none: 'Not graded',
}

const statuses: Record<string, string> = {
  early_help: 'Early help',
  assessment: 'Assessment',
  cin: 'Child in need',
  cp: 'Child protection',
  care: 'Child in care',
  care_leaver: 'Care leaver',
  closed: 'Closed',
}

const kinds: Record<string, string> = {
  learning: 'Learning audit',
  thematic: 'Thematic audit',
  dip: 'Dip sample',
  multi_agency: 'Multi-agency audit',
  re_audit: 'Re-audit',
  observation: 'Observation of practice',
  self_assessment: 'Self-assessment',
}

/** A key that nobody gave a label is still words: `needs_plan` → `Needs plan`. */
const spelledOut = (key: string): string => {
  const words = key.replace(/[_-]+/g, ' ').trim()
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

const labelIn = (labels: Record<string, string>, key: string): string =>
  Object.hasOwn(labels, key) ? (labels[key] ?? '') : spelledOut(key)

/**
 * `requires_improvement` → `Requires improvement`; also the answers that are no grade. A value of a rubric's own scale
 * says what it is called itself.
 */
export const gradeLabel = (grade: string | { readonly label: string }): string => {
  if (typeof grade !== 'string') return grade.label
  return Object.hasOwn(grades, grade) ? (grades[grade]?.label ?? '') : labelIn(answers, grade)
}

/** `O`, `G`, `RI` or `I`; an empty string for what is not one of the four grades. */
export const gradeLetter = (grade: string): string =>
  Object.hasOwn(grades, grade) ? (grades[grade]?.letter ?? '') : ''

/** The looks of the four grades are those of four colours; the others have a look of their own (_grades.scss). */
const looks: Record<string, string> = {
  dark_green: 'outstanding',
  green: 'good',
  amber: 'requires_improvement',
  red: 'inadequate',
}

/** The end of the class for a scale's colour: `green` → `good` as in `pl-grade--good`, `blue` → `blue`. */
export const scaleLook = (colour: string): string => looks[colour] ?? colour

/** Service status: `cp` → `Child protection`. */
export const statusLabel = (status: string): string => labelIn(statuses, status)

/** Kind of round: `re_audit` → `Re-audit`. */
export const kindLabel = (kind: string): string => labelIn(kinds, kind)
