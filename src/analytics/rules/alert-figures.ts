/**
 * Figures of practice alerts from the facts of each (domain.md §3.3). Raised counts alerts raised in the period; resolved counts
 * those closed in it, whenever they were raised; open and overdue are of today. Words and rounding are left to pages.
 */
import { type ShareFigures, share } from './distribution.ts'
import { type Quartiles, quartiles } from './quartiles.ts'

export type AlertFact = {
  /** Why it is among the facts, 1 or 0: raised in the period, open now, closed in the period. It may be all three. */
  readonly isRaised: number
  readonly isOpen: number
  readonly isClosed: number
  /** As it is now: an informal alert that was taken further is formal. */
  readonly kind: string
  readonly state: string
  /** Of its first child, as they were when it was raised. */
  readonly teamId: string | null
  readonly status: string | null
  readonly age: number | null
  readonly isImmediate: number
  readonly highestStage: number
  readonly timesEscalated: number
  readonly timesReopened: number
  readonly raisedBy: string
  /** London dates. */
  readonly raisedOn: string
  readonly closedOn: string | null
  readonly firstExpectedOn: string | null
  readonly expectedOn: string | null
  readonly totalDueOn: string | null
}

export type AlertClock = {
  readonly today: string
  /** Working days from one date to another. */
  readonly daysBetween: (from: string, to: string) => number
}

/** k of n; undefined where n is 0. */
export type AlertShare = (ShareFigures & { readonly n: number }) | undefined

export type Stock = { readonly raised: number; readonly open: number; readonly overdue: number }

export type Resolution = {
  /** Of working days from the day it was raised to the day it was last closed. */
  readonly days: Quartiles | undefined
  /** By the date that was given when it was raised. */
  readonly byFirst: AlertShare
  /** By the date that it had at the end, after extensions and stages. */
  readonly byLast: AlertShare
}

export type AlertFigures = Stock &
  Resolution & {
    readonly goodPractice: AlertShare
    /** Taken further at least once; and to a stage, so that it became a dispute. Without immediate risks, which go nowhere. */
    readonly escalated: AlertShare
    readonly disputed: AlertShare
    /** Of those closed at least once. */
    readonly reopened: AlertShare
    readonly resolved: number
    readonly withdrawn: number
    readonly disputes: {
      readonly open: number
      /** Open and over their total time today. */
      readonly openOver: number
      /** Of disputes closed in the period. */
      readonly closedOver: AlertShare
    }
  }

export const alertShare = (count: number, n: number): AlertShare =>
  n === 0 ? undefined : { ...share(count, n), n }

const isConcern = ({ kind }: AlertFact): boolean => kind !== 'good_practice'
const isDispute = ({ highestStage }: AlertFact): boolean => highestStage > 0

/** Waits for an answer, and the date for it is past: one that was answered waits for its raiser. */
const isOverdue = (fact: AlertFact, today: string): boolean =>
  fact.isOpen === 1 && fact.state === 'open' && fact.expectedOn !== null && fact.expectedOn < today

type StockCount = { -readonly [Name in keyof Stock]: Stock[Name] }

const newStock = (): StockCount => ({ raised: 0, open: 0, overdue: 0 })

const addToStock = (stock: StockCount, fact: AlertFact, today: string): void => {
  stock.raised += fact.isRaised
  stock.open += fact.isOpen
  if (isOverdue(fact, today)) stock.overdue += 1
}

/** Alerts that are met one by one, and what they add up to. A fact is read when it is added, and not kept. */
export type SumOf<Sum, Fact = AlertFact> = {
  readonly add: (fact: Fact) => void
  readonly sum: () => Sum
}

/** @param keyOf of the set in which an alert stands */
export const stocksBy = <Fact extends AlertFact = AlertFact>(
  keyOf: (fact: Fact) => string,
  today: string
): SumOf<ReadonlyMap<string, Stock>, Fact> => {
  const stocks = new Map<string, StockCount>()
  return {
    add: (fact) => {
      const key = keyOf(fact)
      let stock = stocks.get(key)
      if (stock === undefined) {
        stock = newStock()
        stocks.set(key, stock)
      }
      addToStock(stock, fact, today)
    },
    sum: () => stocks,
  }
}

/** Of sets that have no alert in common. */
export const sumOfStocks = (stocks: readonly (Stock | undefined)[]): Stock => {
  const sum = { raised: 0, open: 0, overdue: 0 }
  for (const stock of stocks) {
    sum.raised += stock?.raised ?? 0
    sum.open += stock?.open ?? 0
    sum.overdue += stock?.overdue ?? 0
  }
  return sum
}

const isResolved = (fact: AlertFact): boolean =>
  fact.isClosed === 1 && fact.state === 'resolved' && isConcern(fact)

type ResolutionCount = {
  resolved: number
  byFirst: number
  byLast: number
  readonly days: Map<number, number>
}

const newResolution = (): ResolutionCount => ({
  ...{ resolved: 0, byFirst: 0, byLast: 0 },
  days: new Map(),
})

