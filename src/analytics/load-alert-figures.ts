/**
 * Reads figures of practice alerts for one reader: the filters of the address as they are meant, the facts that they leave, and
 * what these add up to. Six queries, and one more for whoever oversees reviewing officers.
 */
import { type Category, listCategories } from '../alerts/list-store.ts'
import { alertKindLabels, alertKinds, categoriesOf } from '../alerts/rules/alert-kind.ts'
import type { Db } from '../db/schema.ts'
import { ageBandOf, ageBands } from '../grading/rules/age-band.ts'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import {
  type AlertReach,
  type AlertsAsked,
  countOpenCases,
  listRaiserNames,
  type SortedFact,
  visitAlertFacts,
} from './alert-figure-store.ts'
import type { Reader } from './load-results.ts'
import {
  type AlertClock,
  type AlertFigures,
  alertFigures,
  type RaiserFigures,
  type Stock,
  stocksBy,
  sumOfStocks,
} from './rules/alert-figures.ts'
import { type AlertMonth, alertMonths } from './rules/alert-months.ts'
import { type AlertRate, alertRates } from './rules/alert-rates.ts'
import { findChoice, findFrameStatus, findFrameTeam, readPeriod } from './rules/frame-filters.ts'
import type { FilterFault } from './rules/results-choices.ts'
import { FEWEST_FOR_SHARE } from './rules/small-numbers.ts'
import { type VisibleTeam, visibleTeams, withTeamsBelow } from './rules/visible-teams.ts'

/** As the address has them; undefined is not given. */
export type TypedAlertFilters = {
  readonly [Name in keyof AlertFilters]?: string | undefined
}

/** As the page shows them and its addresses carry them; '' is not set. */
export type AlertFilters = {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly team: string
  readonly category: string
  readonly kind: string
  readonly status: string
}

export type NamedStock = Stock & { readonly key: string; readonly label: string }

export type NamedRaiser = RaiserFigures & { readonly name: string }

export type AlertFiguresPage = {
  readonly filters: AlertFilters
  readonly faults: readonly FilterFault[]
  /** A team that was asked for and is another's to see. */
  readonly refusedTeam: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly today: string
  /** Whose alerts these are: a reviewing officer's own, those of teams, or the whole council's; a manager of no team has none. */
  readonly whose: 'own' | 'teams' | 'council' | 'none'
  readonly teams: readonly VisibleTeam[]
  readonly categories: readonly CategoryStock[]
  readonly figures: AlertFigures
  readonly byKind: readonly NamedStock[]
  /** Each with the teams below it; '' is no team known. */
  readonly byTeam: readonly (NamedStock & { readonly depth: number })[]
  /** '' is age not known. */
  readonly byAge: readonly NamedStock[]
  readonly months: readonly AlertMonth[]
  readonly rates: readonly AlertRate[]
  /** By name, those who raised five or more; undefined for whoever does not oversee reviewing officers. */
  readonly raisers:
    | {
        readonly named: readonly NamedRaiser[]
        /** Those who raised fewer, together. */
        readonly others: { readonly people: number; readonly raised: number }
      }
    | undefined
}

/** Categories are in the order in which they are offered. */
export type CategoryStock = Stock & {
  readonly id: string
  readonly label: string
  readonly isRetired: boolean
}

type Sight = { readonly whose: AlertFiguresPage['whose']; readonly reach: AlertReach }

const sightOf = (
  reader: Reader & { readonly id: string },
  teams: readonly VisibleTeam[]
): Sight => {
  const scopes = scopesOf(reader.roles, 'alerts.figures')
  // A senior leader in no team leads the whole council, as in src/alerts/reader-store.ts.
  const isHead = scopes.includes('service') && reader.teamId === null
  if (scopes.includes('all') || isHead) return { whose: 'council', reach: undefined }
  const isOwn = scopes.includes('own')
  return {
    whose: teams.length > 0 ? 'teams' : isOwn ? 'own' : 'none',
    reach: {
      teamIds: teams.map(({ id }) => id),
      raisedBy: isOwn ? reader.id : undefined,
    },
  }
}

const hasAny = ({ raised, open }: Stock): boolean => raised + open > 0

type Stocks = ReadonlyMap<string, Stock>

const byTeamOf = (stocks: Stocks, teams: readonly VisibleTeam[]) => {
  const sum = (ids: readonly string[]) => sumOfStocks(ids.map((id) => stocks.get(id)))
  return [
    ...teams.map(({ id, name, depth }) => ({
      key: id,
      label: name,
      depth,
      ...sum(withTeamsBelow(teams, id)),
    })),
    { key: '', label: 'No team known', depth: 0, ...sum(['']) },
  ].filter(hasAny)
}

const byAgeOf = (stocks: Stocks): NamedStock[] => {
  const bands = [...stocks].map(([age, stock]) => ({
    band: age === '' ? '' : ageBandOf(Number(age)),
    stock,
  }))
  return [...ageBands.map(({ key }) => key as string), '']
    .map((key) => ({
      ...{ key, label: key },
      ...sumOfStocks(bands.filter(({ band }) => band === key).map(({ stock }) => stock)),
    }))
    .filter(hasAny)
}

/** An alert counts in each of its categories. @param stocks by the categories that alerts have together */
const byCategoryOf = (stocks: Stocks, categories: readonly Category[]): CategoryStock[] => {
  const sets = [...stocks].map(([ids, stock]) => ({ ids: categoriesOf(ids), stock }))
  return categories.map(({ id, label, isRetired }) => ({
    id,
    label,
    isRetired,
    ...sumOfStocks(sets.filter(({ ids }) => ids.includes(id)).map(({ stock }) => stock)),
  }))
}

