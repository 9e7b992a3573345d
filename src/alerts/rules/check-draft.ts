/** Reads a draft that is to be raised: every fault at once, by field, or what the alert will be. */
import { checkTold, type Told } from '../../safety/rules/check-told.ts'
import type { WorkingCalendar } from '../../settings/rules/working-days.ts'
import { type AlertKind, isAlertKind } from './alert-kind.ts'
import { addressedOf, type DraftFields, MOST_REFERENCES, TEXT_LIMIT } from './draft.ts'
import { readExpected } from './expected-date.ts'

type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
}

export type DraftWorld = {
  readonly isImmediate: boolean
  readonly mayRaiseConcerns: boolean
  readonly raiserId: string
  readonly now: string
  /** London date. */
  readonly today: string
  readonly calendar: WorkingCalendar
  /** Working days by kind. */
  readonly days: { readonly informal: number; readonly formal: number }
  /** What the references came to: those known, those not, those that are none. */
  readonly known: readonly { readonly id: string }[]
  readonly unknown: readonly string[]
  /** Those that the writer may not open; the same whether there is such a case or not. */
  readonly closed: readonly string[]
  readonly malformed: readonly { readonly reference: string; readonly fault: string }[]
  readonly statuses: readonly string[]
  readonly teams: readonly string[]
  readonly categories: readonly {
    readonly id: string
    readonly label: string
    readonly isRetired: boolean
  }[]
  /** Everybody with an open account. */
  readonly people: readonly KnownPerson[]
  /** Names of those chosen who have left, by id. */
  readonly left: ReadonlyMap<string, string>
  readonly proposals: readonly string[]
  /** Managers of services and those above: of an immediate risk two are told. */
  readonly serviceManagers: readonly string[]
}

export type ReadyAlert = {
  readonly kind: AlertKind
  readonly concern: string
  readonly impact: string
  readonly asked: string
  readonly categories: readonly string[]
  readonly to: readonly string[]
  readonly expectedOn: string | null
  readonly rang: Told | undefined
}

export type DraftFaults = Readonly<Record<string, string>>

const tooLong = (text: string): string | undefined =>
  text.length > TEXT_LIMIT
    ? `Use ${TEXT_LIMIT.toLocaleString('en-GB')} characters or fewer; you used ${text.length.toLocaleString('en-GB')}`
    : undefined

const textFault = (text: string, missing: string | undefined): string | undefined =>
  text.trim() === '' ? missing : tooLong(text.trim())

/** Says nothing of whether there is such a case. */
export const closedWords = (closed: readonly string[]): string => {
  const which = closed.map((each) => `“${each}”`).join(', ')
  const isOne = closed.length === 1
  return `${which} ${isOne ? 'is not a case' : 'are not cases'} that you may open. Check the reference. If it is right, ask the child’s reviewing officer or a QA lead to record it`
}

const referencesFault = (world: DraftWorld, fields: DraftFields): string | undefined => {
  const [bad] = world.malformed
  if (bad) return `“${bad.reference}”: ${bad.fault}`
  if (world.closed.length > 0) return closedWords(world.closed)
  const all = world.known.length + world.unknown.length
  if (all === 0) return 'Enter the case reference'
  if (all > MOST_REFERENCES) {
    return `Name at most ${MOST_REFERENCES} cases in one alert; you named ${all}`
  }
  if (world.unknown.length > 0 && fields.newStatus === '') {
    const which = world.unknown.map((each) => `“${each}”`).join(', ')
    return `${which} is not known here. Check the reference; if it is right, say below what kind of case it is`
  }
  return undefined
}

