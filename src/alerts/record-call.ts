/** Records a further call about a child at immediate risk: whom, when and how. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { listPeopleWithRoles } from '../safety/line-store.ts'
import { checkTold, type ToldFaults, type TypedTold } from '../safety/rules/check-told.ts'
import { openAlert } from './open-alert.ts'
import { insertRang } from './party-store.ts'
import { recordStep } from './record-step.ts'

export interface RecordCallInput extends TypedTold {
  readonly alertId: string
}

export type RecordedCall =
  | { readonly ok: true }
  | { readonly ok: false; readonly faults: ToldFaults }

/**
 * @returns `ok: false` with what is wrong, by field, and nothing written
 * @throws as openAlert
 */
export const recordCall = (ctx: Context, input: RecordCallInput): Promise<RecordedCall> =>
  inTransaction(ctx, async (tx): Promise<RecordedCall> => {
    const opened = await openAlert(tx, input.alertId, 'rang')
    const { alert, personId } = opened
    const read = checkTold(input, {
      now: tx.now,
      startedAt: alert.raisedAt ?? tx.now,
      people: await listPeopleWithRoles(tx.db),
    })
    if (!read.ok) return read
    const id = tx.ids()
    const { toldAt, ...told } = read.told
    await insertRang(tx.db, {
      ...told,
      id,
      alertId: alert.id,
      rangAt: toldAt,
      now: tx.now,
      by: personId,
    })
    await recordStep(tx, opened, {
      action: 'rang',
      state: alert.state,
      stage: alert.stage,
      detail: { rangId: id },
      tell: [],
    })
    return { ok: true }
  })
