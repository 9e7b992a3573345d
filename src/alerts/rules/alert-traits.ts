/**
 * Under which traits an alert stands in the register: one for each thing that it can be filtered or searched by. What a
 * reader may see is said in the same traits, so that the whole question is one of sets.
 */

/** A reference without case and superfluous space, as it is looked for. */
export const referenceKey = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Prefixes of references are traits of their own up to this length; longer ones are found among whole references. */
const LONGEST_PREFIX = 12
const SHORTEST_WORD = 2
const LONGEST_WORD = 30
/** Starts of words are traits of their own up to this length; longer ones are found among whole words, of which few begin so. */
const LONGEST_START = 6

export interface TraitFacts {
  readonly kind: string
  readonly state: string
  readonly stage: number
  readonly isImmediate: boolean
  readonly raisedBy: string
  readonly raisedOn: string
  readonly expectedOn: string | null
  readonly serviceStatus: string | null
  /** "2026-0042" */
  readonly printedNumber: string
  readonly references: readonly string[]
  readonly teamIds: readonly string[]
  readonly categoryIds: readonly string[]
  readonly addressees: readonly { readonly id: string; readonly isCurrent: boolean }[]
}

export const trait = {
  /** Every alert that was raised. */
  any: 'any',
  kind: (kind: string) => `kind:${kind}`,
  state: (state: string) => `state:${state}`,
  stage: (stage: number) => `stage:${stage}`,
  dispute: 'dispute',
  immediate: 'immediate',
  raisedBy: (id: string) => `raised:${id}`,
  /** Ever addressed to. */
  to: (id: string) => `to:${id}`,
  /** Addressed to now. */
  now: (id: string) => `now:${id}`,
  team: (id: string) => `team:${id}`,
  category: (id: string) => `category:${id}`,
  status: (status: string) => `status:${status}`,
  month: (date: string) => `month:${date.slice(0, 7)}`,
  day: (date: string) => `day:${date}`,
  /** When an answer is expected; of open alerts only. */
  due: (date: string) => `due:${date}`,
  prefix: (text: string) => `prefix:${text}`,
  /** A whole reference. */
  reference: (text: string) => `reference:${text}`,
  /** What a word begins with, or a short word itself. */
  start: (text: string) => `start:${text}`,
  /** A whole word that is longer than any start. */
  word: (text: string) => `word:${text}`,
} as const

export const openStates: readonly string[] = ['open', 'responded']

export const traitsOf = (facts: TraitFacts): string[] => {
  const keys = [...facts.references.map(referenceKey), facts.printedNumber]
  return [
    ...new Set([
      trait.any,
      trait.kind(facts.kind),
      trait.state(facts.state),
      trait.stage(facts.stage),
      ...(facts.kind === 'formal' && facts.stage > 0 ? [trait.dispute] : []),
      ...(facts.isImmediate ? [trait.immediate] : []),
      trait.raisedBy(facts.raisedBy),
      ...facts.addressees.flatMap(({ id, isCurrent }) =>
        isCurrent ? [trait.to(id), trait.now(id)] : [trait.to(id)]
      ),
      ...facts.teamIds.map(trait.team),
      ...facts.categoryIds.map(trait.category),
      ...(facts.serviceStatus === null ? [] : [trait.status(facts.serviceStatus)]),
      trait.month(facts.raisedOn),
      trait.day(facts.raisedOn),
      ...(facts.expectedOn !== null && openStates.includes(facts.state)
        ? [trait.due(facts.expectedOn)]
        : []),
      ...keys.map(trait.reference),
      ...keys.flatMap((key) =>
        [...key]
          .slice(0, LONGEST_PREFIX)
          .map((_, at, all) => trait.prefix(all.slice(0, at + 1).join('')))
      ),
    ]),
  ]
}

/** Words by which a text is found: letters and digits, without case and accents; each as its code points. */
const wordsOf = (text: string): string[][] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => [...word].slice(0, LONGEST_WORD))
    .filter((word) => word.length >= SHORTEST_WORD)

/** Under which traits a text is found by what its words begin with. */
export const wordTraits = (text: string): string[] => {
  const traits = new Set<string>()
  for (const word of wordsOf(text)) {
    let start = ''
    for (const [at, letter] of word.slice(0, LONGEST_START).entries()) {
      start += letter
      if (at + 1 >= SHORTEST_WORD) traits.add(trait.start(start))
    }
    if (word.length > LONGEST_START) traits.add(trait.word(word.join('')))
  }
  return [...traits]
}

/** What is asked of sets. */
export type Ask =
  | { readonly trait: string }
  /** Every trait from the first on and before the second. */
  | { readonly from: string; readonly to: string }
  | { readonly number: number }
  | { readonly any: readonly Ask[] }
  | { readonly all: readonly Ask[] }

export const startingWith = (start: string): Ask => ({ from: start, to: `${start}\u{10FFFF}` })

const wordAsk = (word: readonly string[]): Ask =>
  word.length <= LONGEST_START
    ? { trait: trait.start(word.join('')) }
    : startingWith(trait.word(word.join('')))

/** What was typed: the start of a reference or printed number, a number, or words that all stand in it by their starts. */
export const searchFor = (typed: string): Ask | undefined => {
  const key = referenceKey(typed).replace(/^alert (?=\d)/, '')
  if (key === '') return undefined
  const number = /^\d{1,9}$/.test(key) ? Number(key) : undefined
  const words = wordsOf(key)
  return {
    any: [
      [...key].length <= LONGEST_PREFIX
        ? { trait: trait.prefix(key) }
        : startingWith(trait.reference(key)),
      ...(number === undefined ? [] : [{ number }]),
      ...(words.length === 0 ? [] : [{ all: words.map(wordAsk) }]),
    ],
  }
}

const nextMonth = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`
}

/** Raised between two London dates, both included: whole months by month, what is left at the ends by day. */
export const raisedBetween = (from: string | undefined, to: string | undefined): Ask => {
  const first = from ?? '0000-01-01'
  const last = to ?? '9999-12-31'
  if (first > last) return { any: [] }
  const days = (one: string, two: string): Ask => ({
    from: trait.day(one),
    to: `${trait.day(two)}~`,
  })
  const wholeFrom = first.endsWith('-01') ? first.slice(0, 7) : nextMonth(first.slice(0, 7))
  const untilMonth = last.slice(0, 7)
  if (wholeFrom >= untilMonth) return days(first, last)
  return {
    any: [
      ...(first.endsWith('-01')
        ? []
        : [{ from: trait.day(first), to: trait.day(`${wholeFrom}-01`) }]),
      { from: `month:${wholeFrom}`, to: `month:${untilMonth}` },
      days(`${untilMonth}-01`, last),
    ],
  }
}

/** Waits for an answer that was expected before a London date, as days-to-answer.ts has it. */
export const overdueOn = (today: string): Ask => ({
  all: [{ from: 'due:', to: trait.due(today) }, { trait: trait.state('open') }],
})

/** Every part that has to be looked up. */
export const partsOf = (ask: Ask): Ask[] => {
  if ('any' in ask) return ask.any.flatMap(partsOf)
  return 'all' in ask ? ask.all.flatMap(partsOf) : [ask]
}
