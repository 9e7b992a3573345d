/** Reads coverage: teams by status, statuses and themes over a rolling year. Three queries beside the frame's. */

import type { Db } from '../db/schema.ts'
import { addDays } from '../people/rules/add-days.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { listOpenCases, listReached, listThemeRounds } from './coverage-store.ts'
import type { Frame } from './load-frame.ts'
import { notReached, type Reach, reachOf } from './rules/coverage.ts'
import { monthsBefore } from './rules/period.ts'
import { marginOf, sampleSize } from './rules/sample-size.ts'
import { isShareShown } from './rules/small-numbers.ts'

export type CoverageTeam = Reach & {
  /** By status, in the order of `statuses`. */
  readonly cells: readonly Reach[]
}

/** How sure a share of the audited cases is of all open ones, had they been picked at random. */
export type Sample = {
  readonly key: string
  readonly audited: number
  readonly cases: number
  /** 95%, whole points either way, rounded up; undefined where too few were audited for a share. */
  readonly points: number | undefined
  /** Cases to audit for ten points either way. */
  readonly forTen: number
}

export type Coverage = {
  /** The first day of the year. */
  readonly since: string
  /** Of the whole council, or of the chosen team and those below. */
  readonly audits: number
  readonly statuses: readonly Reach[]
  /** Empty for those who see the whole council only. */
  readonly teams: readonly CoverageTeam[]
  readonly themes: readonly Reach[]
  /** Open cases as a population: all of them under key '', then by status; empty where no case is known. */
  readonly samples: readonly Sample[]
  readonly gaps: {
    readonly teams: readonly Reach[]
    readonly statuses: readonly Reach[]
    readonly themes: readonly Reach[]
    /** Statuses of a team that was reached otherwise. */
    readonly places: number
  }
}

/** A theme's dates are those of its rounds: only audits know theirs to the day. */
const themesOf = async (db: Db, frame: Frame, since: string): Promise<Reach[]> => {
  const dates = new Map(frame.everyRound.map(({ id, date }) => [id, date]))
  const byTheme = Map.groupBy(await listThemeRounds(db), ({ theme }) => theme)
  return frame.themes.map(({ key, label }) => {
    const rounds = (byTheme.get(key) ?? []).map(({ roundId, n }) => ({
      date: dates.get(roundId) ?? '',
      n,
    }))
    return {
      key,
      label,
      n: rounds.reduce((sum, { date, n }) => sum + (date >= since ? n : 0), 0),
      // A round that is still open ends on a day to come; nothing was audited then.
      lastOn:
        rounds
          .map(({ date }) => (date > frame.today ? frame.today : date))
          .toSorted()
          .at(-1) ?? null,
      openCases: undefined,
      openAudited: undefined,
    }
  })
}

const sampleOf = (
  key: string,
  cases: number | undefined,
  audited: number | undefined
): Sample[] => {
  if (cases === undefined || audited === undefined || cases === 0) return []
  const points = isShareShown(audited)
    ? Math.ceil(100 * marginOf(audited, cases) - 1e-9)
    : undefined
  return [{ key, audited, cases, points, forTen: sampleSize(cases, 0.1) }]
}

export const loadCoverage = async (db: Db, frame: Frame): Promise<Coverage> => {
  const since = addDays(monthsBefore(frame.today, 12), 1)
  const { teamIds } = frame
  const isAsked = (teamId: string) => teamIds?.includes(teamId) ?? true
  const reached = (await listReached(db, since)).filter(({ teamId }) => isAsked(teamId))
  const cases = (await listOpenCases(db, since)).filter(({ teamId }) => isAsked(teamId))
  const statuses = serviceStatuses
    .filter(
      (status) => status !== 'closed' || reached.some((one) => one.status === 'closed' && one.n > 0)
    )
    .map((key) => reachOf({ key, label: key }, reached, cases, ({ status }) => status === key))
  const teams = frame.teams
    .filter(({ id, kind, closedOn }) => {
      const isUsed = reached.some(({ teamId, n }) => teamId === id && n > 0)
      return isAsked(id) && (isUsed || (kind === 'team' && closedOn === null))
    })
    .map(({ id, name }): CoverageTeam => {
      const own = reached.filter(({ teamId }) => teamId === id)
      const ownCases = cases.filter(({ teamId }) => teamId === id)
      const known =
        cases.length === 0 ? [] : [...ownCases, { teamId: id, status: '', cases: 0, audited: 0 }]
      return {
        ...reachOf({ key: id, label: name }, own, known, () => true),
        cells: statuses.map(({ key }) =>
          reachOf({ key, label: key }, own, known, ({ status }) => status === key)
        ),
      }
    })
  const all = reachOf({ key: '', label: '' }, reached, cases, () => true)
  const themes = await themesOf(db, frame, since)
  return {
    since,
    audits: reached.reduce((sum, { n }) => sum + n, 0),
    statuses,
    teams,
    themes,
    samples: [
      ...sampleOf('', all.openCases, all.openAudited),
      ...statuses.flatMap(({ key, openCases, openAudited }) =>
        sampleOf(key, openCases, openAudited)
      ),
    ],
    gaps: {
      teams: notReached(teams),
      statuses: notReached(statuses),
      themes: notReached(themes),
      places: teams
        .filter(({ n }) => n > 0)
        .reduce(
          (sum, { cells }) =>
            sum + notReached(cells).filter(({ openCases }) => openCases !== undefined).length,
          0
        ),
    },
  }
}
