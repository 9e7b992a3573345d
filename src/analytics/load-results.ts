/** Reads what the results page shows under its filters: a fixed number of queries, however much has been judged. */
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import type { Role } from '../people/rules/permissions.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { readRoundKind } from '../rounds/rules/read-round-kind.ts'
import { roundKinds } from '../rounds/rules/round-kind.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { fourGrade, hasPositive, type Scale } from '../rubrics/rules/scale.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { listRoundsWithUse } from './meaning-store.ts'
import { type Comparison, compareTwelveMonths } from './rules/comparison.ts'
import { findFrameTeam, isWithin, periodFilters, readPeriod } from './rules/frame-filters.ts'
import { type ItemStory, itemStory, type ThemeVersion } from './rules/meaning-line.ts'
import { defaultPeriod } from './rules/period.ts'
import {
  type Choice,
  defaultTheme,
  type FilterFault,
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
  lineOfRound,
  type NamedBreak,
  namedBreaks,
  type RoundLine,
  sinceWords,
} from './rules/theme-lines.ts'
import {
  type TeamPlace,
  type VisibleTeam,
  visibleTeams,
  withTeamsBelow,
} from './rules/visible-teams.ts'
import { listTallies } from './store.ts'
import { loadCounted, loadThemes } from './theme-store.ts'

/** Filters as the address has them; undefined is not given. */
export type TypedFilters = {
  readonly theme?: string | undefined
  readonly item?: string | undefined
  readonly team?: string | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly period?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly dated?: string | undefined
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
  /** '' where dates are given. */
  readonly period: string
  readonly from: string
  readonly to: string
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
  /** Of a number: `days`. */
  readonly unit: string | undefined
  readonly labels: ReadonlyMap<string, string>
  readonly judged: JudgementKind
  /** Of what is graded in the latest round; every round's figures have their own. */
  readonly scale: Scale
  /** Rounds of the period that have figures, by date. */
  readonly figures: readonly RoundFigures[]
  /** Each round of the period against the one before it, where both have enough for a share. */
  readonly steps: readonly RoundStep[]
  /** Where one round of the period and the next do not mean the same. */
  readonly breaks: readonly NamedBreak[]
  /** With which version the item came or went. */
  readonly story: ItemStory<ThemeVersion>
  /** Of the theme, the oldest first. */
  readonly versions: readonly ThemeVersion[]
  /** By round of any kind, the line that it stands on: only rounds of one line mean the same. */
  readonly lineKeys: ReadonlyMap<string, string>
  /** By round, the version since which its question is what it is. */
  readonly sinceOf: ReadonlyMap<string, string>
  /** Undefined where there is no share to compare. */
  readonly comparison: Comparison | undefined
  /** Whether the theme and item have figures in any period. */
  readonly hasEarlier: boolean
  readonly teamIds: readonly string[] | undefined
  /** A team that was asked for and is another's to see; to be recorded. */
  readonly refusedTeam: string | undefined
  /** What the figures were made from, of every round and kind. */
  readonly tallies: readonly Tally[]
  /** The same of every item, where they were asked for. */
  readonly ofTheme: readonly Tally[]
  readonly rounds: readonly RoundFacts[]
}

/** Rounds with the line that each stands on. */
type LinedRound = RoundFacts & { readonly line: RoundLine }

/** Every round's figures, by date. */
const figuresByRound = (
  rounds: readonly LinedRound[],
  judged: JudgementKind,
  tallies: readonly Tally[]
): RoundFigures[] => {
  const byRound = Map.groupBy(tallies, (tally) => tally.roundId)
  return rounds.flatMap(
    ({ line, ...round }) => figuresOf(round, judged, byRound.get(round.id) ?? [], line.scale) ?? []
  )
}

/** The team asked for by id or name, with those below it. One of others is answered as one that is not there. */
export const chooseTeams = (
  everyTeam: readonly TeamPlace[],
  teams: readonly VisibleTeam[],
  typed: string | undefined
) => {
  const chosen = typed === undefined ? undefined : findFrameTeam(typed, teams)
  const team = chosen?.found?.key ?? ''
  const isRefused = chosen !== undefined && !chosen.found
  return {
    team,
    teamIds: team === '' ? undefined : withTeamsBelow(teams, team),
    faults: chosen?.faults ?? [],
    /** To be recorded. */
    refusedTeam: isRefused ? everyTeam.find(({ id }) => id === typed)?.id : undefined,
  }
}

/** The theme asked for, else the overall grade, else the first that has been counted. */
const chooseTheme = async (db: Db, typed: string | undefined, faults: FilterFault[]) => {
  const counted = await loadCounted(db, typed ?? auditThemeKey)
  const fallback = defaultTheme(counted.themes)
  const first = await loadThemes(db, typed ?? fallback)
  const themes = themeChoices(first.titles, counted.themes)
  const isOffered = typed === undefined || themes.some((choice) => choice.key === typed)
  if (!isOffered) {
    faults.push(
      notOffered('theme', 'a theme', typed, [
        ...new Set(themes.flatMap(({ key, label }) => [key, label])),
      ])
    )
  }
  const theme = isOffered && typed !== undefined ? typed : fallback
  const shown = isOffered ? first : await loadThemes(db, theme)
  const isCounted = counted.themes.includes(theme)
  const own = counted.theme === theme || !isCounted ? counted : await loadCounted(db, theme)
  return {
    theme,
    themes,
    published: shown.theme,
    versions: shown.versions,
    countedItems: isCounted ? own.items : [],
  }
}