/** The same few sets come again and again: each is taken apart once. @param id undefined is any */
const inCategory = (id: string | undefined): ((fact: SortedFact) => boolean) => {
  if (id === undefined) return () => true
  const met = new Map<string | null, boolean>()
  return ({ categoryIds }) => {
    const known = met.get(categoryIds)
    if (known !== undefined) return known
    const isIn = categoriesOf(categoryIds).includes(id)
    met.set(categoryIds, isIn)
    return isIn
  }
}

/** Making a text of each age takes as long as all else that is asked of an alert. */
const agesOf = Array.from({ length: 26 }, (_, age) => String(age))

/** What the page adds up, of each alert once. */
const newSums = (clock: AlertClock, from: string | undefined, to: string) => {
  const { today } = clock
  return {
    figures: alertFigures(clock),
    byKind: stocksBy(({ kind }) => kind, today),
    byTeam: stocksBy(({ teamId }) => teamId ?? '', today),
    byAge: stocksBy(({ age }) => (age === null ? '' : (agesOf[age] ?? String(age))), today),
    byStatus: stocksBy(({ status }) => status ?? '', today),
    months: alertMonths(from, to),
  }
}

const raisersOf = async (
  db: Db,
  all: readonly RaiserFigures[]
): Promise<AlertFiguresPage['raisers']> => {
  const [named, few] = [
    all.filter(({ raised }) => raised >= FEWEST_FOR_SHARE),
    all.filter(({ raised }) => raised < FEWEST_FOR_SHARE),
  ]
  const names = await listRaiserNames(
    db,
    named.map(({ personId }) => personId)
  )
  return {
    named: named
      .map((one) => ({ ...one, name: names.find(({ id }) => id === one.personId)?.name ?? '' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    others: { people: few.length, raised: few.reduce((sum, { raised }) => sum + raised, 0) },
  }
}

export const loadAlertFigures = async (
  db: Db,
  reader: Reader & { readonly id: string },
  typed: TypedAlertFilters,
  today: string
): Promise<AlertFiguresPage> => {
  const everyTeam = await listTeams(db)
  const scopes = scopesOf(reader.roles, 'alerts.figures')
  const ofScopes = visibleTeams(everyTeam, scopes, reader.teamId)
  const { whose, reach } = sightOf(reader, ofScopes)
  // Whoever has alerts of their own among these may have raised them of any team.
  const isWide = whose === 'council' || reach?.raisedBy !== undefined
  const teams = isWide ? visibleTeams(everyTeam, ['all'], null) : ofScopes

  const period = readPeriod(typed, '1y', today)
  const team = typed.team === undefined ? undefined : findFrameTeam(typed.team, teams)
  const status = typed.status === undefined ? undefined : findFrameStatus(typed.status)
  const kinds = alertKinds.map((key) => ({ key, label: alertKindLabels[key] }))
  const kind =
    typed.kind === undefined ? undefined : findChoice('kind', 'kind of alert', typed.kind, kinds)
  const teamIds = team?.found ? withTeamsBelow(teams, team.found.key) : undefined
  const narrowed: AlertsAsked = {
    from: period.from,
    to: period.to,
    reach,
    teamIds,
    kind: kind?.found?.key,
    status: status?.found?.key,
  }
  const offered = await listCategories(db)
  const category =
    typed.category === undefined
      ? undefined
      : findChoice(
          'category',
          'category',
          typed.category,
          offered.map(({ id, label }) => ({ key: id, label }))
        )
  const chosen = category?.found?.key
  const { daysBetween } = await loadWorkingCalendar(db)
  const clock = { today, daysBetween }
  const bySet = stocksBy((fact: SortedFact) => fact.categoryIds ?? '', today)
  const sums = newSums(clock, period.from, period.to ?? today)
  const every = Object.values(sums)
  const isChosen = inCategory(chosen)
  await visitAlertFacts(db, narrowed, (fact) => {
    bySet.add(fact)
    if (isChosen(fact)) for (const sum of every) sum.add(fact)
  })
  const ofKinds = sums.byKind.sum()
  const { figures, raisers } = sums.figures.sum()
  const cases = await countOpenCases(db, {
    teamIds: teamIds ?? (isWide ? undefined : reach?.teamIds),
    iroId: whose === 'own' ? reader.id : undefined,
    status: status?.found?.key,
  })
  return {
    filters: {
      period: period.period === 'dates' ? '' : period.period,
      from: period.period === 'dates' ? (period.from ?? '') : '',
      to: period.period === 'dates' ? (period.to ?? '') : '',
      team: team?.found?.key ?? '',
      category: category?.found?.key ?? '',
      kind: kind?.found?.key ?? '',
      status: status?.found?.key ?? '',
    },
    faults: [period, team, category, kind, status].flatMap((one) => one?.faults ?? []),
    refusedTeam:
      team && !team.found ? everyTeam.find(({ id }) => id === typed.team)?.id : undefined,
    from: period.from,
    to: period.to,
    today,
    whose,
    teams,
    categories: byCategoryOf(bySet.sum(), offered),
    figures,
    byKind: kinds
      .map(({ key, label }) => ({ key, label, ...sumOfStocks([ofKinds.get(key)]) }))
      .filter(hasAny),
    byTeam: byTeamOf(sums.byTeam.sum(), teams),
    byAge: byAgeOf(sums.byAge.sum()),
    months: sums.months.sum(),
    rates: alertRates(
      [...sums.byStatus.sum()].map(([of, { raised }]) => ({ status: of, count: raised })),
      cases.length === 0 ? undefined : cases
    ),
    raisers: isGranted(reader.roles, 'alerts.oversee') ? await raisersOf(db, raisers) : undefined,
  }
}
