/**
 * The one way to write: a transaction that carries the events recorded in it. Change and event commit together or
 * vanish together. Never do network or file work inside; add a row and let a job claim it later.
 */
import { appendEvents } from '../events/append-events.ts'
import type { EventInput } from '../events/event-types.ts'
import type { Db } from './schema.ts'

/** Who is acting. Jobs and commands act under their own names, never as a person. */
export type Actor =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'job'; readonly name: string }
  | { readonly kind: 'command'; readonly name: string }
  /** Another program, by its token. */
  | { readonly kind: 'token'; readonly id: string }
  | { readonly kind: 'visitor' }

/** What every verb is given. `now` is one instant for the whole request (ISO-8601 UTC); `ids` makes UUIDv7. */
export interface Context {
  readonly db: Db
  readonly actor: Actor
  readonly now: string
  readonly ids: () => string
}

/** A context inside a transaction; only {@link inTransaction} makes one. */
export interface TransactionContext extends Context {
  readonly transaction: {
    readonly events: EventInput[]
    readonly afterCommit: (() => void | Promise<void>)[]
  }
}

const ATTEMPTS = 5

/** Deadlock and serialisation failures on PostgreSQL: nothing was done, so the work may be done again. */
const mayTryAgain = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40P01' || code === '40001'
}

const isOpen = (ctx: Context): ctx is TransactionContext => 'transaction' in ctx

/**
 * Runs `work` in one write transaction, or inside the one that is already open.
 * Load and decide inside: what was read before the transaction may have changed.
 */
export const inTransaction = async <T>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<T>
): Promise<T> => {
  if (isOpen(ctx)) return work(ctx)
  for (let attempt = 1; ; attempt += 1) {
    const transaction: TransactionContext['transaction'] = { events: [], afterCommit: [] }
    let result: T
    try {
      result = await ctx.db.transaction().execute(async (db) => {
        const inner: TransactionContext = { ...ctx, db, transaction }
        const value = await work(inner)
        // Last, because the event head is one row that every writer on PostgreSQL waits for.
        await appendEvents(inner, transaction.events)
        return value
      })
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayTryAgain(error)) throw error
      continue
    }
    // Outside the attempt: what is committed must not be done again because something after it failed.
    for (const task of transaction.afterCommit) await task()
    return result
  }
}
