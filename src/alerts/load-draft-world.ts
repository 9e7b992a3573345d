/** What a draft is read against: the cases it names, who works with them, categories, the council's days. */

import type { Reader } from '../audits/reader-store.ts'
import { referenceFault, tidyReference } from '../cases/rules/case-reference.ts'
import { type CaseFile, listCaseFilesByKey } from '../cases/store.ts'
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { leadsCouncil } from '../people/rules/leads-council.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import type { CouncilPerson } from '../safety/line-store.ts'
import { lineOf } from '../safety/rules/addressees.ts'
import { CLOSURE_DAYS_KEY, readClosureDays } from '../settings/rules/closure-days.ts'
import { settingValue } from '../settings/rules/setting-value.ts'
import { workingCalendar } from '../settings/rules/working-days.ts'
import { findSettingValues } from '../settings/store.ts'
import { listOpenCaseIds } from './door-store.ts'
import { listCategories } from './list-store.ts'
import { loadAnswerers } from './load-answerers.ts'
import { listNamesOfLeavers } from './name-store.ts'
import type { DraftWorld } from './rules/check-draft.ts'
import { type DraftFields, partsOf, referencesIn, wordsIn } from './rules/draft.ts'
import { leadsService } from './rules/immediate-risk.ts'
import { groupsToRing, type PeopleGroup } from './rules/ring-first.ts'
import type { Alert } from './store.ts'

export interface LoadedDraft extends DraftWorld {
  readonly cases: readonly CaseFile[]
  readonly people: readonly CouncilPerson[]
  /** Of an immediate risk, those whom somebody rings, the likeliest first; empty while no case is known. */
  readonly toRing: readonly PeopleGroup[]
  readonly teamNames: readonly { readonly id: string; readonly name: string }[]
  /** Why somebody is proposed: "works with case 4411". */
  readonly proposedAs: ReadonlyMap<string, string>
  /** Cases of `closed` that there are: naming them is refused, and recorded by whoever shows it. */
  readonly closedIds: readonly string[]
  /** Keys of the references that are none of the malformed, as typed. */
  readonly references: readonly string[]
  readonly policy: {
    readonly informal: string
    readonly formal: string
    readonly immediate: string
  }
}

type Reason = { readonly why: string; readonly references: string[] }

/** “works with cases 4411, 4412 and 4413”: of brothers and sisters every one. */
const wordsOf = ({ why, references }: Reason): string => {
  const last = references.at(-1) ?? ''
  return references.length < 2
    ? `${why} case ${last}`
    : `${why} cases ${references.slice(0, -1).join(', ')} and ${last}`
}

/** Of an immediate risk the two who lead the service, or the next above them; else the worker and the managers of the team. */
const proposalsFor = (
  cases: readonly CaseFile[],
  people: readonly CouncilPerson[],
  teams: Parameters<typeof lineOf>[1],
  { isImmediate, raisedBy: raiserId }: Pick<Alert, 'isImmediate' | 'raisedBy'>
): Map<string, string> => {
  const found = new Map<string, Reason>()
  const add = (id: string, why: string, reference: string) => {
    const known = found.get(id)
    if (known?.why !== why) found.set(id, { why, references: [reference] })
    else if (!known.references.includes(reference)) known.references.push(reference)
  }
  for (const { reference, workerId, teamId } of cases) {
    const line = lineOf(people, teams, teamId)
    const atStep = (level: number) => line.steps.get(level) ?? []
    const worker = people.find(({ id }) => id === workerId)
    if (isImmediate) {
      // From below, until there are two besides whoever raises it: so many are told at once.
      const above: string[] = []
      for (const level of [2, 3, 4]) {
        if (above.length < 2) above.push(...atStep(level).filter((id) => id !== raiserId))
      }
      for (const id of above) add(id, 'leads the service of', reference)
      continue
    }
    if (worker) add(worker.id, 'works with', reference)
    const managers = [1, 2].map(atStep).find((ids) => ids.length > 0) ?? []
    for (const id of managers) add(id, 'manages the team of', reference)
  }
  return new Map([...found].map(([id, reason]) => [id, wordsOf(reason)]))
}

