/** An administrator moves a category of concern one place up or down in the order in which it is offered. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { lockCategoryOrder, putCategoryOrder } from './category-store.ts'

/** @returns false at the end of the list, where there is nowhere to go. @throws NotFound */
export const moveCategory = (
  ctx: Context,
  input: { readonly id: string; readonly to: 'up' | 'down' }
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const ids = await lockCategoryOrder(tx.db)
    const from = ids.indexOf(input.id)
    if (from < 0) throw new NotFound('No such category')
    const to = from + (input.to === 'up' ? -1 : 1)
    if (to < 0 || to >= ids.length) return false
    const rest = ids.filter((id) => id !== input.id)
    await putCategoryOrder(tx.db, rest.toSpliced(to, 0, input.id))
    recordEvent(tx, {
      type: 'council.category_changed',
      subjectId: 'council',
      details: { categoryId: input.id, change: 'moved' },
    })
    return true
  })
