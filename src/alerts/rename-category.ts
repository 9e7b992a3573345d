/** An administrator puts a category of concern in other words of the same meaning: past alerts show the new words. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import {
  findCategory,
  findCategoryByLabel,
  lockCategoryOrder,
  type StoredCategory,
  updateCategory,
} from './category-store.ts'
import { categoryTaken } from './rules/category-words.ts'

export interface RenameCategoryInput {
  readonly id: string
  readonly label: string
  /** With which the page was made. */
  readonly revision: number
}

/**
 * @returns false when it was called so already
 * @throws NotFound; FieldFault `label` when another is called so
 * @throws Conflict when somebody else changed it; `current` is the {@link StoredCategory}
 */
export const renameCategory = (ctx: Context, input: RenameCategoryInput): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    // Of two people who give two categories the same words at once, the second is told.
    await lockCategoryOrder(tx.db)
    const current = await findCategory(tx.db, input.id)
    if (!current) throw new NotFound('No such category')
    const changed = () =>
      new Conflict<StoredCategory>(
        'Somebody else changed this category after you opened the page.',
        current
      )
    if (current.revision !== input.revision) throw changed()
    if (current.label === input.label) return false
    const same = await findCategoryByLabel(tx.db, input.label)
    if (same && same.id !== input.id) throw new FieldFault('label', categoryTaken(same))
    const { id, label, revision } = input
    if (!(await updateCategory(tx.db, id, revision, { label }))) throw changed()
    recordEvent(tx, {
      type: 'council.category_changed',
      subjectId: 'council',
      details: { categoryId: id, change: 'renamed' },
    })
    return true
  })
