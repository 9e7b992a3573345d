/** Reads one theme, or one item of it, over time: its rounds, the chart with its signals, and its items by need. */
import type { Db } from '../db/schema.ts'
import {
  type ItemCount,
  loadOverTimeFacts,
  type OverTimeFacts,
  type StandingBaseline,
} from './baseline-store.ts'
import { loadResults, type Reader, type Results, type TypedFilters } from './load-results.ts'
import { anhoejRuns, type RunsTest } from './rules/anhoej-runs.ts'
import type { Limits } from './rules/control-limits.ts'
import { distributionOf } from './rules/distribution.ts'
import { isWithin, periodFilters, readPeriod } from './rules/frame-filters.ts'
import { type RankedItem, rankItems } from './rules/item-ranking.ts'
import { type LimitChoice, limitChoices, readLimitChoice } from './rules/limit-choice.ts'
import { type LineAndPair, latestSignal, lineAndPair } from './rules/line-and-pair.ts'
import { monthsBefore, type PeriodKey, twelveMonthsOf } from './rules/period.ts'
import { quartiles } from './rules/quartiles.ts'
import { notOffered } from './rules/results-choices.ts'
import type { RoundFigures } from './rules/round-figures.ts'
import { signalSentences, type ToldSignal, toldSignals } from './rules/signal-words.ts'
import { ROUNDS_FOR_FIXED, type Stretch, spcChart } from './rules/spc-chart.ts'
import { signalAt } from './rules/spc-signals.ts'
import { type Assurance, assuranceOf } from './rules/target-assurance.ts'
import { readTarget } from './rules/target-share.ts'

/** A chart needs more rounds than a table. */
const DEFAULT_OVER_TIME: PeriodKey = '4y'

export type ChartStretch = Stretch<StandingBaseline> & {
  readonly told: readonly ToldSignal[]
}

/** The signal that a round is marked with. */
export type SignalMark = { readonly side: 'up' | 'down'; readonly short: string }

/** A run chart's tests of the latest stretch, which need no limits. */
export type RunsOfLine = RunsTest & {
  /** In the unit of the line. */
  readonly median: number
}

/** A target beside the limits of the latest round that has any. */
export type TargetOfLine = {
  /** Whole per cent. */
  readonly target: number
  /** Undefined where no round has limits. */
  readonly assurance: Assurance | undefined
  readonly limits: Limits | undefined
  /** Rounds of the latest stretch that reached it, of all that have a share. */
  readonly reached: number
  readonly of: number
}

export type OverTime = {
  /** With filters, figures and breaks of the period shown. */
  readonly results: Results
  /** Of all years, since the first twelve rounds set the limits; which of them are shown is for the view. */
  readonly stretches: readonly ChartStretch[]
  /** Rounds shown, by id. */
  readonly shown: ReadonlySet<string>
  /** Signals with a round among those shown: of the latest stretch, and of those before it. */
  readonly sentences: { readonly now: readonly string[]; readonly before: readonly string[] }
  /** By round; under several rules the first in the order of naming. */
  readonly marks: ReadonlyMap<string, SignalMark>
  /** That stand, by date. */
  readonly baselines: readonly StandingBaseline[]
  /** Undefined where the twelve months are not compared. */
  readonly agreement: LineAndPair | undefined
  /** Of the last twelve months; empty where one item is shown. */
  readonly ranking: readonly RankedItem[]
  readonly runLength: number
  /** As asked for. */
  readonly limits: LimitChoice
  /** Where few rounds, or rounds too small for limits, leave a run chart to ask; undefined elsewhere, and of too few rounds. */
  readonly runs: RunsOfLine | undefined
  /** As it was typed, right or wrong. */
  readonly typedTarget: string
  /** Undefined where none was given, and of numbers. */
  readonly target: TargetOfLine | undefined
}

/** Under so many rounds chance explains every run, so that there is nothing to ask. */
const FEWEST_FOR_RUNS = 6

const runsOf = (stretch: ChartStretch | undefined): RunsOfLine | undefined => {
  if (stretch === undefined || stretch.line.length >= ROUNDS_FOR_FIXED) return undefined
  const values = stretch.points.map(({ value }) => value)
  const median = quartiles(values.map((value) => ({ value, count: 1 })))?.median
  const runs = median === undefined ? undefined : anhoejRuns(values, median)
  return runs === undefined || median === undefined || runs.useful < FEWEST_FOR_RUNS
    ? undefined
    : { ...runs, median }
}

const targetOf = (stretch: ChartStretch | undefined, target: number): TargetOfLine => {
  const limits = stretch?.points.findLast((point) => point.limits !== undefined)?.limits
  const points = stretch?.points ?? []
  return {
    target,
    limits,
    assurance: limits && assuranceOf(limits, target / 100),
    // Of counts, so that 3 of 5 reaches 60.
    reached: points.filter(
      ({ figures: { share, n } }) => share !== undefined && share.count * 100 >= target * n
    ).length,
    of: points.length,
  }
}

