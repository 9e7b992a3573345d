/** The filters of a report as typed (a key or a name, in any case) to what they mean, with a message for each that means nothing. */

import { readDate } from '../analytics/rules/read-date.ts'
import { listRounds } from '../analytics/store.ts'
import { listThemeTitles, loadCounted } from '../analytics/theme-store.ts'
import { readServiceStatus } from '../cases/rules/status-spellings.ts'
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { FaultyInput } from '../errors.ts'
import { listTeams, listTeamsBelow } from '../people/team-store.ts'
import { readRoundKind } from '../rounds/rules/read-round-kind.ts'
import { roundKinds } from '../rounds/rules/round-kind.ts'
import { meantOr } from '../rubrics/rules/nearest-names.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import type { ReportFilters } from './load-report.ts'

export type TypedFilters = {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly round?: string | undefined
  readonly theme?: string | undefined
  readonly team?: string | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
}

/** `--theme: there is no theme “cp plna”; did you mean …`. */
const notKnown = (
  option: string,
  what: string,
  typed: string,
  known: readonly string[]
): string => {
  const names = [...new Set(known)]
  const some = names.slice(0, 12)
  const all =
    some.length > 0
      ? `there are ${some.map((name) => `“${name}”`).join(', ')}${known.length > some.length ? ' and others' : ''}`
      : `there is no ${what} yet`
  return `--${option}: there is no ${what} “${typed}”; ${meantOr(typed, names, all)}`
}

/** Finds what was typed among things with a key and names; the keys and names are what a message offers. */
const findNamed = <Thing>(
  typed: string,
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly string[]
): Thing | undefined =>
  things.find((thing) => namesOf(thing).some((name) => toKey(name) === toKey(typed)))

/** @throws FaultyInput with a line for every filter that means nothing */
export const resolveFilters = async (db: Db, typed: TypedFilters): Promise<ReportFilters> => {
  const faults: string[] = []
  const date = (option: 'from' | 'to'): string | null => {
    const text = typed[option]
    if (text === undefined) return null
    const read = readDate(text)
    if (read.ok) return read.date
    faults.push(`--${option}: ${read.message}`)
    return null
  }
  const from = date('from')
  const to = date('to')
  if (from !== null && to !== null && from > to) {
    faults.push(`--from: ${from} is after --to ${to}; give the earlier date first`)
  }

  const named = async <Thing>(
    option: 'round' | 'theme' | 'team',
    load: () => Promise<readonly Thing[]>,
    namesOf: (thing: Thing) => readonly string[]
  ): Promise<Thing | undefined> => {
    const text = typed[option]
    if (text === undefined) return undefined
    const things = await load()
    const found = findNamed(text, things, namesOf)
    if (!found) faults.push(notKnown(option, option, text, things.flatMap(namesOf)))
    return found
  }
  const round = await named(
    'round',
    () => listRounds(db),
    (one) => [one.name]
  )
  const theme = await named(
    'theme',
    async () => {
      const titles = await listThemeTitles(db)
      const keys = [auditThemeKey, ...(await loadCounted(db, auditThemeKey)).themes]
      const others = keys.filter((key) => !titles.some((one) => one.key === key))
      return [...titles, ...[...new Set(others)].map((key) => ({ key, title: key }))]
    },
    (one) => [...new Set([one.key, one.title])]
  )
  const team = await named(
    'team',
    () => listTeams(db),
    (one) => [one.name]
  )

  const status = typed.status === undefined ? undefined : readServiceStatus(typed.status)
  if (typed.status !== undefined && !status) {
    faults.push(notKnown('status', 'service status', typed.status, serviceStatuses))
  }
  const kind = typed.kind === undefined ? undefined : readRoundKind(typed.kind)
  if (typed.kind !== undefined && !kind) {
    faults.push(notKnown('kind', 'kind of round', typed.kind, roundKinds))
  }
  if (faults.length > 0) throw new FaultyInput(faults)
  return {
    from,
    to,
    roundId: round?.id,
    theme: theme?.key,
    teamIds: team ? await listTeamsBelow(db, team.id) : undefined,
    status,
    kind,
  }
}
