/** Reads two sides of a comparison: every theme's grade, or the items of one theme, in two sets of rounds. */
import type { Db } from '../db/schema.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { readRoundKind } from '../rounds/rules/read-round-kind.ts'
import { roundKinds } from '../rounds/rules/round-kind.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { listThemeGrades, loadUses } from './compare-store.ts'
import { chooseTeams, type Reader } from './load-results.ts'
import { comparePair, countPairs, type Pair, type PairCount } from './rules/compare-pair.ts'
import {
  type ComparisonMode,
  comparisonModes,
  readSpans,
  roundsOf,
  roundsOfTwoYears,
  type Span,
  type TypedDates,
  twoYears,
} from './rules/compare-periods.ts'
import type { ThemeVersion } from './rules/meaning-line.ts'
import {
  type Choice,
  type FilterFault,
  findStatus,
  type ItemChoice,
  itemChoices,
  notOffered,
  themeChoices,
} from './rules/results-choices.ts'
import { figuresOf } from './rules/round-figures.ts'
import type { RoundFacts, Tally } from './rules/tally.ts'
import { lineOfRound } from './rules/theme-lines.ts'
import { type VisibleTeam, visibleTeams } from './rules/visible-teams.ts'
import { listRounds, listTallies } from './store.ts'
import { loadCounted, loadEveryTheme } from './theme-store.ts'

export type TypedComparison = TypedDates & {
  readonly compare?: string | undefined
  readonly theme?: string | undefined
  readonly team?: string | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly round1?: string | undefined
  readonly round2?: string | undefined
}

/** What is shown; '' is no filter. */
export type ComparisonFilters = {
  readonly compare: ComparisonMode
  readonly theme: string
  readonly team: string
  readonly status: string
  readonly kind: string
  readonly from1: string
  readonly to1: string
  readonly from2: string
  readonly to2: string
  readonly round1: string
  readonly round2: string
}

export type ComparedRow = {
  readonly theme: string
  /** '' is the grade of the theme. */
  readonly item: string
  readonly label: string
  readonly kind: 'grade' | 'yes_no'
  /** False for history of a theme that no rubric knows. */
  readonly isPublished: boolean
  readonly pair: Pair
}

export type ComparedRows = {
  readonly filters: ComparisonFilters
  readonly faults: readonly FilterFault[]
  readonly themes: readonly Choice[]
  readonly kinds: readonly string[]
  readonly teams: readonly VisibleTeam[]
  /** A team that was asked for and is another's to see; to be recorded. */
  readonly refusedTeam: string | undefined
  /** Rounds of the kind, the latest first, to choose from. */
  readonly offered: readonly RoundFacts[]
  readonly sides: readonly [readonly RoundFacts[], readonly RoundFacts[]]
  readonly spans: readonly [Span, Span]
  /** In the order of themes, or of the rubric's items. */
  readonly rows: readonly ComparedRow[]
  readonly counted: PairCount
}

type Sides = readonly [readonly RoundFacts[], readonly RoundFacts[]]

/** The two rounds asked for; else the last two. */
const chooseRounds = (
  offered: readonly RoundFacts[],
  typed: TypedComparison,
  faults: FilterFault[]
): Sides => {
  const pick = (field: 'round1' | 'round2', standard: RoundFacts | undefined) => {
    const id = typed[field]
    const found = id === undefined ? standard : offered.find((round) => round.id === id)
    if (id !== undefined && !found) faults.push(notOffered(field, 'a round'))
    return found ?? standard
  }
  const earlier = pick('round1', offered[1])
  const later = pick('round2', offered[0])
  if (earlier && later && earlier.id === later.id) {
    faults.push({ field: 'round2', message: 'Choose two different rounds' })
    return [[], []]
  }
  if (earlier && later && earlier.date > later.date) {
    faults.push({
      field: 'round2',
      message: `${later.name} is before ${earlier.name}: choose the earlier round first`,
    })
    return [[later], [earlier]]
  }
  return [earlier ? [earlier] : [], later ? [later] : []]
}

const chooseSides = (
  rounds: readonly RoundFacts[],
  mode: ComparisonMode,
  typed: TypedComparison,
  today: string,
  faults: FilterFault[]
): { readonly sides: Sides; readonly spans: readonly [Span, Span] } => {
  if (mode === 'rounds') {
    return { sides: chooseRounds(rounds.toReversed(), typed, faults), spans: twoYears(today) }
  }
  if (mode === 'years') return { sides: roundsOfTwoYears(rounds, today), spans: twoYears(today) }
  const read = readSpans(typed, today)
  faults.push(...read.faults)
  const [earlier, later] = read.spans
  return { sides: [roundsOf(rounds, earlier), roundsOf(rounds, later)], spans: read.spans }
}

type Subject = {
  readonly theme: string
  readonly item: ItemChoice
  readonly label: string
  readonly versions: readonly ThemeVersion[]
}

