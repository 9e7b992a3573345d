/** Waits for nobody: says whether imports are at rest, so that what they stage is not renamed under their hands. */
import type { Context } from '../db/transaction.ts'
import { atWork } from './refuse-busy-imports.ts'
import { findLastSignOfLife } from './store.ts'
import { sweepHidden } from './sweep-hidden.ts'

const DEAD_AFTER_MS = 60_000

/** Finishes what earlier imports left. @throws WrongState while one is at work */
export const quietImports = async (ctx: Context): Promise<void> => {
  const at = await findLastSignOfLife(ctx.db)
  if (at && Date.parse(ctx.now) - Date.parse(at) < DEAD_AFTER_MS) throw atWork()
  await sweepHidden(ctx.db)
}
