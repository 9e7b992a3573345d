/** Whom a notice reaches: whoever covers for somebody is told as well. */
import type { TransactionContext } from '../db/transaction.ts'
import { coverOf } from '../people/cover-store.ts'
import { londonDate } from '../people/rules/london-date.ts'

/** Those people and whoever covers for them today, without the one who acts. */
export const withCover = async (
  tx: TransactionContext,
  people: readonly string[],
  actorId: string | null
): Promise<string[]> => {
  const covers = await coverOf(tx.db, people, londonDate(tx.now))
  return [...new Set([...people, ...covers.map(({ coverId }) => coverId)])].filter(
    (id) => id !== actorId
  )
}