/** Concerns are about any child; good practice about those whose case the writer may open, or about any where that is all. */
const mayNameAny = (reader: Reader): boolean =>
  isGranted(reader.roles, 'alerts.raise') ||
  scopesOf(reader.roles, 'cases.read').includes('all') ||
  leadsCouncil(reader)

export const loadDraftWorld = async (
  db: Db,
  alert: Pick<Alert, 'isImmediate' | 'raisedBy'>,
  reader: Reader,
  fields: DraftFields,
  now: string
): Promise<LoadedDraft> => {
  const today = londonDate(now)
  const { isImmediate } = alert
  const all = referencesIn(fields.references).map(tidyReference)
  // “c-100” and “C-100” are one case.
  const typed = all.filter((each, at) => all.findIndex((one) => toKey(one) === toKey(each)) === at)
  const malformed = typed.flatMap((reference) => {
    const fault = referenceFault(reference)
    return fault === undefined ? [] : [{ reference, fault }]
  })
  const whole = typed.filter((reference) => referenceFault(reference) === undefined)
  const namesAny = mayNameAny(reader)
  const there = await listCaseFilesByKey(db, [
    ...new Set([...whole, ...whole.flatMap(wordsIn)].map(toKey)),
  ])
  const open = namesAny
    ? undefined
    : await listOpenCaseIds(
        db,
        reader,
        there.map(({ id }) => id)
      )
  const found = open ? there.filter(({ id }) => open.has(id)) : there
  const known = new Set(found.map(({ reference }) => toKey(reference)))
  const parted = whole.flatMap((each) => partsOf(each, (part) => known.has(toKey(part))))
  const sound = parted.filter(
    (each, at) => parted.findIndex((one) => toKey(one) === toKey(each)) === at
  )
  const cases = sound.flatMap((each) =>
    found.filter(({ reference }) => toKey(reference) === toKey(each))
  )
  const missing = sound.filter((each) => !known.has(toKey(each)))
  const people = await loadAnswerers(db)
  const teams = await listTeams(db)
  const proposedAs = proposalsFor(cases, people, teams, alert)
  proposedAs.delete(alert.raisedBy)
  const chosen = [...fields.to, ...fields.others].filter((id) => id !== '')
  const gone = chosen.filter((id) => !people.some((person) => person.id === id))
  // One query for all three.
  const settings = await findSettingValues(db, [
    CLOSURE_DAYS_KEY,
    'alert_informal_days',
    'alert_formal_days',
  ])
  const calendar = workingCalendar(
    readClosureDays(settings.get(CLOSURE_DAYS_KEY)).map(({ date }) => date)
  )
  const days = {
    informal: settingValue('alert_informal_days', settings.get('alert_informal_days')),
    formal: settingValue('alert_formal_days', settings.get('alert_formal_days')),
  }
  const serviceTeams = new Set(teams.filter(({ kind }) => kind === 'service').map(({ id }) => id))
  return {
    isImmediate,
    mayRaiseConcerns: isGranted(reader.roles, 'alerts.raise'),
    raiserId: alert.raisedBy,
    now,
    today,
    calendar,
    days,
    known: cases,
    unknown: namesAny ? missing : [],
    closed: namesAny ? [] : missing,
    closedIds: there
      .filter(
        (each) =>
          !found.includes(each) && missing.some((one) => toKey(one) === toKey(each.reference))
      )
      .map(({ id }) => id),
    malformed,
    references: sound.map(toKey),
    statuses: serviceStatuses,
    teams: teams.filter(({ closedOn }) => closedOn === null).map(({ id }) => id),
    categories: await listCategories(db),
    people,
    left: gone.length === 0 ? new Map() : await listNamesOfLeavers(db, gone),
    proposals: [...proposedAs.keys()],
    serviceManagers: people
      .filter((person) => leadsService(person, serviceTeams))
      .map(({ id }) => id),
    cases,
    toRing: isImmediate
      ? groupsToRing(
          cases.map(({ workerId, teamId }) => ({ workerId, line: lineOf(people, teams, teamId) })),
          people
        )
      : [],
    teamNames: teams.filter(({ closedOn }) => closedOn === null),
    proposedAs,
    policy: {
      informal: calendar.dueAfter(today, days.informal),
      formal: calendar.dueAfter(today, days.formal),
      immediate: calendar.dueAfter(today, 1),
    },
  }
}
