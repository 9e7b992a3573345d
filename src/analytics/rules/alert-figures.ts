/**
 * Figures of practice alerts from the facts of each (domain.md §3.3). Raised counts alerts raised in the period; resolved counts
 * those closed in it, whenever they were raised; open and overdue are of today. Words and rounding are left to pages.
 */
import { type ShareFigures, share } from './distribution.ts'
import { type Quartiles, quartiles, type Weighted } from './quartiles.ts'

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

const shareOf = (facts: readonly AlertFact[], isIt: (fact: AlertFact) => boolean): AlertShare =>
  alertShare(facts.filter(isIt).length, facts.length)

export const stockOf = (facts: readonly AlertFact[], today: string): Stock => {
  let [raised, open, overdue] = [0, 0, 0]
  for (const fact of facts) {
    raised += fact.isRaised
    open += fact.isOpen
    if (isOverdue(fact, today)) overdue += 1
  }
  return { raised, open, overdue }
}

/** @param keyOf of the set in which an alert stands */
export const stocksBy = (
  facts: readonly AlertFact[],
  keyOf: (fact: AlertFact) => string,
  today: string
): Map<string, Stock> =>
  new Map([...Map.groupBy(facts, keyOf)].map(([key, some]) => [key, stockOf(some, today)]))

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

const resolvedOf = (facts: readonly AlertFact[]): AlertFact[] =>
  facts.filter((fact) => fact.isClosed === 1 && fact.state === 'resolved' && isConcern(fact))

const isBy = (date: 'firstExpectedOn' | 'expectedOn') => (fact: AlertFact) => {
  const by = fact[date]
  return by !== null && fact.closedOn !== null && fact.closedOn <= by
}

const workingDays = (resolved: readonly AlertFact[], clock: AlertClock): Weighted[] => {
  const counts = new Map<number, number>()
  for (const { raisedOn, closedOn } of resolved) {
    if (closedOn === null) continue
    const days = clock.daysBetween(raisedOn, closedOn)
    counts.set(days, (counts.get(days) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count }))
}

const resolutionOf = (resolved: readonly AlertFact[], clock: AlertClock): Resolution => ({
  days: quartiles(workingDays(resolved, clock)),
  byFirst: shareOf(resolved, isBy('firstExpectedOn')),
  byLast: shareOf(resolved, isBy('expectedOn')),
})

const wasClosed = ({ closedOn, timesReopened }: AlertFact): boolean =>
  closedOn !== null || timesReopened > 0

const isOverTotal = (fact: AlertFact, on: string | null): boolean =>
  fact.totalDueOn !== null && on !== null && on > fact.totalDueOn

export const alertFigures = (facts: readonly AlertFact[], clock: AlertClock): AlertFigures => {
  const raised = facts.filter(({ isRaised }) => isRaised === 1)
  const concerns = raised.filter(isConcern)
  const onLadder = concerns.filter(({ isImmediate }) => isImmediate === 0)
  const resolved = resolvedOf(facts)
  const closedDisputes = facts.filter((fact) => fact.isClosed === 1 && isDispute(fact))
  const openDisputes = facts.filter((fact) => fact.isOpen === 1 && isDispute(fact))
  return {
    ...stockOf(facts, clock.today),
    ...resolutionOf(resolved, clock),
    goodPractice: shareOf(raised, (fact) => !isConcern(fact)),
    escalated: shareOf(onLadder, ({ timesEscalated }) => timesEscalated > 0),
    disputed: shareOf(onLadder, isDispute),
    reopened: shareOf(concerns.filter(wasClosed), ({ timesReopened }) => timesReopened > 0),
    resolved: resolved.length,
    withdrawn: facts.filter(({ isClosed, state }) => isClosed === 1 && state === 'withdrawn')
      .length,
    disputes: {
      open: openDisputes.length,
      openOver: openDisputes.filter((fact) => isOverTotal(fact, clock.today)).length,
      closedOver: shareOf(closedDisputes, (fact) => isOverTotal(fact, fact.closedOn)),
    },
  }
}

export type RaiserFigures = Stock &
  Resolution & { readonly personId: string; readonly resolved: number }

/** Of each who raised any in the period. Not in any order: whoever shows them goes by name. */
export const raiserFigures = (
  facts: readonly AlertFact[],
  clock: AlertClock
): readonly RaiserFigures[] =>
  [...Map.groupBy(facts, ({ raisedBy }) => raisedBy)]
    .map(([personId, some]) => {
      const resolved = resolvedOf(some)
      return {
        personId,
        ...stockOf(some, clock.today),
        ...resolutionOf(resolved, clock),
        resolved: resolved.length,
      }
    })
    .filter(({ raised }) => raised > 0)
