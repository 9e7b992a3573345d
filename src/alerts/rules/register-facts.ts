/** One alert as the register shows it, on the page and in files: titles, labels, working days left. */
import type { WorkingCalendar } from '../../settings/rules/working-days.ts'
import { type AlertKind, alertKindLabels, alertReference, alertTitle } from './alert-kind.ts'
import { type AlertState, alertStateLabels } from './alert-workflow.ts'
import { daysToAnswer } from './days-to-answer.ts'

export interface RegisterAlert {
  readonly id: string
  readonly number: number
  readonly kind: AlertKind
  readonly state: AlertState
  readonly stage: number
  readonly isImmediate: boolean
  readonly caseReference: string | null
  readonly serviceStatus: string | null
  readonly raisedOn: string | null
  readonly expectedOn: string | null
  readonly formalOn: string | null
  readonly totalDueOn: string | null
  readonly closedOn: string | null
  readonly timesExtended: number
  readonly timesReopened: number
  readonly highestStage: number
  readonly raiserName: string
  readonly teamName: string | null
  readonly children: number
  readonly categoryIds: readonly string[]
}

export const registerRow = (
  alert: RegisterAlert,
  at: {
    readonly today: string
    readonly calendar: WorkingCalendar
    /** Of categories. */
    readonly labels: ReadonlyMap<string, string>
  }
) => ({
  ...alert,
  reference: alertReference(alert) ?? '',
  title: alertTitle(alert),
  kindLabel: alertKindLabels[alert.kind],
  stateLabel: alertStateLabels[alert.state],
  /** Working days; negative when overdue. Undefined where nothing is expected any more. */
  daysLeft: daysToAnswer(alert, at.calendar, at.today),
  categories: alert.categoryIds.map((id) => at.labels.get(id) ?? id),
})

export type ShownAlert = ReturnType<typeof registerRow>
