/** Reads what the results page shows under its filters: a fixed number of queries, however much has been judged. */
import type { Db } from '../db/schema.ts'
import { NotFound, NotTheirs } from '../errors.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import type { Role } from '../people/rules/permissions.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { findTeam, listTeams } from '../people/team-store.ts'
import { type Comparison, compareTwelveMonths } from './rules/comparison.ts'
import { isInPeriod } from './rules/period.ts'
import {
  type Choice,
  defaultTheme,
  type FilterFault,
  findPeriod,
  findStatus,
  type ItemChoice,
  itemChoices,
  kindsCounted,
  notOffered,
  themeChoices,
} from './rules/results-choices.ts'
import { figuresOf, type RoundFigures } from './rules/round-figures.ts'
import { type RoundStep, roundSteps } from './rules/round-steps.ts'
import type { RoundFacts, Tally } from './rules/tally.ts'
import { type VisibleTeam, visibleTeams, withTeamsBelow } from './rules/visible-teams.ts'
import { listRounds, listTallies } from './store.ts'
import { listCountedThemes, loadThemes } from './theme-store.ts'

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
  /** Rounds of the period that have figures, by date. */
  readonly figures: readonly RoundFigures[]
  /** Each round of the period against the one before it, where both have enough for a share. */
  readonly steps: readonly RoundStep[]
  /** Undefined for numbers and categories. */
  readonly comparison: Comparison | undefined
  /** Whether the theme and item have figures in any period. */
  readonly hasEarlier: boolean
  readonly teamIds: readonly string[] | undefined
}

/** Every round's figures, by date. */
const figuresByRound = (
  rounds: readonly RoundFacts[],
  judged: JudgementKind,
  tallies: readonly Tally[]
): RoundFigures[] => {
  const byRound = Map.groupBy(tallies, (tally) => tally.roundId)
  return rounds.flatMap((round) => figuresOf(round, judged, byRound.get(round.id) ?? []) ?? [])
}

/** @throws NotFound for a team that is not there, NotTheirs for one that is not the reader's to see */
const chooseTeams = async (
  db: Db,
  teams: readonly VisibleTeam[],
  typed: string | undefined
): Promise<string[] | undefined> => {
  if (typed === undefined) return undefined
  const teamIds = withTeamsBelow(teams, typed)
  if (teamIds.length === 0) {
    throw (await findTeam(db, typed)) ? new NotTheirs('No such team') : new NotFound('No such team')
  }
  return teamIds
}

export const loadResults = async (
  db: Db,
  reader: Reader,
  typed: TypedFilters,
  today: string
): Promise<Results> => {
  const faults: FilterFault[] = []
  const scopes = scopesOf(reader.roles, 'results.by_team')
  const teams = scopes.length > 0 ? visibleTeams(await listTeams(db), scopes, reader.teamId) : []
  const teamIds = await chooseTeams(db, teams, typed.team)

  const counted = await listCountedThemes(db)
  const loaded = await loadThemes(db, (published) => {
    const choices = themeChoices(published, counted)
    const isKnown = choices.some((choice) => choice.key === typed.theme)
    if (typed.theme !== undefined && !isKnown) faults.push(notOffered('theme', 'a theme'))
    return isKnown ? (typed.theme ?? '') : defaultTheme(choices, counted)
  })
  const theme = loaded.key
  const themes = themeChoices(loaded.titles, counted)

  const rounds = await listRounds(db)
  const council = await listTallies(db, { theme })
  const items = itemChoices(theme, loaded.theme, council)
  const wanted = items.find((choice) => choice.key === (typed.item ?? ''))
  if (typed.item !== undefined && !wanted) faults.push(notOffered('item', 'an item'))
  const item = wanted ?? items[0] ?? { key: '', label: '', kind: 'grade' as const }
  const judged = item.kind
  const itemKey = item.key === '' ? null : item.key

  const status = findStatus(typed.status)
  if (typed.status !== undefined && !status) faults.push(notOffered('status', 'a service status'))
  const period = findPeriod(typed.period)
  if (!period) faults.push(notOffered('period', 'a period'))

  const ofItem = council.filter((tally) => tally.item === itemKey && tally.kind === judged)
  const kinds = kindsCounted(ofItem, rounds)
  if (typed.kind !== undefined && !kinds.includes(typed.kind)) {
    faults.push(notOffered('kind', 'a kind of round'))
  }
  const kind =
    typed.kind !== undefined && kinds.includes(typed.kind)
      ? typed.kind
      : kinds.includes('learning')
        ? 'learning'
        : (kinds[0] ?? 'learning')

  const isNarrowed = teamIds !== undefined || status !== undefined
  const tallies = isNarrowed
    ? (await listTallies(db, { theme, item: itemKey, teamIds, status })).filter(
        (tally) => tally.kind === judged
      )
    : ofItem
  const ofKind = figuresByRound(
    rounds.filter((round) => round.kind === kind),
    judged,
    tallies
  )
  const figures = ofKind.filter((one) => isInPeriod(one.round.date, period ?? '2y', today))
  const published = loaded.theme?.items.find((one) => one.key === item.key)
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
    question: published?.question,
    labels: new Map(
      published?.kind === 'category'
        ? published.choices.map((choice) => [choice.key, choice.label])
        : []
    ),
    judged,
    figures,
    steps: roundSteps(figures),
    comparison:
      judged === 'grade' || judged === 'yes_no' ? compareTwelveMonths(ofKind, today) : undefined,
    hasEarlier: ofKind.length > figures.length,
    teamIds,
  }
}
