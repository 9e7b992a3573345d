/**
 * The short transaction that makes staged audits count and takes others out in their place. Readers see all of an
 * import or nothing of it.
 */
import type { TransactionContext } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { switchTallies } from '../grading/hidden-store.ts'
import { listTakenKeys, redateImportedRounds, setSuperseded } from './store.ts'

type Standing = { readonly id: string; readonly key: string; readonly roundId: string }

/**
 * @param at when the hidden audits stopped counting
 * @throws FaultyInput when another audit has taken one of the references since the file was checked
 */
export const switchAudits = async (
  ctx: TransactionContext,
  importId: string,
  { show, hide, at }: { show: readonly Standing[]; hide: readonly Standing[]; at: string }
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
  await switchTallies(
    ctx.db,
    importId,
    hide.map((audit) => audit.id)
  )
  await redateImportedRounds(ctx.db, [...new Set([...show, ...hide].map((audit) => audit.roundId))])
}