/** @param options.everyItem with a service status, reads the counts of the theme's other items in the same query */
export const loadResults = async (
  db: Db,
  reader: Reader,
  typed: TypedFilters,
  today: string,
  { everyItem = false }: { readonly everyItem?: boolean } = {}
): Promise<Results> => {
  const faults: FilterFault[] = []
  const scopes = scopesOf(reader.roles, 'results.by_team')
  const everyTeam = await listTeams(db)
  const teams = visibleTeams(everyTeam, scopes, reader.teamId)
  const { team, teamIds, refusedTeam, ...ofTeam } = chooseTeams(everyTeam, teams, typed.team)
  faults.push(...ofTeam.faults)

  const { theme, themes, published, versions, countedItems } = await chooseTheme(
    db,
    typed.theme,
    faults
  )
  const items = itemChoices(theme, published, countedItems)
  const wanted = items.find((choice) => choice.key === (typed.item ?? ''))
  if (typed.item !== undefined && !wanted) {
    const known = items.flatMap(({ key, label }) => [key, label])
    faults.push(notOffered('item', 'an item', typed.item, known))
  }
  const item = wanted ?? items[0] ?? { key: '', label: '', kind: 'grade' as const }
  const judged = item.kind
  const itemKey = item.key === '' ? null : item.key

  const status = findStatus(typed.status)
  if (typed.status !== undefined && !status)
    faults.push(notOffered('status', 'a service status', typed.status, serviceStatuses))
  const period = readPeriod(typed, defaultPeriod, today)
  faults.push(...period.faults)

  const asked = typed.kind === undefined ? undefined : readRoundKind(typed.kind)
  if (typed.kind !== undefined && !asked)
    faults.push(notOffered('kind', 'a kind of round', typed.kind, roundKinds))
  const ofItem = everyItem && status !== undefined ? {} : { item: itemKey }
  const ofTheme = await listTallies(db, { theme, ...ofItem, teamIds, status })
  const tallies = ofTheme.filter((tally) => tally.kind === judged && tally.item === itemKey)
  const valuesOf = Map.groupBy(tallies, ({ roundId }) => roundId)
  const rounds = (await listRoundsWithUse(db, theme, item.key)).map(
    ({ use, ...round }): LinedRound => ({
      ...round,
      line: lineOfRound(
        { id: round.id, use },
        {
          versions,
          item: item.key,
          isGraded: judged === 'grade',
          values: valuesOf.get(round.id)?.map(({ value }) => value) ?? [],
        }
      ),
    })
  )
  const lines = new Map(rounds.map(({ line }) => [line.roundId, line]))
  const lineOf = (roundId: string) => lines.get(roundId)?.key ?? ''
  const kinds = kindsOffered(kindsCounted(tallies, rounds), asked)
  const kind = asked ?? (kinds.includes('learning') ? 'learning' : (kinds[0] ?? 'learning'))

  const ofKind = figuresByRound(
    rounds.filter((round) => round.kind === kind),
    judged,
    tallies
  )
  const scale = ofKind.at(-1)?.scale ?? published?.scale ?? fourGrade
  const figures = ofKind.filter((one) => isWithin(period, one.round.date))
  const shownLines = figures.flatMap(({ round }) => lines.get(round.id) ?? [])
  const asItem = published?.items.find((one) => one.key === item.key)
  return {
    filters: {
      theme,
      item: item.key,
      team,
      status: status ?? '',
      kind,
      ...periodFilters(period),
    },
    faults,
    themes,
    items,
    kinds,
    teams,
    question: asItem?.question,
    unit: asItem?.kind === 'number' ? asItem.unit : undefined,
    labels: new Map(
      asItem?.kind === 'category' ? asItem.choices.map((choice) => [choice.key, choice.label]) : []
    ),
    judged,
    scale,
    figures,
    steps: roundSteps(figures, lineOf),
    breaks: namedBreaks(shownLines, versions),
    story: itemStory(versions, item.key),
    versions,
    lineKeys: new Map(rounds.map(({ line }) => [line.roundId, line.key])),
    sinceOf: new Map(shownLines.map((line) => [line.roundId, sinceWords(line, versions)])),
    comparison:
      (judged === 'grade' && hasPositive(scale)) || judged === 'yes_no'
        ? compareTwelveMonths(ofKind, today, lineOf)
        : undefined,
    hasEarlier: ofKind.length > figures.length,
    teamIds,
    refusedTeam,
    tallies,
    ofTheme,
    rounds,
  }
}
