/** The SQL of the steps in the life of an alert, and who was told of each. */
import { fromJson, toJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { AlertAction, AlertPart, AlertState } from './rules/alert-workflow.ts'

/** What the clock records: due tomorrow, overdue, over its total time. */
export type DueStep = 'due_told' | 'overdue_told' | 'total_told'

export interface StepRow {
  readonly id: string
  readonly alertId: string
  readonly now: string
  readonly action: AlertAction | DueStep | 'gone_up'
  readonly by: string | null
  readonly actedAs: AlertPart | null
  readonly forId: string | null
  readonly from: { readonly state: AlertState; readonly stage: number }
  readonly to: { readonly state: AlertState; readonly stage: number }
  readonly words: string
  readonly oldDueOn: string | null
  readonly newDueOn: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export const insertStep = async (db: Db, step: StepRow, told: readonly string[]): Promise<void> => {
  await db
    .insertInto('alert_step')
    .values({
      id: step.id,
      alert_id: step.alertId,
      at: step.now,
      action: step.action,
      by_id: step.by,
      acted_as: step.actedAs,
      for_id: step.forId,
      from_state: step.from.state,
      to_state: step.to.state,
      from_stage: step.from.stage,
      to_stage: step.to.stage,
      words: step.words,
      old_due_on: step.oldDueOn,
      new_due_on: step.newDueOn,
      detail: toJson(step.detail),
    })
    .execute()
  if (told.length === 0) return
  await db
    .insertInto('alert_told')
    .values(
      told.map((personId) => ({ step_id: step.id, person_id: personId, alert_id: step.alertId }))
    )
    .execute()
}

/** Oldest first, with the names of who did it and for whom. */
export const listSteps = async (db: Db, alertId: string) => {
  const rows = await db
    .selectFrom('alert_step')
    .leftJoin('person as doer', 'doer.id', 'alert_step.by_id')
    .leftJoin('person as absent', 'absent.id', 'alert_step.for_id')
    .where('alert_step.alert_id', '=', alertId)
    .select([
      'alert_step.id as id',
      'alert_step.at as at',
      'alert_step.action as action',
      'alert_step.by_id as byId',
      'doer.name as byName',
      'alert_step.acted_as as actedAs',
      'absent.name as forName',
      'alert_step.from_stage as fromStage',
      'alert_step.to_stage as toStage',
      'alert_step.words as words',
      'alert_step.old_due_on as oldDueOn',
      'alert_step.new_due_on as newDueOn',
      'alert_step.detail as detail',
    ])
    .orderBy('alert_step.at')
    .orderBy('alert_step.id')
    .execute()
  return rows.map(({ detail, ...row }) => ({
    ...row,
    detail: fromJson<Readonly<Record<string, unknown>>>(detail),
  }))
}
