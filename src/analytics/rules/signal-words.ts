/**
 * Signals of a chart as sentences. They describe the line; whether one pair of rounds differs is the business of
 * newcombe.ts, and why the line moved is nobody's but the reader's (contracts.md §10).
 */
import type { ChartPoint, Stretch } from './spc-chart.ts'
import type { Signal } from './spc-signals.ts'

const NUMBERS = [
  ...['Nought', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
  ...['Eleven', 'Twelve'],
]

/** `Seven`; figures above twelve. */
const numberWord = (count: number): string => NUMBERS[count] ?? String(count)

/** A signal with the rounds that it is about. */
export type ToldSignal = Signal & {
  readonly points: readonly ChartPoint[]
  /** In a few words, for the table. */
  readonly short: string
}

const nameOf = (point: ChartPoint | undefined): string => point?.figures.round.name ?? ''

/** `A, B and C`. */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const span = (points: readonly ChartPoint[]): string =>
  `from ${nameOf(points[0])} to ${nameOf(points.at(-1))}`

const where = ({ side }: Pick<Signal, 'side'>): string => (side === 'up' ? 'above' : 'below')
const limit = ({ side }: Pick<Signal, 'side'>): string => (side === 'up' ? 'upper' : 'lower')

const SHORT: Readonly<Record<Signal['rule'], (signal: Signal, count: number) => string>> = {
  beyond_limit: (signal) => `${where(signal)} the ${limit(signal)} limit`,
  trend: ({ side }, count) =>
    `${numberWord(count).toLowerCase()} running, each ${side === 'up' ? 'higher' : 'lower'}`,
  two_of_three: (signal) => `close to the ${limit(signal)} limit`,
  run: (signal, count) => `${numberWord(count).toLowerCase()} running ${where(signal)} the average`,
}

export const toldSignals = ({ signals, line }: Pick<Stretch, 'signals' | 'line'>): ToldSignal[] =>
  signals.map((signal) => {
    const points = line.slice(signal.from, signal.to + 1)
    return { ...signal, points, short: SHORT[signal.rule](signal, points.length) }
  })

const sentenceOf = (signal: ToldSignal): string => {
  const { rule, side, points } = signal
  const count = numberWord(points.length)
  if (rule === 'trend') {
    return `${count} rounds running, each ${side === 'up' ? 'higher' : 'lower'} than the one before, ${span(points)}.`
  }
  if (rule === 'run')
    return `${count} rounds running ${where(signal)} the average, ${span(points)}.`
  return points.length > 3
    ? `Rounds keep close to the ${limit(signal)} limit, ${span(points)}.`
    : `Two of three rounds running are close to the ${limit(signal)} limit, ${span(points)}.`
}

/** Rounds beyond one limit are named in one sentence. */
const beyondSentences = (signals: readonly ToldSignal[]): string[] =>
  (['up', 'down'] as const).flatMap((side) => {
    const some = signals.filter((signal) => signal.rule === 'beyond_limit' && signal.side === side)
    const [first] = some
    if (!first) return []
    const names = listed(some.flatMap(({ points }) => points.map(nameOf)))
    return [
      `${names} ${some.length === 1 ? 'is' : 'are'} ${where(first)} the ${limit(first)} limit.`,
    ]
  })

/** A sentence a signal, in the order in which the rules are named; rounds beyond a limit together. */
export const signalSentences = (signals: readonly ToldSignal[]): string[] => [
  ...beyondSentences(signals),
  ...signals.filter(({ rule }) => rule !== 'beyond_limit').map(sentenceOf),
]
