/**
 * How what figures count of alerts stands in a column of text, many alerts in one: numbers of two bytes in base64 on the first
 * line, and on the others the names that some of them stand for. Text, so that a backup of either database is read by the other.
 */

/** Alerts of consecutive numbers that stand together: to keep one reads and writes them all. */
export const FACTS_A_BLOCK = 512

/** Of one alert. Flags are 1 or 0. */
export type KeptFact = {
  number: number
  kind: string
  state: string
  teamId: string | null
  status: string | null
  raisedBy: string
  /** One space between. */
  categoryIds: string | null
  age: number | null
  isImmediate: number
  /** Whether it ever reached a stage, was taken further, was reopened; how often is not kept. */
  highestStage: number
  timesEscalated: number
  timesReopened: number
  /** London dates. */
  raisedOn: string
  closedOn: string | null
  firstExpectedOn: string | null
  expectedOn: string | null
  totalDueOn: string | null
}

/** With what whoever asks says of it: raised in the period, open now, closed in the period; 1 or 0. */
export type VisitedFact = KeptFact & { isRaised: number; isOpen: number; isClosed: number }

const NUMBERS = 14
const DAY_MS = 86_400_000
const BEFORE_FIRST = Date.UTC(1999, 11, 31)
const MOST = 65_535

/** Days since the end of 1999; 0 is no date. */
const dayOf = (date: string | null): number => {
  if (date === null) return 0
  const day = Math.round((Date.parse(`${date}T00:00:00Z`) - BEFORE_FIRST) / DAY_MS)
  return Math.min(Math.max(day, 1), MOST)
}

/** One text for each name, as literals of the program are: comparing two texts that are one is comparing two addresses. */
const oneName = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name

/** The dates of a few years come again and again. */
const known: string[] = []

const dateOf = (day: number): string => {
  const met = known[day]
  if (met !== undefined) return met
  const date = oneName(new Date(BEFORE_FIRST + day * DAY_MS).toISOString().slice(0, 10))
  known[day] = date
  return date
}

const orNoDate = (day: number): string | null => (day === 0 ? null : dateOf(day))

/** @param facts of one block, by number */
export const packFacts = (facts: readonly KeptFact[]): string => {
  const names = ['']
  const places = new Map([['', 0]])
  const placeOf = (name: string | null): number => {
    const place = places.get(name ?? '') ?? names.length
    if (place === names.length) {
      names.push(name ?? '')
      places.set(name ?? '', place)
    }
    return place
  }
  const bytes = Buffer.alloc(facts.length * NUMBERS * 2)
  for (const [at, fact] of facts.entries()) {
    const flags = [fact.isImmediate, fact.highestStage, fact.timesEscalated, fact.timesReopened]
    const numbers = [
      fact.number % FACTS_A_BLOCK,
      placeOf(fact.kind),
      placeOf(fact.state),
      placeOf(fact.teamId),
      placeOf(fact.status),
      placeOf(fact.raisedBy),
      placeOf(fact.categoryIds),
      fact.age === null ? 0 : fact.age + 1,
      flags.reduce((sum, flag, bit) => sum + (flag > 0 ? 2 ** bit : 0), 0),
      dayOf(fact.raisedOn),
      dayOf(fact.closedOn),
      dayOf(fact.firstExpectedOn),
      dayOf(fact.expectedOn),
      dayOf(fact.totalDueOn),
    ]
    for (const [place, value] of numbers.entries()) {
      bytes.writeUInt16LE(value, (at * NUMBERS + place) * 2)
    }
  }
  return [bytes.toString('base64'), ...names].join('\n')
}

const blankFact = (): VisitedFact => ({
  ...{ number: 0, kind: '', state: '', teamId: null, status: null, raisedBy: '' },
  ...{ categoryIds: null, age: null, isImmediate: 0, highestStage: 0, timesEscalated: 0 },
  ...{ timesReopened: 0, raisedOn: '', closedOn: null, firstExpectedOn: null },
  ...{ expectedOn: null, totalDueOn: null, isRaised: 0, isOpen: 0, isClosed: 0 },
})

/** Numbers of two bytes; the first of an alert is its place in the block. */
const readNumbers = (packed: string): Uint16Array => {
  const bytes = Buffer.from(packed, 'base64')
  const numbers = new Uint16Array(bytes.length >>> 1)
  for (let at = 0; at < numbers.length; at += 1) {
    numbers[at] = (bytes[2 * at] ?? 0) | ((bytes[2 * at + 1] ?? 0) << 8)
  }
  return numbers
}

/**
 * Reads a block as {@link packFacts} wrote it.
 * @param visit gets one and the same object each time: making a hundred thousand takes longer than reading them
 */
export const visitFacts = (
  block: number,
  text: string,
  visit: (fact: VisitedFact) => void
): void => {
  const [packed = '', ...typed] = text.split('\n')
  const names = typed.map(oneName)
  const namesOrNull = names.map((name) => (name === '' ? null : name))
  const numbers = readNumbers(packed)
  const fact = blankFact()
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    fact.number = block * FACTS_A_BLOCK + (numbers[at] ?? 0)
    fact.kind = names[numbers[at + 1] ?? 0] ?? ''
    fact.state = names[numbers[at + 2] ?? 0] ?? ''
    fact.teamId = namesOrNull[numbers[at + 3] ?? 0] ?? null
    fact.status = namesOrNull[numbers[at + 4] ?? 0] ?? null
    fact.raisedBy = names[numbers[at + 5] ?? 0] ?? ''
    fact.categoryIds = namesOrNull[numbers[at + 6] ?? 0] ?? null
    const age = numbers[at + 7] ?? 0
    fact.age = age === 0 ? null : age - 1
    const flags = numbers[at + 8] ?? 0
    fact.isImmediate = flags & 1
    fact.highestStage = (flags >> 1) & 1
    fact.timesEscalated = (flags >> 2) & 1
    fact.timesReopened = (flags >> 3) & 1
    fact.raisedOn = dateOf(numbers[at + 9] ?? 0)
    fact.closedOn = orNoDate(numbers[at + 10] ?? 0)
    fact.firstExpectedOn = orNoDate(numbers[at + 11] ?? 0)
    fact.expectedOn = orNoDate(numbers[at + 12] ?? 0)
    fact.totalDueOn = orNoDate(numbers[at + 13] ?? 0)
    visit(fact)
  }
}
