/** Raises one planned alert on the case that it fits, in the words of whoever reviews it. */
import { raiseAlert } from '../alerts/raise-alert.ts'
import { type DraftFields, emptyDraft } from '../alerts/rules/draft.ts'
import { startDraft } from '../alerts/start-draft.ts'
import { personIdOf } from './add-people.ts'
import type { CaseKnown } from './refresh-cases.ts'
import type { AlertPlan } from './rules/alert-plans.ts'
import {
  type AlertWords,
  alertWords,
  goodPractice,
  immediateWords,
  siblingWords,
} from './rules/alert-words.ts'
import type { Chance } from './rules/chance.ts'
import { people, teams } from './rules/council.ts'
import { newWriter, type Writer } from './rules/fill-words.ts'
import type { Show } from './show.ts'

export interface AlertOnStage {
  readonly id: string
  readonly raiserId: string
  readonly workerId: string
  readonly teamManagerId: string
  readonly serviceManagerId: string
  readonly headId: string
  /** Leads another service: stands in for the assistant director that Aldermere has not got. */
  readonly otherHeadId: string
  readonly writer: Writer
  readonly chance: Chance
}

const managerOf = (place: string | undefined, role: 'manager' | 'senior_leader'): string =>
  people.find(({ team, roles }) => team === place && roles.includes(role))?.name ?? ''

const fits = (each: CaseKnown, plan: AlertPlan): boolean => {
  const { status, iro } = each.now
  return (
    iro !== null &&
    status === (plan.status ?? status) &&
    iro === (plan.iro ?? iro) &&
    each.file.team === (plan.team ?? each.file.team)
  )
}

/** A case is alerted on again only when every fitting one was. */
const used = new WeakMap<Show, Set<string>>()

const chooseCase = (show: Show, plan: AlertPlan, chance: Chance): CaseKnown | undefined => {
  const before = used.get(show) ?? new Set<string>()
  used.set(show, before)
  const all = [...show.known.values()].filter((each) => fits(each, plan))
  const fresh = all.filter(({ file }) => !before.has(file.reference))
  const from = fresh.length > 0 ? fresh : all
  if (from.length === 0) return undefined
  const chosen = chance.pick(from)
  before.add(chosen.file.reference)
  return chosen
}

const told = (at: string): DraftFields['rang'] => {
  // A quarter of an hour before, as the clock on the wall shows it.
  const parts = Object.fromEntries(
    inLondon
      .formatToParts(new Date(Date.parse(at) - 15 * 60_000))
      .map(({ type, value }) => [type, value])
  )
  return {
    ...emptyDraft.rang,
    day: parts.day ?? '',
    month: parts.month ?? '',
    year: parts.year ?? '',
    time: `${parts.hour}:${parts.minute}`,
    means: 'phone',
  }
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const wordsFor = (plan: AlertPlan, status: string, chance: Chance, writer: Writer) => {
  if (plan.kind === 'good_practice') {
    const { good, difference } = chance.pick(goodPractice)
    return { categories: [], concern: good, impact: difference, asked: '' }
  }
  const words: AlertWords = chance.pick(alertWords.filter(({ of = status }) => of === status))
  if (plan.isImmediate) {
    return { categories: [], concern: chance.pick(immediateWords), impact: '', asked: '' }
  }
  return {
    categories: [words.category],
    concern: plan.isSiblings ? writer.write([siblingWords]) : writer.write(words.concern),
    impact: writer.write(words.impact),
    asked: writer.write(words.asked),
  }
}

/** @returns undefined where no case fits */
export const raiseOnStage = async (
  show: Show,
  plan: AlertPlan,
  chance: Chance,
  at: string
): Promise<AlertOnStage | undefined> => {
  const { stage, staff } = show
  const chosen = chooseCase(show, plan, chance)
  if (!chosen?.now.iro) return undefined
  const { file, now } = chosen
  const service = teams.find(({ name }) => name === file.team)?.service
  const heads = people.filter(({ roles }) => roles.includes('senior_leader'))
  const id = (name: string) => personIdOf(staff, name)
  const headName = managerOf(service, 'senior_leader')
  const otherHead = heads.find(({ name }) => name !== headName)?.name ?? ''
  const otherService = people.find(
    ({ team, roles }) =>
      team !== service &&
      team !== file.team &&
      roles.includes('manager') &&
      !team?.endsWith(' team')
  )
  const raiserId = id(now.iro ?? '')
  const writer = newWriter(at.slice(0, 10), chance)
  const sibling = plan.isSiblings
    ? [...show.known.values()].find(
        (each) =>
          each.file.reference !== file.reference &&
          each.file.team === file.team &&
          each.now.status === now.status
      )
    : undefined
  const isSeen = plan.steps[0]?.do === 'acknowledge'
  const fields: DraftFields = {
    ...emptyDraft,
    kind: plan.kind,
    references: [chosen, ...(sibling ? [sibling] : [])]
      .map((each) => each.file.reference)
      .join(', '),
    ...wordsFor(plan, now.status, chance, writer),
    ...(plan.isImmediate
      ? {
          others: [isSeen ? id(headName) : id(otherService?.name ?? '')],
          rang: { ...told(at), person: id(managerOf(file.team, 'manager')) },
        }
      : {}),
  }
  const ctx = stage.at(at, raiserId)
  const alertId = await startDraft(ctx, {
    kind: plan.kind,
    isImmediate: plan.isImmediate ?? false,
    references: fields.references,
    auditId: null,
  })
  const outcome = await raiseAlert(ctx, { alertId, revision: 1, fields, isNoName: false })
  if (outcome.kind !== 'raised') {
    throw new Error(`an alert of the demonstration was not raised: ${JSON.stringify(outcome)}`)
  }
  return {
    id: alertId,
    raiserId,
    workerId: id(file.worker),
    teamManagerId: id(managerOf(file.team, 'manager')),
    serviceManagerId: id(managerOf(service, 'manager')),
    headId: id(headName),
    otherHeadId: id(otherHead),
    writer,
    chance,
  }
}
