/**
 * Tidies up after imports: judgements of replaced or undone audits go where nothing counts them, and what an import that
 * was stopped had staged goes away. No figure changes: nothing of this was counted.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import {
  clearHidden,
  deleteHiddenJudgements,
  dropEmptyHidden,
  listAuditsToMove,
  listImportsWithHidden,
  moveToSuperseded,
} from '../grading/hidden-store.ts'
import { letOthersIn, PIECE } from './import-pace.ts'
import {
  deleteAudits,
  deleteEmptyImportedRounds,
  deleteImport,
  findImport,
  listAuditIdsOfImport,
  listStagedImports,
} from './store.ts'

/** How many audits hold about a piece of judgements. */
const auditsAPiece = (row: { audits: number; judgements: number } | undefined) =>
  Math.min(500, Math.max(1, Math.floor((PIECE * (row?.audits ?? 1)) / (row?.judgements || PIECE))))

/** Repeats `piece` in transactions of its own until it says that nothing is left. */
const untilDone = async (ctx: Context, piece: (ctx: Context) => Promise<boolean>) => {
  while (await inTransaction(ctx, piece)) await letOthersIn()
}

/** Takes away an import that never came to count. */
export const discardStaged = async (ctx: Context, importId: string): Promise<void> => {
  const limit = auditsAPiece(await findImport(ctx.db, importId))
  await untilDone(ctx, async (tx) => {
    const ids = await listAuditIdsOfImport(tx.db, importId, limit)
    await deleteHiddenJudgements(tx.db, importId, ids)
    await deleteAudits(tx.db, ids)
    if (ids.length === limit) return true
    await clearHidden(tx.db, importId)
    await deleteImport(tx.db, importId)
    await deleteEmptyImportedRounds(tx.db)
    return false
  })
}

/** Moves the judgements of audits that stopped counting. */
const moveReplaced = async (ctx: Context, importId: string): Promise<void> => {
  const limit = auditsAPiece(await findImport(ctx.db, importId))
  await untilDone(ctx, async (tx) => {
    const ids = await listAuditsToMove(tx.db, limit)
    await moveToSuperseded(tx.db, importId, ids)
    await dropEmptyHidden(tx.db, importId)
    return ids.length === limit
  })
}

/** Finishes what earlier imports left. Call it only when no import is at work. */
export const sweepHidden = async (ctx: Context): Promise<void> => {
  for (const importId of await listStagedImports(ctx.db)) await discardStaged(ctx, importId)
  for (const importId of await listImportsWithHidden(ctx.db)) await moveReplaced(ctx, importId)
}
