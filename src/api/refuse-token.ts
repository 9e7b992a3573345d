/**
 * Counts a refused request of an address and records the first ones: whoever keeps trying can fill neither the event
 * log nor the disk.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { afterFailure } from '../people/rules/throttle.ts'
import { listFailures, lockFailures, saveFailure } from '../people/store.ts'
import {
  RECORDED_REFUSALS,
  REFUSALS_ALLOWED,
  type RefusalReason,
  secondsLeft,
} from './rules/refusal.ts'

export interface RefuseTokenInput {
  readonly address: string
  readonly reason: RefusalReason
  readonly route: string
  /** Whose token it was, where it was one of ours. */
  readonly tokenId: string | undefined
}

/** @returns how many seconds the address has to wait, when it was refused too often; else 0 */
export const refuseToken = async (ctx: Context, input: RefuseTokenInput): Promise<number> => {
  const key = `api:${input.address}`.slice(0, 100)
  const [known] = await listFailures(ctx.db, [key])
  if (known && known.failures >= REFUSALS_ALLOWED) {
    const wait = secondsLeft(known.firstAt, ctx.now)
    if (wait > 0) return wait
  }
  await inTransaction(ctx, async (tx) => {
    const [held] = await lockFailures(tx.db, [key], tx.now)
    const after = afterFailure(held, tx.now)
    await saveFailure(tx.db, { key, ...after })
    if (after.failures > RECORDED_REFUSALS) return
    recordEvent(tx, {
      type: 'token.refused',
      subjectId: input.tokenId ?? 'unknown',
      details: { reason: input.reason, route: input.route },
    })
  })
  return 0
}
