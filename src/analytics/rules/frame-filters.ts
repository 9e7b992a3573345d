/**
 * What the filters of an analytics page mean: each as a key or a name in any case. A value that names nothing is told with
 * the nearest names, and the page then shows what it shows without that filter.
 */

import { addDays } from '../../people/rules/add-days.ts'
import { readRoundKind } from '../../rounds/rules/read-round-kind.ts'
import { roundKinds } from '../../rounds/rules/round-kind.ts'
import { eitherOf, nearestNames } from '../../rubrics/rules/nearest-names.ts'
import { serviceStatuses } from '../../rubrics/rules/service-status.ts'
import { monthsBefore, type PeriodKey, periods } from './period.ts'
import { readDate } from './read-date.ts'
import type { Choice, FilterFault } from './results-choices.ts'
import type { VisibleTeam } from './visible-teams.ts'

/** As the address has them; undefined is not given. */
export type TypedFrame = {
  readonly theme?: string | undefined
  readonly team?: string | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly period?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Given where the dates beside it were shown before the period was chosen: the period is the newer choice then. */
  readonly dated?: string | undefined
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

const isId = (typed: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed)

/** The choice of that key or label; a fault with the nearest names where there is none. */
export const findChoice = (
  field: string,
  what: string,
  typed: string,
  choices: readonly Choice[]
): { readonly found: Choice | undefined; readonly faults: readonly FilterFault[] } => {
  const found = choices.find(
    ({ key, label }) => plain(key) === plain(typed) || plain(label) === plain(typed)
  )
  if (found) return { found, faults: [] }
  const shown = typed.length > 60 ? `${typed.slice(0, 57)}…` : typed
  // An id says nothing to anybody, and whether there is such a record is not to be read off the answer.
  const asked = isId(typed) ? `such ${what}` : `${what} “${shown}”`
  const labels = choices.map(({ label }) => label)
  // A key that people type is offered too; an id is not.
  const keys = choices.map(({ key }) => key).filter((key) => key.length < 30)
  const near = nearestNames(typed, [...new Set([...labels, ...keys])])
  const remedy = near.length > 0 ? `Did you mean ${eitherOf(near)}?` : 'Choose one from the list'
  return {
    found: undefined,
    faults: [{ field, message: `There is no ${asked}. ${remedy}` }],
  }
}

export const isWithin = ({ from, to }: FramePeriod, date: string): boolean =>
  (from === undefined || date >= from) && (to === undefined || date <= to)

export type FramePeriod = {
  readonly period: PeriodKey | 'dates'
  /** Both ends included; undefined is open. */
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The period as a page shows it and its addresses carry it: a name or dates; '' is not set. */
export const periodFilters = ({ period, from, to }: FramePeriod) =>
  period === 'dates'
    ? { period: '', from: from ?? '', to: to ?? '' }
    : { period: String(period), from: '', to: '' }

/** Dates go before a named period, unless that was chosen on a page that showed the dates. One that is not a date, and a period that ends before it begins, are faults. */
export const readPeriod = (
  given: TypedFrame,
  fallback: PeriodKey,
  today: string
): FramePeriod & { readonly faults: readonly FilterFault[] } => {
  const isPeriodNewer = given.dated !== undefined && given.period !== undefined
  const typed = isPeriodNewer ? { ...given, from: undefined, to: undefined } : given
  const faults: FilterFault[] = []
  const dateOf = (field: 'from' | 'to') => {
    const text = typed[field]
    if (text === undefined) return undefined
    const read = readDate(text)
    if (read.ok) return read.date
    faults.push({ field, message: read.message })
    return undefined
  }
  const from = dateOf('from')
  const to = dateOf('to')
  if (from !== undefined && to !== undefined && from > to) {
    faults.push({
      field: 'to',
      message: `The period ends on ${to}, before it begins on ${from}. Give a later end, or an earlier beginning`,
    })
  }
  if (faults.length === 0 && (from !== undefined || to !== undefined)) {
    return { period: 'dates', from, to, faults }
  }
  const choices = periods.map(({ key, label }) => ({ key, label }))
  const chosen =
    typed.period === undefined ? undefined : findChoice('period', 'period', typed.period, choices)
  const period = periods.find(({ key }) => key === chosen?.found?.key)?.key ?? fallback
  const months = periods.find(({ key }) => key === period)?.months ?? null
  return {
    period,
    from: months === null ? undefined : addDays(monthsBefore(today, months), 1),
    to: undefined,
    faults: [...faults, ...(chosen?.faults ?? [])],
  }
}

const words = (keys: readonly string[], label: (key: string) => string): Choice[] =>
  keys.map((key) => ({ key, label: label(key) }))

const statusNames: Readonly<Record<string, string>> = {
  early_help: 'Early help',
  assessment: 'Assessment',
  cin: 'Child in need',
  cp: 'Child protection',
  care: 'Child in care',
  care_leaver: 'Care leaver',
  closed: 'Closed',
}

export const findFrameStatus = (typed: string) =>
  findChoice(
    'status',
    'service status',
    typed,
    words(serviceStatuses, (key) => statusNames[key] ?? key)
  )

export const findFrameKind = (typed: string) => {
  const kind = readRoundKind(typed)
  return kind
    ? { found: { key: kind, label: kind }, faults: [] }
    : findChoice(
        'kind',
        'kind of round',
        typed,
        words(roundKinds, (key) => key.replaceAll('_', ' '))
      )
}

export const findFrameTeam = (typed: string, teams: readonly VisibleTeam[]) =>
  findChoice(
    'team',
    'team',
    typed,
    words(
      teams.map(({ id }) => id),
      (id) => teams.find((team) => team.id === id)?.name ?? id
    )
  )
