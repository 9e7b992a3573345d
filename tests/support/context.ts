/** A context to call verbs with: a fixed clock and ids that count up, so that rows can be written as literals. */
import type { Actor, Context } from '../../src/db/transaction.ts'
import { newDatabase } from './database.ts'

/** Monday 12 January 2026, 09:00 in London. */
export const NOW = '2026-01-12T09:00:00.000Z'

/** Ids that sort in the order they were made: `00000000-0000-7000-8000-000000000001` …, after those made before. */
export const countingIds = (before = 0): (() => string) => {
  let made = before
  return () => {
    made += 1
    return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`
  }
}

export const newContext = async (overrides: Partial<Context> = {}): Promise<Context> => ({
  db: overrides.db ?? (await newDatabase()),
  actor: overrides.actor ?? ({ kind: 'command', name: 'test' } satisfies Actor),
  now: overrides.now ?? NOW,
  ids: overrides.ids ?? countingIds(),
})
