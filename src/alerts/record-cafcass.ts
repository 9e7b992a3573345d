/** Records whether Cafcass was considered and what came of it. What stood there before is kept in the step. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, WrongState } from '../errors.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { listPeopleWithRoles } from '../safety/line-store.ts'
import { findCafcass, putCafcass, type StoredCafcass } from './beside-store.ts'
import { openAlert } from './open-alert.ts'
import { recordStep } from './record-step.ts'
import { NOT_IN_CARE, readCafcass, type TypedCafcass } from './rules/cafcass.ts'

export interface RecordCafcassInput extends TypedCafcass {
  readonly alertId: string
  /** The revision of what is recorded of Cafcass; 0 for nothing yet. */
  readonly revision: number
}

export type RecordedCafcass =
  | { readonly ok: true }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/**
 * @returns `ok: false` with what is wrong, by field, and nothing written
 * @throws WrongState where no child of the alert is in care; Conflict when somebody else recorded first; as openAlert
 */
export const recordCafcass = (ctx: Context, input: RecordCafcassInput): Promise<RecordedCafcass> =>
  inTransaction(ctx, async (tx): Promise<RecordedCafcass> => {
    const opened = await openAlert(tx, input.alertId, 'cafcass')
    const { alert, cases, personId } = opened
    const before = await findCafcass(tx.db, alert.id)
    // What was begun while a child was in care is seen to its end when they have left care since.
    if (!before && !cases.some(({ serviceStatus }) => serviceStatus === 'care'))
      throw new WrongState(`${NOT_IN_CARE}.`)
    if ((before?.revision ?? 0) !== input.revision) {
      throw new Conflict<StoredCafcass | undefined>(
        'Somebody else recorded something about Cafcass after you opened it. It is shown; what you wrote is still below.',
        before
      )
    }
    const read = readCafcass(input, londonDate(tx.now))
    if (!read.ok) return read
    const { cafcass } = read
    await putCafcass(tx.db, alert.id, { ...cafcass, now: tx.now, by: personId })
    const isReferral = cafcass.referredOn !== null && before?.referredOn == null
    const overseers = isReferral
      ? (await listPeopleWithRoles(tx.db)).filter(({ roles }) => roles.includes('iro_manager'))
      : []
    await recordStep(tx, opened, {
      action: 'cafcass',
      state: alert.state,
      stage: alert.stage,
      detail: { ...cafcass, before: before ?? null },
      tell: [{ kind: 'alert_cafcass', to: overseers.map(({ id }) => id) }],
    })
    return { ok: true }
  })