const addresseeFault = (world: DraftWorld, to: readonly string[]): string | undefined => {
  const gone = to.find((id) => world.left.has(id))
  if (gone) return `${world.left.get(gone)} has left. Choose somebody else`
  if (to.some((id) => !world.people.some((person) => person.id === id))) {
    return 'Choose people from the list: those whose role reads alerts'
  }
  if (to.includes(world.raiserId)) return 'You cannot address an alert to yourself'
  // Nobody can be proposed for a case that may not be opened: the one fault is the reference.
  if (to.length === 0 && world.closed.length > 0) return undefined
  if (to.length === 0) return 'Choose at least one person to whom it goes'
  if (!world.isImmediate) return undefined
  const needed = Math.min(2, world.serviceManagers.filter((id) => id !== world.raiserId).length)
  const named = to.filter((id) => world.serviceManagers.includes(id)).length
  return named < needed
    ? `Choose ${needed === 2 ? 'two service managers' : 'a service manager'}: a child at immediate risk goes to them at once`
    : undefined
}

/** @returns `asksForStaff` when all that is left is whether somebody rung is of the family */
export const checkDraft = (
  fields: DraftFields,
  world: DraftWorld
):
  | { readonly ok: true; readonly ready: ReadyAlert }
  | { readonly ok: false; readonly faults: DraftFaults; readonly asksForStaff: boolean } => {
  const faults: Record<string, string> = {}
  const fault = (field: string, words: string | undefined): void => {
    if (words !== undefined) faults[field] ??= words
  }
  const kind = world.isImmediate ? 'formal' : fields.kind
  const isConcern = kind !== 'good_practice'
  if (!isAlertKind(kind)) fault('kind', 'Choose what kind of alert it is')
  else if (isConcern && !world.mayRaiseConcerns) {
    fault(
      'kind',
      'Your role raises good practice. Concerns are raised by reviewing officers and chairs'
    )
  }
  fault('references', referencesFault(world, fields))
  if (world.unknown.length > 0 && fields.newStatus !== '') {
    if (!world.statuses.includes(fields.newStatus)) {
      fault('newStatus', 'Choose a service status from the list')
    }
    if (!world.teams.includes(fields.newTeam))
      fault('newTeam', 'Choose the team that works with the child')
  }
  const chosen = world.categories.filter(({ id }) => fields.categories.includes(id))
  const retired = chosen.find(({ isRetired }) => isRetired)
  if (retired) {
    fault('categories', `“${retired.label}” is no longer used. Choose another category`)
  }
  // Of a child at immediate risk nothing is asked that could wait.
  const needed = (words: string) => (isConcern && !world.isImmediate ? words : undefined)
  if (chosen.length === 0) fault('categories', needed('Choose what the concern is about'))
  fault(
    'concern',
    textFault(fields.concern, isConcern ? 'Write what the concern is' : 'Write what was good')
  )
  fault('impact', textFault(fields.impact, needed('Write what it means for the child')))
  fault('asked', textFault(fields.asked, needed('Write what you ask to be done')))
  const to = addressedOf(fields, world.proposals)
  fault('to', addresseeFault(world, to))

  let expectedOn: string | null = null
  if (isConcern) {
    const days = kind === 'informal' ? world.days.informal : world.days.formal
    const policyOn = world.calendar.dueAfter(world.today, world.isImmediate ? 1 : days)
    const read = readExpected(fields, policyOn, world.today, world.calendar)
    if (read.ok) expectedOn = read.date
    else fault('expected-day', read.fault)
  }

  let rang: Told | undefined
  let asksForStaff = false
  if (world.isImmediate) {
    const read = checkTold(fields.rang, {
      now: world.now,
      startedAt: world.now,
      people: world.people,
    })
    if (read.ok) rang = read.told
    else {
      const { asksForStaff: asks = false, ...wrong } = read.faults
      asksForStaff = asks
      for (const [field, words] of Object.entries(wrong)) fault(field, words)
    }
  }
  if (Object.keys(faults).length > 0 || !isAlertKind(kind)) {
    return { ok: false, faults, asksForStaff }
  }
  return {
    ok: true,
    ready: {
      kind,
      concern: fields.concern.trim(),
      impact: fields.impact.trim(),
      asked: fields.asked.trim(),
      categories: chosen.map(({ id }) => id),
      to,
      expectedOn,
      rang,
    },
  }
}
