/** Counts to the report's model: distributions, measures and changes in the order of contracts.md §8. */
import { type Distribution, distributionOf } from '../../analytics/rules/distribution.ts'
import type { ThemeVersion } from '../../analytics/rules/meaning-line.ts'
import { newcombe } from '../../analytics/rules/newcombe.ts'
import { fourPlaces } from '../../analytics/rules/round-half-up.ts'
import { byRoundDate, type RoundFacts, type Tally } from '../../analytics/rules/tally.ts'
import {
  lineOfRound,
  namedBreaks,
  type RoundLine,
  type RoundUse,
} from '../../analytics/rules/theme-lines.ts'
import { fourGradeKey, type Scale } from '../../rubrics/rules/scale.ts'
import { measureOf } from './measure.ts'
import type {
  Audience,
  Report,
  ReportBreak,
  ReportChange,
  ReportDistribution,
  ReportMeasure,
} from './report.ts'

/** What a rubric says about the order of its items and of their choices, and where several may be chosen. */
export type ItemOrder = {
  readonly theme: string
  readonly key: string
  readonly choices?: readonly string[]
  readonly multiple?: boolean
}

export type ReportInput = {
  readonly from: string | null
  readonly to: string | null
  readonly tallies: readonly Tally[]
  readonly rounds: readonly RoundFacts[]
  /** Items of every known rubric, each theme's in the rubric's order. */
  readonly items: readonly ItemOrder[]
  /** The versions of every known theme, the oldest first. */
  readonly versions?: ReadonlyMap<string, readonly ThemeVersion[]>
  /** What the audits of a round were asked under a theme and item; undefined for history. */
  readonly useOf?: (roundId: string, theme: string, item: string | null) => RoundUse | undefined
}

type Group = {
  theme: string
  item: string | null
  kind: Tally['kind']
  round: RoundFacts
  tallies: Tally[]
}

/** With what was asked in its round. */
type LinedGroup = Group & { line: RoundLine }

type Entry = { group: LinedGroup; distribution: Distribution; scale: Scale }

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Theme by key; the theme grade first, then items in the rubric's order, then the others by text; then the round. */
const groupsInOrder = ({ tallies, rounds, items }: ReportInput): Group[] => {
  const roundById = new Map(rounds.map((round) => [round.id, round]))
  const place = new Map(items.map((item, index) => [`${item.theme}\u0000${item.key}`, index]))
  const groups = new Map<string, Group>()
  for (const tally of tallies) {
    const round = roundById.get(tally.roundId)
    if (!round || tally.count <= 0) continue
    const id = [tally.theme, tally.item ?? '', tally.kind, tally.roundId].join('\u0000')
    const group = groups.get(id)
    if (group) group.tallies.push(tally)
    else groups.set(id, { ...tally, round, tallies: [tally] })
  }
  const itemPlace = (group: Group) =>
    group.item === null ? -1 : (place.get(`${group.theme}\u0000${group.item}`) ?? items.length)
  return [...groups.values()].sort(
    (a, b) =>
      byText(a.theme, b.theme) ||
      itemPlace(a) - itemPlace(b) ||
      byText(a.item ?? '', b.item ?? '') ||
      byRoundDate(a.round, b.round) ||
      byText(a.kind, b.kind)
  )
}

const toDistribution = ({ group, distribution, scale }: Entry): ReportDistribution => ({
  theme: group.theme,
  item: group.item,
  round: group.round.name,
  roundKind: group.round.kind,
  roundDate: group.round.date,
  ...(scale.key === fourGradeKey
    ? {}
    : {
        scale: scale.key,
        positive: scale.values.flatMap(({ key, isPositive }) => (isPositive ? [key] : [])),
      }),
  ...distribution,
})

/** Consecutive rounds of one theme, item and kind, by date; entries come in that order within each item. */
const changesOf = (entries: readonly Entry[]): ReportChange[] => {
  const last = new Map<string, Entry>()
  return entries.flatMap((entry) => {
    const { group, distribution } = entry
    const line = [group.theme, group.item ?? '', group.round.kind].join('\u0000')
    const before = last.get(line)
    last.set(line, entry)
    const now = distribution.goodOrBetter
    const then = before?.distribution.goodOrBetter
    if (!before || !then || !now || before.group.line.key !== group.line.key) return []
    const change = newcombe(
      { k: then.count, n: before.distribution.n },
      { k: now.count, n: distribution.n }
    )
    return {
      theme: group.theme,
      item: group.item,
      roundKind: group.round.kind,
      fromRound: before.group.round.name,
      toRound: group.round.name,
      difference: fourPlaces(change.difference),
      low: fourPlaces(change.low),
      high: fourPlaces(change.high),
      verdict: change.verdict,
    }
  })
}

const withLine = (group: Group, { versions, useOf }: ReportInput): LinedGroup => ({
  ...group,
  line: lineOfRound(
    { id: group.round.id, use: useOf?.(group.round.id, group.theme, group.item) },
    {
      versions: versions?.get(group.theme) ?? [],
      item: group.item ?? '',
      isGraded: group.kind === 'grade',
      values: group.tallies.map(({ value }) => value),
    }
  ),
})

/** Where consecutive rounds of one theme, item and kind do not mean the same; groups come in that order. */
const breaksOf = (groups: readonly LinedGroup[], { versions }: ReportInput): ReportBreak[] => {
  const last = new Map<string, LinedGroup>()
  return groups.flatMap((group) => {
    const line = [group.theme, group.item ?? '', group.kind, group.round.kind].join('\u0000')
    const before = last.get(line)
    last.set(line, group)
    if (!before) return []
    return namedBreaks([before.line, group.line], versions?.get(group.theme) ?? []).map(
      (found) => ({
        theme: group.theme,
        item: group.item,
        roundKind: group.round.kind,
        fromRound: before.round.name,
        toRound: group.round.name,
        cause: found.cause,
        fromVersion: found.versions?.from ?? null,
        toVersion: found.versions?.to ?? null,
        reason: found.reason || found.since?.note || null,
      })
    )
  })
}

/** The report as those inside the council read it; external-report.ts makes the other one from it. */
export const buildReport = (input: ReportInput): Report & { audience: Audience } => {
  const groups = groupsInOrder(input).map((group) => withLine(group, input))
  const known = new Map(input.items.map((item) => [`${item.theme}\u0000${item.key}`, item]))
  const entries = groups.flatMap((group): Entry[] => {
    if (group.kind !== 'grade') return []
    const { scale } = group.line
    const distribution = distributionOf(group.tallies, scale)
    return distribution ? [{ group, distribution, scale }] : []
  })
  const measures = groups.flatMap((group): { group: LinedGroup; measure: ReportMeasure }[] => {
    if (group.kind === 'grade' || group.item === null) return []
    const named = { theme: group.theme, item: group.item, round: group.round.name }
    const item = known.get(`${group.theme}\u0000${group.item}`)
    const measure = measureOf(named, group.kind, group.tallies, item)
    return measure ? [{ group, measure }] : []
  })
  const printed = new Set([
    ...entries.map(({ group }) => group),
    ...measures.map(({ group }) => group),
  ])
  return {
    from: input.from,
    to: input.to,
    audience: 'internal',
    distributions: entries.map(toDistribution),
    measures: measures.map(({ measure }) => measure),
    changes: changesOf(entries),
    breaks: breaksOf(
      groups.filter((group) => printed.has(group)),
      input
    ),
  }
}
