/** An administrator changes one of the council's settings. The values it had before are kept. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { isSettingKey, settingList } from './rules/setting-list.ts'
import { findSetting, insertSetting, type StoredSetting } from './store.ts'

export interface ChangeSettingInput {
  readonly key: string
  /** As typed. */
  readonly value: string
  /** The revision that the page was made with; 0 where the standard value held. */
  readonly revision: number
}

/**
 * @returns true when it has another value than before
 * @throws NotFound when there is no such setting; FieldFault `value` when it may not be that
 * @throws Conflict when somebody else changed it after `revision`; `current` is the {@link StoredSetting}
 */
export const changeSetting = (ctx: Context, input: ChangeSettingInput): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    if (!isSettingKey(input.key)) throw new NotFound('No such setting')
    const { schema, standard, label } = settingList[input.key]
    const value = input.value.trim()
    const read = schema.safeParse(value)
    if (!read.success) {
      throw new FieldFault('value', read.error.issues[0]?.message ?? `Check ‘${label}’`)
    }
    const none: StoredSetting = { key: input.key, revision: 0, value: standard }
    const current = (await findSetting(tx.db, input.key)) ?? none
    const changed = () =>
      new Conflict<StoredSetting>(
        'Somebody else changed this setting after you opened the page.',
        current
      )
    if (current.revision !== input.revision) throw changed()
    if (current.value === value) return false
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const revision = current.revision + 1
    if (!(await insertSetting(tx.db, { key: input.key, revision, value, now: tx.now, by }))) {
      throw changed()
    }
    recordEvent(tx, { type: 'setting.changed', subjectId: input.key, details: { revision } })
    return true
  })
