/**
 * A distribution of one theme or item over one period: the rounds of one kind that the period holds, added up. Rounds
 * that do not mean the same, or are on another scale, are never added to each other.
 */
import { type Distribution, distributionOf } from '../../analytics/rules/distribution.ts'
import type { ThemeVersion } from '../../analytics/rules/meaning-line.ts'
import { byRoundDate, type RoundFacts, type Tally } from '../../analytics/rules/tally.ts'
import { lineOfRound, type RoundLine, type RoundUse } from '../../analytics/rules/theme-lines.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'
import type { Period } from './quarter.ts'

export const periodNames = ['now', 'before', 'yearAgo'] as const

/** The period of the report, the one before it, and the same months of the year before. */
export type PeriodName = (typeof periodNames)[number]

export type Periods = Readonly<Record<PeriodName, Period>>

/** Where a line stands: the rounds in it are of one kind. */
export type LinePlace = {
  readonly theme: string
  /** Null is the theme grade. */
  readonly item: string | null
  readonly roundKind: string
}

export type PeriodLine = LinePlace & {
  readonly period: PeriodName
  readonly scale: Scale
  /** By date: what it adds up. */
  readonly rounds: readonly { readonly name: string; readonly distribution: Distribution }[]
  /** True when every round was a random sample or a census: then it speaks of all cases. */
  readonly isOfAllCases: boolean
  readonly distribution: Distribution
}

export type LineStory = LinePlace & {
  readonly lines: Readonly<Partial<Record<PeriodName, PeriodLine>>>
  /** Periods that have figures which do not mean the same as this period's, or are on another scale. */
  readonly cut: readonly PeriodName[]
}

export type LineSources = {
  readonly tallies: readonly Tally[]
  readonly rounds: readonly RoundFacts[]
  readonly versions: ReadonlyMap<string, readonly ThemeVersion[]>
  readonly useOf: (roundId: string, theme: string, item: string | null) => RoundUse | undefined
}

const SPEAKS_OF_ALL: readonly string[] = ['random', 'census']

export const isIn = ({ date }: { readonly date: string }, { from, to }: Period): boolean =>
  date >= from && date <= to

type RoundGroup = { round: RoundFacts; line: RoundLine; tallies: readonly Tally[] }

/** Every theme and item graded in the period of the report, with what it is compared with; in the order of the tallies. */
export const lineStories = (sources: LineSources, periods: Periods): LineStory[] => {
  const { tallies, rounds, versions, useOf } = sources
  const roundOf = new Map(rounds.map((round) => [round.id, round]))
  const graded = tallies.filter(({ kind, count }) => kind === 'grade' && count > 0)
  const places = Map.groupBy(graded, ({ theme, item, roundId }) =>
    [theme, item ?? '', roundOf.get(roundId)?.kind ?? ''].join('\u0000')
  )
  return [...places.values()].flatMap((some): LineStory[] => {
    const [first] = some
    if (!first) return []
    const groups = [...Map.groupBy(some, ({ roundId }) => roundId)]
      .flatMap(([roundId, own]): RoundGroup[] => {
        const round = roundOf.get(roundId)
        if (!round) return []
        const line = lineOfRound(
          { id: roundId, use: useOf(roundId, first.theme, first.item) },
          {
            versions: versions.get(first.theme) ?? [],
            item: first.item ?? '',
            isGraded: true,
            values: own.map(({ value }) => value),
          }
        )
        return [{ round, line, tallies: own }]
      })
      .sort((a, b) => byRoundDate(a.round, b.round))
    return storyOf(
      { theme: first.theme, item: first.item, roundKind: groups[0]?.round.kind ?? '' },
      groups,
      periods
    )
  })
}

const storyOf = (
  place: LinePlace,
  groups: readonly RoundGroup[],
  periods: Periods
): LineStory[] => {
  const latest = groups.findLast(({ round }) => isIn(round, periods.now))
  if (!latest) return []
  const lines: Partial<Record<PeriodName, PeriodLine>> = {}
  const cut: PeriodName[] = []
  for (const period of periodNames) {
    const within = groups.filter(({ round }) => isIn(round, periods[period]))
    const alike = within.filter(({ line }) => line.key === latest.line.key)
    if (alike.length < within.length) cut.push(period)
    // A round in which nothing was graded has no entry in the report, and adds nothing here either.
    const graded = alike.flatMap((group) => {
      const own = distributionOf(group.tallies, latest.line.scale)
      return own ? [{ ...group, own }] : []
    })
    const distribution = distributionOf(
      graded.flatMap((group) => group.tallies),
      latest.line.scale
    )
    if (!distribution) continue
    lines[period] = {
      ...place,
      period,
      scale: latest.line.scale,
      rounds: graded.map(({ round, own }) => ({ name: round.name, distribution: own })),
      isOfAllCases: graded.every(({ round }) => SPEAKS_OF_ALL.includes(round.selection)),
      distribution,
    }
  }
  return lines.now ? [{ ...place, lines, cut }] : []
}