/** What rounds of the last twelve months were asked, as theme-lines.ts wants it. */
const useIn = ({ uses, withHistory }: OverTimeFacts) => {
  const byRound = Map.groupBy(uses, ({ roundId }) => roundId)
  return (roundId: string, item: string) => {
    const versions = Map.groupBy(byRound.get(roundId) ?? [], ({ versionId }) => versionId)
    const used = [...versions].map(([versionId, some]) => ({
      versionId,
      sinceVersionId: some.find((use) => use.item === item)?.sinceVersionId ?? versionId,
      reason: '',
    }))
    return { used, hasHistory: withHistory.has(roundId) }
  }
}

/** Of a service status they are counted from judgements, which loadResults has read with the rest. */
const countsOf = (results: Results, { counts }: OverTimeFacts): readonly ItemCount[] => {
  if (results.filters.status === '') return counts
  const graded = results.ofTheme.filter(({ kind, item }) => kind === 'grade' && item !== null)
  const byItem = Map.groupBy(graded, ({ roundId, item }) => JSON.stringify([roundId, item]))
  return [...byItem.values()].flatMap((some) => {
    const distribution = distributionOf(some)
    const [first] = some
    if (!first || !distribution?.goodOrBetter) return []
    const { n, goodOrBetter } = distribution
    return { roundId: first.roundId, item: first.item ?? '', n, below: n - goodOrBetter.count }
  })
}

const breaksWithin = (
  { breaks }: Results,
  figures: readonly RoundFigures[],
  shown: ReadonlySet<string>
) => {
  const first = figures[0]?.round.id
  return breaks.filter(({ toRoundId }) => shown.has(toRoundId) && toRoundId !== first)
}

const sentencesOf = (stretches: readonly ChartStretch[], shown: ReadonlySet<string>) => {
  const of = (some: readonly ChartStretch[]) =>
    some.flatMap(({ told }) =>
      signalSentences(
        told.filter(({ points }) => points.some(({ figures }) => shown.has(figures.round.id)))
      )
    )
  return { now: of(stretches.slice(-1)), before: of(stretches.slice(0, -1)) }
}

const marksOf = (stretches: readonly ChartStretch[]): Map<string, SignalMark> =>
  new Map(
    stretches.flatMap(({ line, told }) =>
      line.flatMap(({ figures }, place) => {
        const found = signalAt(told, place)
        return found ? [[figures.round.id, { side: found.side, short: found.short }] as const] : []
      })
    )
  )

export const loadOverTime = async (
  db: Db,
  reader: Reader,
  typed: TypedFilters & {
    readonly limits?: string | undefined
    readonly target?: string | undefined
  },
  today: string
): Promise<OverTime> => {
  const limits = readLimitChoice(typed.limits)
  const { target, faults } = readTarget(typed.target)
  // All years set the limits; the period says which rounds are shown.
  const { period: _, from: __, to: ___, dated: ____, ...lasting } = typed
  const all = await loadResults(db, reader, { ...lasting, period: 'all' }, today, {
    everyItem: true,
  })
  const period = readPeriod(typed, DEFAULT_OVER_TIME, today)
  const facts = await loadOverTimeFacts(db, all.filters.theme, monthsBefore(today, 12), all.teamIds)
  const figures = all.figures.filter(({ round }) => isWithin(period, round.date))
  const shown = new Set(figures.map(({ round }) => round.id))
  const stretches = spcChart(all.figures, {
    baselines: facts.baselines,
    lineOf: (roundId) => all.lineKeys.get(roundId) ?? '',
    runLength: facts.runLength,
    ...(limits === undefined ? {} : { limits }),
  }).map((stretch) => ({ ...stretch, told: toldSignals(stretch) }))
  const recent = (stretches.at(-1)?.told ?? []).filter(({ points }) =>
    points.some(({ figures: of }) => twelveMonthsOf(of.round.date, today) === 'last')
  )
  const lastYear = all.rounds.filter(
    ({ kind, date }) => kind === all.filters.kind && twelveMonthsOf(date, today) === 'last'
  )
  return {
    results: {
      ...all,
      filters: { ...all.filters, ...periodFilters(period) },
      faults: [
        ...all.faults,
        ...period.faults,
        ...(limits ? [] : [notOffered('limits', 'a kind of limits', typed.limits, limitChoices)]),
        ...faults,
      ],
      figures,
      breaks: breaksWithin(all, figures, shown),
      hasEarlier: all.figures.length > figures.length,
    },
    stretches,
    shown,
    sentences: sentencesOf(stretches, shown),
    marks: marksOf(stretches),
    baselines: facts.baselines,
    // A line without limits says nothing, so that it agrees and disagrees with nothing.
    agreement:
      stretches.at(-1)?.line.length === 0
        ? undefined
        : lineAndPair(latestSignal(recent)?.side, all.comparison?.verdict),
    ranking:
      all.filters.item === ''
        ? rankItems({
            items: all.items,
            versions: all.versions,
            rounds: lastYear,
            counts: countsOf(all, facts),
            useOf: useIn(facts),
          })
        : [],
    runLength: facts.runLength,
    limits: limits ?? 'auto',
    typedTarget: typed.target ?? '',
    runs: runsOf(stretches.at(-1)),
    target:
      target === undefined || all.judged === 'number'
        ? undefined
        : targetOf(stretches.at(-1), target),
  }
}
