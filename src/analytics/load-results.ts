/** Reads what the results page shows under its filters: a fixed number of queries, however much has been judged. */
import type { Db } from '../db/schema.ts'
import { NotFound, NotTheirs } from '../errors.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import type { Role } from '../people/rules/permissions.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { readRoundKind } from '../rounds/rules/read-round-kind.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { hasPositive, type Scale } from '../rubrics/rules/scale.ts'
import { type Comparison, compareTwelveMonths } from './rules/comparison.ts'
import { isInPeriod } from './rules/period.ts'
import { scaleOfValues } from './rules/published-theme.ts'
import {
  type Choice,
  defaultTheme,
  type FilterFault,
  findPeriod,
  findStatus,
  type ItemChoice,
  itemChoices,
  kindsCounted,
  kindsOffered,
  notOffered,
  themeChoices,
} from './rules/results-choices.ts'
import { figuresOf, type RoundFigures } from './rules/round-figures.ts'
import { type RoundStep, roundSteps } from './rules/round-steps.ts'
import type { RoundFacts, Tally } from './rules/tally.ts'
import {
  type TeamPlace,
  type VisibleTeam,
  visibleTeams,
  withTeamsBelow,
} from './rules/visible-teams.ts'
import { listRounds, listTallies } from './store.ts'
import { loadCounted, loadThemes } from './theme-store.ts'

/** Filters as the address has them; undefined is not given. */
export type TypedFilters = {
  readonly theme?: string | undefined
  readonly item?: string | undefined
  readonly team?: string | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly period?: string | undefined
}

export type Reader = {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

/** What is shown; '' is no filter. */
export type ChosenFilters = {
  readonly theme: string
  readonly item: string
  readonly team: string
  readonly status: string
  readonly kind: string
  readonly period: string
}

export type Results = {
  readonly filters: ChosenFilters
  readonly faults: readonly FilterFault[]
  readonly themes: readonly Choice[]
  readonly items: readonly ItemChoice[]
  readonly kinds: readonly string[]
  /** Empty for those who see the whole council only. */
  readonly teams: readonly VisibleTeam[]
  /** What is asked for: a rubric's question, or undefined for a grade of a theme. */
  readonly question: string | undefined
  readonly labels: ReadonlyMap<string, string>
  readonly judged: JudgementKind
  /** Of what is graded. */
  readonly scale: Scale
  /** Rounds of the period that have figures, by date. */
  readonly figures: readonly RoundFigures[]
  /** Each round of the period against the one before it, where both have enough for a share. */
  readonly steps: readonly RoundStep[]
  /** Undefined where there is no share to compare. */
  readonly comparison: Comparison | undefined
  /** Whether the theme and item have figures in any period. */
  readonly hasEarlier: boolean
  readonly teamIds: readonly string[] | undefined
  /** What the figures were made from, of every round and kind. */
  readonly tallies: readonly Tally[]
  readonly rounds: readonly RoundFacts[]
}

/** Every round's figures, by date. */
const figuresByRound = (
  rounds: readonly RoundFacts[],
  judged: JudgementKind,
  tallies: readonly Tally[],
  scale: Scale
): RoundFigures[] => {
  const byRound = Map.groupBy(tallies, (tally) => tally.roundId)
  return rounds.flatMap(
    (round) => figuresOf(round, judged, byRound.get(round.id) ?? [], scale) ?? []
  )
}

/** @throws NotFound for a team that is not there, NotTheirs for one that is not the reader's to see */
const chooseTeams = (
  everyTeam: readonly TeamPlace[],
  teams: readonly VisibleTeam[],
  typed: string | undefined
): string[] | undefined => {
  if (typed === undefined) return undefined
  const teamIds = withTeamsBelow(teams, typed)
  if (teamIds.length > 0) return teamIds
  const isThere = everyTeam.some((team) => team.id === typed)
  throw isThere ? new NotTheirs('No such team') : new NotFound('No such team')
}

/** The theme asked for, else the overall grade, else the first that has been counted. */
const chooseTheme = async (db: Db, typed: string | undefined, faults: FilterFault[]) => {
  const asked = typed ?? auditThemeKey
  const counted = await loadCounted(db, asked)
  const fallback = defaultTheme(counted.themes)
  const first = await loadThemes(db, typed ?? fallback)
  const themes = themeChoices(first.titles, counted.themes)
  const isOffered = typed === undefined || themes.some((choice) => choice.key === typed)
  if (!isOffered) faults.push(notOffered('theme', 'a theme'))
  const theme = isOffered && typed !== undefined ? typed : fallback
  return {
    theme,
    themes,
    published: isOffered ? first.theme : (await loadThemes(db, theme)).theme,
    countedItems: theme === asked ? counted.items : (await loadCounted(db, theme)).items,
  }
}

export const loadResults = async (
  db: Db,
  reader: Reader,
  typed: TypedFilters,
  today: string
): Promise<Results> => {
  const faults: FilterFault[] = []
  const scopes = scopesOf(reader.roles, 'results.by_team')
  const everyTeam = await listTeams(db)
  const teams = visibleTeams(everyTeam, scopes, reader.teamId)
  const teamIds = chooseTeams(everyTeam, teams, typed.team)

  const { theme, themes, published, countedItems } = await chooseTheme(db, typed.theme, faults)
  const rounds = await listRounds(db)
  const items = itemChoices(theme, published, countedItems)
  const wanted = items.find((choice) => choice.key === (typed.item ?? ''))
  if (typed.item !== undefined && !wanted) faults.push(notOffered('item', 'an item'))
  const item = wanted ?? items[0] ?? { key: '', label: '', kind: 'grade' as const }
  const judged = item.kind
  const itemKey = item.key === '' ? null : item.key

  const status = findStatus(typed.status)
  if (typed.status !== undefined && !status) faults.push(notOffered('status', 'a service status'))
  const period = findPeriod(typed.period)
  if (!period) faults.push(notOffered('period', 'a period'))

  const asked = typed.kind === undefined ? undefined : readRoundKind(typed.kind)
  if (typed.kind !== undefined && !asked) faults.push(notOffered('kind', 'a kind of round'))
  const tallies = (await listTallies(db, { theme, item: itemKey, teamIds, status })).filter(
    (tally) => tally.kind === judged
  )
  const values = [...new Set(tallies.map(({ value }) => value))]
  const scale = scaleOfValues(published, values)
  const kinds = kindsOffered(kindsCounted(tallies, rounds), asked)
  const kind = asked ?? (kinds.includes('learning') ? 'learning' : (kinds[0] ?? 'learning'))

  const ofKind = figuresByRound(
    rounds.filter((round) => round.kind === kind),
    judged,
    tallies,
    scale
  )
  const figures = ofKind.filter((one) => isInPeriod(one.round.date, period ?? '2y', today))
  const asItem = published?.items.find((one) => one.key === item.key)
  return {
    filters: {
      theme,
      item: item.key,
      team: typed.team ?? '',
      status: status ?? '',
      kind,
      period: period ?? '2y',
    },
    faults,
    themes,
    items,
    kinds,
    teams,
    question: asItem?.question,
    labels: new Map(
      asItem?.kind === 'category' ? asItem.choices.map((choice) => [choice.key, choice.label]) : []
    ),
    judged,
    scale,
    figures,
    steps: roundSteps(figures),
    comparison:
      (judged === 'grade' && hasPositive(scale)) || judged === 'yes_no'
        ? compareTwelveMonths(ofKind, today)
        : undefined,
    hasEarlier: ofKind.length > figures.length,
    teamIds,
    tallies,
    rounds,
  }
}
