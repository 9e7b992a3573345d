/** The audit programme of Aldermere: four years of rounds up to the one that is open today, and what each looked at. */
import { addDays, lastFridayOf, lastWeekday, monthAndYear, monthBefore } from './days.ts'

export interface DemoRound {
  readonly name: string
  readonly kind: 'learning' | 'thematic' | 'dip'
  readonly selection: 'random' | 'targeted'
  readonly windowFrom: string
  /** The end of the window, by which the round is dated and named. */
  readonly windowTo: string
  readonly dueOn: string
  /** `import`: of the year before the council had this service, kept as a spreadsheet. */
  readonly origin: 'import' | 'product'
  readonly isOpen: boolean
  /** Theme keys; the common questions come by themselves. */
  readonly themes: readonly string[]
  /** How many audits, by the service status that is drawn. */
  readonly draws: Readonly<Partial<Record<'cin' | 'cp' | 'care', number>>>
}

const learningThemes = ['cp_plan', 'cin_plan', 'care_plan', 'voice', 'supervision'] as const

const LEARNING_ROUNDS = 24
const IMPORTED_ROUNDS = 6

/** Every second month, numbers a little uneven as they are: leave, sickness, an inspection in between. */
const sizes = [
  { cp: 19, cin: 14, care: 12 },
  { cp: 21, cin: 16, care: 13 },
  { cp: 18, cin: 15, care: 14 },
  { cp: 22, cin: 13, care: 11 },
  { cp: 17, cin: 15, care: 12 },
  { cp: 20, cin: 17, care: 14 },
  { cp: 18, cin: 12, care: 13 },
] as const

const learning = (ago: number, today: string): DemoRound => {
  const windowTo = lastFridayOf(monthBefore(today, 2 * ago))
  return {
    name: `${monthAndYear(windowTo)} learning audit`,
    kind: 'learning',
    selection: 'random',
    windowFrom: addDays(windowTo, -25),
    windowTo,
    dueOn: windowTo,
    origin: ago > LEARNING_ROUNDS - IMPORTED_ROUNDS ? 'import' : 'product',
    isOpen: false,
    themes: learningThemes,
    draws: sizes[ago % sizes.length] ?? sizes[0],
  }
}

const between = (
  ago: number,
  today: string,
  what: Pick<DemoRound, 'kind' | 'themes' | 'draws'> & { words: string }
): DemoRound => {
  const { words, ...rest } = what
  // Long enough ago to be closed, on the first days of a month too.
  const ended = lastWeekday(addDays(today, -9), 5)
  const lastFriday = lastFridayOf(monthBefore(today, ago))
  const windowTo = lastFriday < ended ? lastFriday : ended
  return {
    ...rest,
    name: `${monthAndYear(windowTo)} ${words}`,
    selection: 'targeted',
    windowFrom: addDays(windowTo, -18),
    windowTo,
    dueOn: windowTo,
    origin: 'product',
    isOpen: false,
  }
}

/** The round of this month, due at the end of the working week that ends about a week from today. */
const open = (today: string): DemoRound => {
  const windowTo = lastFridayOf(today)
  return {
    name: `${monthAndYear(windowTo)} learning audit`,
    kind: 'learning',
    selection: 'random',
    windowFrom: lastWeekday(addDays(today, -20), 1),
    windowTo,
    dueOn: lastWeekday(addDays(today, 11), 5),
    origin: 'product',
    isOpen: true,
    themes: learningThemes,
    draws: { cp: 22, cin: 16, care: 14 },
  }
}

/** @returns the rounds by the end of their window; the last is open */
export const makeProgramme = (today: string): DemoRound[] => {
  const closed = [
    ...Array.from({ length: LEARNING_ROUNDS }, (_, i) => learning(LEARNING_ROUNDS - i, today)),
    between(15, today, {
      kind: 'thematic',
      words: 'thematic audit: permanence',
      themes: ['care_plan', 'voice'],
      draws: { care: 26 },
    }),
    between(1, today, {
      kind: 'dip',
      words: 'dip sample: supervision on child protection plans',
      themes: ['supervision'],
      draws: { cp: 20 },
    }),
  ]
  return [...closed.toSorted((a, b) => (a.windowTo < b.windowTo ? -1 : 1)), open(today)]
}
