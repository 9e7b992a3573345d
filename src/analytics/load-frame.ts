/**
 * What every page of results has before its own figures: the filters of its address as they are meant, the rounds that they
 * leave, the teams that the reader may see figures of, and the themes in the order of the library. Three queries.
 */
import type { Db } from '../db/schema.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { auditThemeKey, commonKey } from '../rubrics/rules/rubric.ts'
import { fourGrade, type Scale } from '../rubrics/rules/scale.ts'
import type { Reader } from './load-results.ts'
import {
  findChoice,
  findFrameKind,
  findFrameStatus,
  findFrameTeam,
  isWithin,
  periodFilters,
  readPeriod,
  type TypedFrame,
} from './rules/frame-filters.ts'
import type { PeriodKey } from './rules/period.ts'
import type { PublishedTheme } from './rules/published-theme.ts'
import type { Choice, FilterFault } from './rules/results-choices.ts'
import type { RoundFacts } from './rules/tally.ts'
import { type VisibleTeam, visibleTeams, withTeamsBelow } from './rules/visible-teams.ts'
import { listRounds } from './store.ts'
import { listPublishedThemes } from './theme-store.ts'

/** Filters as the page shows them and its addresses carry them; '' is not set. */
export type FrameFilters = {
  readonly theme: string
  readonly team: string
  readonly status: string
  readonly kind: string
  readonly period: string
  readonly from: string
  readonly to: string
}

export type Frame = {
  readonly filters: FrameFilters
  readonly faults: readonly FilterFault[]
  /** Both ends of the period, included; undefined is open. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly today: string
  /** Of the kind and the period, by date. */
  readonly rounds: readonly RoundFacts[]
  readonly everyRound: readonly RoundFacts[]
  /** Teams whose figures the reader may see, in the order of the tree; empty for those who see the whole council only. */
  readonly teams: readonly VisibleTeam[]
  /** False where figures by team are of some teams only. */
  readonly seesEveryTeam: boolean
  /** The chosen team with those below it; undefined is the whole council. */
  readonly teamIds: readonly string[] | undefined
  /** Rubrics in the order of the library. */
  readonly published: readonly PublishedTheme[]
  readonly themes: readonly Choice[]
  /** A team that was asked for and is another's to see: answered as one that does not exist, and to be recorded. */
  readonly refusedTeam: string | undefined
  readonly scaleOf: (theme: string) => Scale
  readonly titleOf: (theme: string) => string
}

/** `period` that is taken where the address has none, and the kind; '' is every kind. */
export type FrameDefaults = { readonly period: PeriodKey; readonly kind: string }

const themeChoicesOf = (published: readonly PublishedTheme[]): Choice[] => [
  { key: auditThemeKey, label: 'Overall grade of the audit' },
  ...published
    .filter(({ key }) => key !== commonKey)
    .map(({ key, title }) => ({ key, label: title })),
]

/** The common block has measures and no grade: it can be asked for, and is not offered among the themes. */
const commonOf = (published: readonly PublishedTheme[]): Choice[] =>
  published.flatMap(({ key, title }) => (key === commonKey ? [{ key, label: title }] : []))

export const loadFrame = async (
  db: Db,
  reader: Reader,
  typed: TypedFrame,
  { today, defaults }: { readonly today: string; readonly defaults: FrameDefaults }
): Promise<Frame> => {
  const everyTeam = await listTeams(db)
  const scopes = scopesOf(reader.roles, 'results.by_team')
  const teams = visibleTeams(everyTeam, scopes, reader.teamId)
  const everyRound = await listRounds(db)
  const published = await listPublishedThemes(db)
  const themes = themeChoicesOf(published)

  const period = readPeriod(typed, defaults.period, today)
  const theme =
    typed.theme === undefined
      ? undefined
      : findChoice('theme', 'theme', typed.theme, [...themes, ...commonOf(published)])
  const status = typed.status === undefined ? undefined : findFrameStatus(typed.status)
  const kind = typed.kind === undefined ? undefined : findFrameKind(typed.kind)
  const team = typed.team === undefined ? undefined : findFrameTeam(typed.team, teams)
  const chosenKind = kind?.found?.key ?? defaults.kind
  const teamKey = team?.found?.key ?? ''
  return {
    filters: {
      theme: theme?.found?.key ?? '',
      team: teamKey,
      status: status?.found?.key ?? '',
      kind: chosenKind,
      ...periodFilters(period),
    },
    faults: [theme, team, status, kind, period].flatMap((one) => one?.faults ?? []),
    from: period.from,
    to: period.to,
    today,
    rounds: everyRound.filter(
      (round) => (chosenKind === '' || round.kind === chosenKind) && isWithin(period, round.date)
    ),
    everyRound,
    teams,
    seesEveryTeam: scopes.includes('all'),
    teamIds: teamKey === '' ? undefined : withTeamsBelow(teams, teamKey),
    published,
    themes,
    refusedTeam:
      team && !team.found ? everyTeam.find(({ id }) => id === typed.team)?.id : undefined,
    scaleOf: (key) => published.find((one) => one.key === key)?.scale ?? fourGrade,
    titleOf: (key) => themes.find((one) => one.key === key)?.label ?? key,
  }
}
