/** Everything that the page of one alert shows, as facts: titles, days left, what may be done, the thread, the clock. */
import type { WorkingCalendar } from '../../settings/rules/working-days.ts'
import { type AlertKind, alertReference, alertTitle } from './alert-kind.ts'
import {
  type AlertAction,
  type AlertPart,
  type AlertState,
  alertPartLabels,
  alertStateLabels,
  stepsFrom,
} from './alert-workflow.ts'
import { advocateLabels, childToldLabels } from './child-told.ts'
import { daysToAnswer } from './days-to-answer.ts'
import { type DisputeClock, disputeClock } from './dispute-clock.ts'
import { momentOf, type ThreadStep } from './thread.ts'

/** What the page reads of an alert and those whom it names. */
export type PageAlert = {
  readonly alert: {
    readonly id: string
    readonly number: number | null
    readonly state: AlertState
    readonly kind: AlertKind
    readonly stage: number
    readonly isImmediate: boolean
    readonly raisedBy: string
    readonly raiserName: string
    readonly raisedOn: string | null
    readonly formalOn: string | null
    readonly totalDueOn: string | null
    readonly expectedOn: string | null
    readonly closedOn: string | null
    readonly closedAs: string | null
    readonly acknowledgedAt: string | null
    readonly auditId: string | null
    readonly concern: string
    readonly impact: string
    readonly asked: string
    readonly childTold: string | null
    readonly childToldWhy: string
    readonly advocateOffered: string | null
    readonly advocateWhy: string
    readonly cafcassConsidered: string | null
    readonly cafcassWhy: string | null
    readonly legalAdviceOn: string | null
    readonly referredOn: string | null
    readonly cafcassOutcome: string | null
    readonly cafcassOutcomeOn: string | null
    readonly revision: number
    readonly stages: readonly { readonly name: string }[]
  }
  readonly cases: readonly {
    readonly id: string
    readonly reference: string
    readonly serviceStatus: string
  }[]
  readonly addressees: readonly {
    readonly personId: string
    readonly name: string
    readonly jobTitle: string
    readonly isActive: boolean
    readonly isCurrent: boolean
    readonly stage: number
    readonly acknowledgedAt: string | null
  }[]
  readonly concerns: readonly { readonly label: string }[]
  readonly rang: readonly {
    readonly name: string
    readonly role: string
    readonly rangAt: string
    readonly means: string
    readonly byName: string
  }[]
  readonly told: ReadonlyMap<string, readonly string[]>
  readonly access: { readonly parts: readonly AlertPart[] }
  readonly covers: readonly string[]
  readonly readsAudit: boolean
}

export type PageStep = ThreadStep & {
  readonly id: string
  readonly at: string
  readonly words: string
  /** London date. */
  readonly on: string
}

export type PageFacts = Omit<PageAlert, 'told' | 'access' | 'covers'> & {
  readonly reference: string | undefined
  readonly title: string
  readonly stateLabel: string
  /** Working days until an answer is expected; negative when overdue. Undefined where no answer is waited for. */
  readonly daysLeft: number | undefined
  readonly closedWords: string | undefined
  /** Buttons of what this reader may do now, with as whom they would do it. */
  readonly actions: ReadonlyMap<
    AlertAction,
    { readonly button: string; readonly asWhom: string | undefined }
  >
  /** This reader, or somebody for whom they stand in, has not acknowledged it yet. */
  readonly owesAcknowledgement: boolean
  readonly clock: DisputeClock | undefined
  readonly moments: readonly ReturnType<typeof momentOf>[]
  /** What was answered since an answer was last asked for: whoever decides on it reads it beside the decision. */
  readonly answers: readonly ReturnType<typeof momentOf>[]
  readonly isInCare: boolean
  readonly childToldLabel: string
  readonly advocateLabel: string
}

/** Of these parts nobody acts in their own name. */
const standIns: readonly AlertPart[] = ['raiser_cover', 'addressee_cover', 'iro_manager']

const closedBy: Record<string, string> = {
  raiser: 'by whoever raised it',
  raiser_cover: 'by the raiser’s cover',
  iro_manager: 'by the IRO manager on the raiser’s behalf',
  addressee: 'when it was acknowledged',
  addressee_cover: 'when it was acknowledged',
}

const labelOf = (labels: Readonly<Record<string, string>>, key: string | null): string =>
  key === null ? 'not recorded yet' : (labels[key] ?? key).toLowerCase()

const placesOf = (steps: readonly PageStep[], formalOn: string) => {
  const raised = steps.find(({ action }) => action === 'raise')
  const entered = steps
    .filter(({ action }) => action === 'escalate')
    .map((step) => ({
      on: step.on,
      label: typeof step.detail.label === 'string' ? step.detail.label : `Stage ${step.toStage}`,
    }))
  const wasFormalAtOnce =
    raised !== undefined && raised.on === formalOn && entered[0]?.on !== formalOn
  const isFormalFirst = entered[0]?.label.startsWith('Formal') ?? false
  return wasFormalAtOnce && !isFormalFirst
    ? [{ on: formalOn, label: 'Formal alert' }, ...entered]
    : entered
}

const asking = ['raise', 'not_accept', 'escalate', 'reopen']

const answersOf = (steps: readonly PageStep[], state: AlertState): readonly PageStep[] =>
  state === 'responded'
    ? steps
        .slice(steps.findLastIndex(({ action }) => asking.includes(action)) + 1)
        .filter(({ action }) => action === 'respond')
    : []

export const pageFacts = (
  seen: PageAlert,
  steps: readonly PageStep[],
  at: { readonly today: string; readonly calendar: WorkingCalendar; readonly readerId: string }
): PageFacts => {
  const { alert, access, told, covers, ...parties } = seen
  const names = new Map(parties.addressees.map(({ personId, name }) => [personId, name]))
  const actions = new Map(
    [...stepsFrom(access.parts, alert)].map(([action, row]) => [
      action,
      {
        button: row.button,
        asWhom: standIns.includes(row.part) ? alertPartLabels[row.part] : undefined,
      },
    ])
  )
  return {
    ...parties,
    alert,
    reference: alertReference(alert),
    title: alertTitle(alert),
    stateLabel:
      alert.kind === 'good_practice' && alert.state === 'resolved'
        ? 'Acknowledged'
        : alert.kind === 'good_practice' && alert.state === 'open'
          ? 'Shared'
          : alertStateLabels[alert.state],
    daysLeft: daysToAnswer(alert, at.calendar, at.today),
    closedWords: alert.closedAs === null ? undefined : closedBy[alert.closedAs],
    actions,
    owesAcknowledgement: parties.addressees.some(
      ({ personId, isCurrent, acknowledgedAt }) =>
        isCurrent &&
        acknowledgedAt === null &&
        (personId === at.readerId || covers.includes(personId))
    ),
    clock:
      alert.formalOn === null || alert.totalDueOn === null || alert.isImmediate
        ? undefined
        : disputeClock(
            { formalOn: alert.formalOn, totalDueOn: alert.totalDueOn },
            placesOf(steps, alert.formalOn),
            alert.closedOn ?? at.today,
            alert.closedOn !== null,
            at.calendar
          ),
    moments: steps.map((step) => momentOf(step, told.get(step.id) ?? [], names)),
    answers: answersOf(steps, alert.state).map((step) => momentOf(step, [], names)),
    childToldLabel: labelOf(childToldLabels, alert.childTold),
    advocateLabel: labelOf(advocateLabels, alert.advocateOffered),
    isInCare:
      alert.cafcassConsidered !== null ||
      parties.cases.some(({ serviceStatus }) => serviceStatus === 'care'),
  }
}
