/** An administrator adds a category of concern. It is offered last. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findCategoryByLabel, insertCategory, lockCategoryOrder } from './category-store.ts'
import { categoryTaken } from './rules/category-words.ts'

/** @returns its id. @throws FieldFault `label` when there is one of these words already */
export const addCategory = (ctx: Context, input: { readonly label: string }): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    // Of two people who give two categories the same words at once, the second is told.
    await lockCategoryOrder(tx.db)
    const same = await findCategoryByLabel(tx.db, input.label)
    if (same) throw new FieldFault('label', categoryTaken(same))
    const id = tx.ids()
    if (!(await insertCategory(tx.db, { id, label: input.label }))) {
      throw new FieldFault('label', categoryTaken({ label: input.label, retiredAt: null }))
    }
    recordEvent(tx, {
      type: 'council.category_changed',
      subjectId: 'council',
      details: { categoryId: id, change: 'added' },
    })
    return id
  })
