/** Records whether the child was told and offered an advocate. What stood there before is kept in the step. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { setChildTold } from './beside-store.ts'
import { openAlert } from './open-alert.ts'
import { recordStep } from './record-step.ts'
import { childToldFaults, type TypedChildTold } from './rules/child-told.ts'

export interface RecordChildToldInput extends TypedChildTold {
  readonly alertId: string
  readonly revision: number
}

export type RecordedChildTold =
  | { readonly ok: true }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/** @throws Conflict when somebody else was first; as openAlert */
export const recordChildTold = (
  ctx: Context,
  input: RecordChildToldInput
): Promise<RecordedChildTold> =>
  inTransaction(ctx, async (tx): Promise<RecordedChildTold> => {
    const opened = await openAlert(tx, input.alertId, 'child_told', input.revision)
    const { alert } = opened
    const faults = childToldFaults(input)
    if (Object.keys(faults).length > 0) return { ok: false, faults }
    const told = {
      childTold: input.childTold,
      childToldWhy: input.childToldWhy.trim(),
      advocateOffered: input.advocateOffered,
      advocateWhy: input.advocateWhy.trim(),
    }
    await setChildTold(tx.db, alert.id, told)
    const { childTold, childToldWhy, advocateOffered, advocateWhy } = alert
    const before =
      childTold === null ? null : { childTold, childToldWhy, advocateOffered, advocateWhy }
    await recordStep(tx, opened, {
      action: 'child_told',
      state: alert.state,
      stage: alert.stage,
      detail: { ...told, before },
      tell: [],
    })
    return { ok: true }
  })