export const loadCompare = async (
  db: Db,
  reader: Reader,
  typed: TypedComparison,
  today: string
): Promise<ComparedRows> => {
  const faults: FilterFault[] = []
  const everyTeam = await listTeams(db)
  const teams = visibleTeams(everyTeam, scopesOf(reader.roles, 'results.by_team'), reader.teamId)
  const { team, teamIds, refusedTeam, ...ofTeam } = chooseTeams(everyTeam, teams, typed.team)
  faults.push(...ofTeam.faults)
  const mode = comparisonModes.find((one) => one === (typed.compare ?? 'years'))
  if (!mode) faults.push(notOffered('compare', 'a comparison', typed.compare, comparisonModes))
  const status = findStatus(typed.status)
  if (typed.status !== undefined && !status) {
    faults.push(notOffered('status', 'a service status', typed.status, serviceStatuses))
  }
  const all = await listRounds(db)
  const asked = typed.kind === undefined ? undefined : readRoundKind(typed.kind)
  if (typed.kind !== undefined && !asked) {
    faults.push(notOffered('kind', 'a kind of round', typed.kind, roundKinds))
  }
  const kinds = roundKinds.filter((kind) => kind === asked || all.some((one) => one.kind === kind))
  const kind = asked ?? (kinds.includes('learning') ? 'learning' : (kinds[0] ?? 'learning'))
  const rounds = all.filter((round) => round.kind === kind)
  const { sides, spans } = chooseSides(rounds, mode ?? 'years', typed, today, faults)
  const roundIds = sides.flat().map(({ id }) => id)

  const published = await loadEveryTheme(db)
  const themes = themeChoices(published.themes, (await loadCounted(db, typed.theme ?? '')).themes)
  const theme = themes.find(({ key }) => key === typed.theme)?.key
  if (typed.theme !== undefined && theme === undefined) {
    const known = themes.flatMap(({ key, label }) => [key, label])
    faults.push(notOffered('theme', 'a theme', typed.theme, [...new Set(known)]))
  }
  const narrowed = { teamIds, status, roundIds }
  const counted = await (theme === undefined
    ? listThemeGrades(db, narrowed)
    : listTallies(db, { ...narrowed, theme }))
  const useOf = await loadUses(db, theme, roundIds)
  const versionsOf = (theme: string) => published.versions.get(theme) ?? []
  const subjects: Subject[] =
    theme === undefined
      ? themes.map(({ key, label }) => ({
          ...{ theme: key, label, versions: versionsOf(key) },
          item: { key: '', label, kind: 'grade' },
        }))
      : itemChoices(
          theme,
          published.themes.find(({ key }) => key === theme),
          itemsCounted(counted)
        ).map((item) => ({ theme, item, label: item.label, versions: versionsOf(theme) }))
  const rows = subjects.flatMap((subject) => rowOf(subject, sides, counted, useOf) ?? [])
  return {
    filters: {
      compare: mode ?? 'years',
      theme: theme ?? '',
      team,
      status: status ?? '',
      kind,
      from1: mode === 'periods' ? spans[0].from : '',
      to1: mode === 'periods' ? spans[0].to : '',
      from2: mode === 'periods' ? spans[1].from : '',
      to2: mode === 'periods' ? spans[1].to : '',
      round1: mode === 'rounds' ? (sides[0][0]?.id ?? '') : '',
      round2: mode === 'rounds' ? (sides[1][0]?.id ?? '') : '',
    },
    faults,
    themes,
    kinds,
    teams,
    refusedTeam,
    offered: rounds.toReversed(),
    sides,
    spans,
    rows,
    counted: countPairs(rows.map(({ pair }) => pair)),
  }
}

const itemsCounted = (tallies: readonly Tally[]) => [
  ...new Map(tallies.map(({ item, kind }) => [item ?? '', { item: item ?? '', kind }])).values(),
]

/** Undefined for a subject that has no share, and for one that neither side has audits of. */
const rowOf = (
  { theme, item, label, versions }: Subject,
  sides: Sides,
  tallies: readonly Tally[],
  useOf: Awaited<ReturnType<typeof loadUses>>
): ComparedRow | undefined => {
  const { kind } = item
  if (kind !== 'grade' && kind !== 'yes_no') return undefined
  const own = tallies.filter(
    (tally) => tally.theme === theme && (tally.item ?? '') === item.key && tally.kind === kind
  )
  const byRound = Map.groupBy(own, ({ roundId }) => roundId)
  const shares = (rounds: readonly RoundFacts[]) =>
    rounds.flatMap((round) => {
      const counts = byRound.get(round.id) ?? []
      const line = lineOfRound(
        { id: round.id, use: useOf(round.id, theme, item.key) },
        {
          versions,
          item: item.key,
          isGraded: kind === 'grade',
          values: counts.map(({ value }) => value),
        }
      )
      const found = figuresOf(round, kind, counts, line.scale)
      if (!found?.share) return []
      return [{ roundId: round.id, n: found.n, k: found.share.count, line: line.key }]
    })
  const pair = comparePair(shares(sides[0]), shares(sides[1]))
  if (pair.earlier.n === 0 && pair.later.n === 0) return undefined
  const isPublished = versions.length > 0 || theme === auditThemeKey
  return { theme, item: item.key, label, kind, isPublished, pair }
}
