/**
 * The short transaction that makes staged audits count and takes others out in their place. Readers see all of an
 * import or nothing of it.
 */
import type { TransactionContext } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { type BuiltQuery, runBuilt } from '../grading/store.ts'
import { listTakenKeys, redateImportedRounds, setSuperseded } from './store.ts'

type Standing = { readonly id: string; readonly key: string; readonly roundId: string }

export type Switch = {
  readonly show: readonly Standing[]
  readonly hide: readonly Standing[]
  /** When the hidden audits stopped counting. */
  readonly at: string
  /** From switchQueries, for the same audits. */
  readonly tallies: readonly BuiltQuery[]
}

/**
 * @throws FaultyInput when another audit has taken one of the references since the file was checked
 */
export const switchAudits = async (
  ctx: TransactionContext,
  { show, hide, at, tallies }: Switch
): Promise<void> => {
  await setSuperseded(
    ctx.db,
    hide.map((audit) => audit.id),
    at
  )
  const taken = await listTakenKeys(
    ctx.db,
    show.map((audit) => audit.key)
  )
  if (taken.length > 0) {
    throw new FaultyInput([
      `audit “${taken[0]}” was added by somebody else while this was at work; nothing was changed, try again`,
    ])
  }
  await setSuperseded(
    ctx.db,
    show.map((audit) => audit.id),
    null
  )
  await runBuilt(ctx.db, tallies)
  await redateImportedRounds(ctx.db, [...new Set([...show, ...hide].map((audit) => audit.roundId))])
}
