/** Publishes what the library has and the database does not know yet: at start, all or nothing. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { publishRubric } from './publish-rubric.ts'
import type { LibraryEntry } from './rules/check-library.ts'

/**
 * @returns the entries that were new
 * @throws FaultyInput with a line for every entry that cannot be published; then none is
 */
export const publishLibrary = (
  ctx: Context,
  entries: readonly LibraryEntry[]
): Promise<readonly LibraryEntry[]> =>
  inTransaction(ctx, async (tx) => {
    const published: LibraryEntry[] = []
    const faults: string[] = []
    for (const entry of entries) {
      try {
        if ((await publishRubric(tx, entry)).isNew) published.push(entry)
      } catch (error) {
        if (!(error instanceof FaultyInput)) throw error
        faults.push(...error.lines)
      }
    }
    if (faults.length > 0) throw new FaultyInput(faults)
    return published
  })
