/** Takes down the notices that stand above people's pages, because what they ask for is done. */
import type { TransactionContext } from '../db/transaction.ts'
import type { About } from './rules/kind-definition.ts'
import { clearStandingNotices } from './store.ts'

export interface StandingToClear {
  readonly about: About
  /** Only this person's; left out, everybody's. */
  readonly personId?: string
}

/** Called by a verb in its own transaction, whose event it is. @returns how many stood */
export const clearStanding = (
  tx: TransactionContext,
  { about, personId }: StandingToClear
): Promise<number> => clearStandingNotices(tx.db, about, personId, tx.now)
