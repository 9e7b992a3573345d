/** Hands an event to the open transaction. It is written when the transaction commits, and only then. */
import type { TransactionContext } from '../db/transaction.ts'
import type { EventInput } from './event-types.ts'

export const recordEvent = (ctx: TransactionContext, event: EventInput): void => {
  ctx.transaction.events.push(event)
}
