/** Starts the draft of a learning circular about a theme. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { listCurrentRubrics } from '../rubrics/store.ts'
import { changedNow } from './changed-now.ts'
import { type CircularSettings, insertCircular } from './circular-store.ts'
import { newContent } from './rules/circular.ts'

/**
 * @returns the id of the draft
 * @throws FieldFault `theme` for one without a rubric in force
 */
export const startCircular = (ctx: Context, settings: CircularSettings): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const rubrics = await listCurrentRubrics(tx.db)
    const rubric = rubrics.find(({ key }) => key === settings.theme && key !== commonKey)
    if (!rubric) throw new FieldFault('theme', 'Choose a theme of the list')
    const id = tx.ids()
    await insertCircular(
      tx.db,
      { ...settings, id, content: newContent(rubric.title) },
      changedNow(tx)
    )
    recordEvent(tx, { type: 'circular.started', subjectId: id, details: {} })
    return id
  })
