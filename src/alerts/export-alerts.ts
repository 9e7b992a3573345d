/** Records that a file of the register leaves: who took which, narrowed by what, how many rows. Its route makes the file. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'

/** The subject of everything that is about the register and no one alert. */
const REGISTER = 'register'

export const exportAlerts = (
  ctx: Context,
  details: {
    readonly format: 'csv' | 'xlsx'
    readonly rows: number
    /** `name=key` of what was chosen from a list, the name alone of what was typed. */
    readonly filters: readonly string[]
  }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    recordEvent(tx, {
      type: 'alert.exported',
      subjectId: REGISTER,
      details: { ...details, filters: [...details.filters] },
    })
  })