const addToResolution = (
  count: ResolutionCount,
  { raisedOn, closedOn, firstExpectedOn, expectedOn }: AlertFact,
  clock: AlertClock
): void => {
  count.resolved += 1
  if (closedOn === null) return
  if (firstExpectedOn !== null && closedOn <= firstExpectedOn) count.byFirst += 1
  if (expectedOn !== null && closedOn <= expectedOn) count.byLast += 1
  const days = clock.daysBetween(raisedOn, closedOn)
  count.days.set(days, (count.days.get(days) ?? 0) + 1)
}

const resolutionOf = ({ resolved, byFirst, byLast, days }: ResolutionCount): Resolution => ({
  days: quartiles([...days].map(([value, count]) => ({ value, count }))),
  byFirst: alertShare(byFirst, resolved),
  byLast: alertShare(byLast, resolved),
})

const wasClosed = ({ closedOn, timesReopened }: AlertFact): boolean =>
  closedOn !== null || timesReopened > 0

const isOverTotal = (fact: AlertFact, on: string | null): boolean =>
  fact.totalDueOn !== null && on !== null && on > fact.totalDueOn

const newCount = () => ({
  ...{ good: 0, concerns: 0, onLadder: 0, escalated: 0, disputed: 0, wereClosed: 0, reopened: 0 },
  ...{ withdrawn: 0, openDisputes: 0, openOver: 0, closedDisputes: 0, closedOver: 0 },
})

const addRaised = (count: ReturnType<typeof newCount>, fact: AlertFact): void => {
  if (!isConcern(fact)) {
    count.good += 1
    return
  }
  count.concerns += 1
  if (fact.isImmediate === 0) {
    count.onLadder += 1
    if (fact.timesEscalated > 0) count.escalated += 1
    if (isDispute(fact)) count.disputed += 1
  }
  if (wasClosed(fact)) {
    count.wereClosed += 1
    if (fact.timesReopened > 0) count.reopened += 1
  }
}

const addDispute = (count: ReturnType<typeof newCount>, fact: AlertFact, today: string): void => {
  if (fact.isOpen === 1) {
    count.openDisputes += 1
    if (isOverTotal(fact, today)) count.openOver += 1
  }
  if (fact.isClosed === 1) {
    count.closedDisputes += 1
    if (isOverTotal(fact, fact.closedOn)) count.closedOver += 1
  }
}

export type RaiserFigures = Stock &
  Resolution & { readonly personId: string; readonly resolved: number }

export type AlertSums = {
  readonly figures: AlertFigures
  /** Of each who raised any in the period. Not in any order: whoever shows them goes by name. */
  readonly raisers: readonly RaiserFigures[]
}

type PersonCount = { readonly stock: StockCount; readonly resolution: ResolutionCount }

/** Those of everybody together. */
const together = (people: Iterable<PersonCount>): PersonCount => {
  const [stock, resolution] = [newStock(), newResolution()]
  for (const one of people) {
    stock.raised += one.stock.raised
    stock.open += one.stock.open
    stock.overdue += one.stock.overdue
    resolution.resolved += one.resolution.resolved
    resolution.byFirst += one.resolution.byFirst
    resolution.byLast += one.resolution.byLast
    for (const [days, count] of one.resolution.days) {
      resolution.days.set(days, (resolution.days.get(days) ?? 0) + count)
    }
  }
  return { stock, resolution }
}

export const alertFigures = (clock: AlertClock): SumOf<AlertSums> => {
  const count = newCount()
  const people = new Map<string, PersonCount>()
  return {
    add: (fact) => {
      let person = people.get(fact.raisedBy)
      if (person === undefined) {
        person = { stock: newStock(), resolution: newResolution() }
        people.set(fact.raisedBy, person)
      }
      addToStock(person.stock, fact, clock.today)
      if (isResolved(fact)) addToResolution(person.resolution, fact, clock)
      if (fact.isRaised === 1) addRaised(count, fact)
      if (fact.isClosed === 1 && fact.state === 'withdrawn') count.withdrawn += 1
      if (isDispute(fact)) addDispute(count, fact, clock.today)
    },
    sum: () => {
      const { stock, resolution } = together(people.values())
      return {
        figures: {
          ...stock,
          ...resolutionOf(resolution),
          goodPractice: alertShare(count.good, stock.raised),
          escalated: alertShare(count.escalated, count.onLadder),
          disputed: alertShare(count.disputed, count.onLadder),
          reopened: alertShare(count.reopened, count.wereClosed),
          resolved: resolution.resolved,
          withdrawn: count.withdrawn,
          disputes: {
            open: count.openDisputes,
            openOver: count.openOver,
            closedOver: alertShare(count.closedOver, count.closedDisputes),
          },
        },
        raisers: [...people].flatMap(([personId, one]) =>
          one.stock.raised === 0
            ? []
            : [
                {
                  ...{ personId, ...one.stock, ...resolutionOf(one.resolution) },
                  resolved: one.resolution.resolved,
                },
              ]
        ),
      }
    },
  }
}
