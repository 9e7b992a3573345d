/** Where a case stands, in numbers for one sentence, and what is still to come of it. Who sees which rows was decided before. */
import {
  type CaseAction,
  type CaseAlert,
  type CaseAudit,
  type CaseContent,
  type CaseNotice,
  isUnderWay,
} from './case-timeline.ts'

export interface CaseSummary {
  /** Submitted or imported; withdrawn and voided ones left out. */
  readonly audits: number
  /** London dates of the first and the last of them. */
  readonly firstOn: string | undefined
  readonly lastOn: string | undefined
  /** The final grade of the last; undefined where it has none. */
  readonly lastGrade: string | undefined
  readonly actionsOpen: number
  readonly actionsLate: number
  readonly noticesOpen: number
  readonly alertsOpen: number
}

export interface ToCome {
  readonly notices: readonly CaseNotice[]
  readonly alerts: readonly CaseAlert[]
  readonly audits: readonly CaseAudit[]
  readonly actions: readonly CaseAction[]
}

/** Due first in front; without a date comes last. */
const byDate =
  <T>(dateOf: (one: T) => string | null) =>
  (a: T, b: T): number => {
    const [first, second] = [dateOf(a) ?? '9999-12-31', dateOf(b) ?? '9999-12-31']
    return first === second ? 0 : first < second ? -1 : 1
  }

export const toComeOf = ({ notices, alerts, audits, actions }: CaseContent): ToCome => ({
  notices: notices.filter(({ state }) => state !== 'closed'),
  alerts: alerts
    .filter(({ closedOn, closedAt }) => closedOn === null && closedAt === null)
    .toSorted(byDate(({ expectedOn }) => expectedOn)),
  audits: audits.filter(isUnderWay).toSorted(byDate(({ dueOn }) => dueOn)),
  actions: actions.filter(({ state }) => state === 'open').toSorted(byDate(({ dueOn }) => dueOn)),
})

/** @param todayOn London date */
export const summaryOf = (content: CaseContent, todayOn: string): CaseSummary => {
  const done = content.audits
    .filter(
      ({ state, auditedOn }) => auditedOn !== null && state !== 'withdrawn' && state !== 'voided'
    )
    .toSorted(byDate(({ auditedOn }) => auditedOn))
  const last = done.at(-1)
  const { notices, alerts, actions } = toComeOf(content)
  return {
    audits: done.length,
    firstOn: done[0]?.auditedOn ?? undefined,
    lastOn: last?.auditedOn ?? undefined,
    lastGrade: last?.overall ?? undefined,
    actionsOpen: actions.length,
    actionsLate: actions.filter(({ dueOn }) => dueOn !== null && dueOn < todayOn).length,
    noticesOpen: notices.length,
    alertsOpen: alerts.length,
  }
}
