/** An administrator retires a category of concern, or brings it back. It stays on the alerts that have it. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findCategory, lockCategoryOrder, updateCategory } from './category-store.ts'
import { listCategories } from './list-store.ts'
import { KEEP_ONE } from './rules/category-words.ts'

/**
 * @returns false when it was so already
 * @throws NotFound; WrongState for the last one that is offered
 */
export const retireCategory = (
  ctx: Context,
  input: { readonly id: string; readonly isRetired: boolean }
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const { id, isRetired } = input
    // Of two people who retire the last two at once, the second is told.
    await lockCategoryOrder(tx.db)
    const current = await findCategory(tx.db, id)
    if (!current) throw new NotFound('No such category')
    if ((current.retiredAt !== null) === isRetired) return false
    const offered = (await listCategories(tx.db)).filter((category) => !category.isRetired)
    if (isRetired && offered.length === 1) throw new WrongState(KEEP_ONE)
    await updateCategory(tx.db, id, current.revision, { retiredAt: isRetired ? tx.now : null })
    recordEvent(tx, {
      type: 'council.category_changed',
      subjectId: 'council',
      details: { categoryId: id, change: isRetired ? 'retired' : 'restored' },
    })
    return true
  })
