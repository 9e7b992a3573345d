/**
 * Tidies up after imports: judgements of replaced or undone audits go where nothing counts them, and what an import that
 * was stopped had staged goes away. No figure changes: nothing of this was counted.
 */
import type { Db } from '../db/schema.ts'
import { listImportsWithHidden } from '../grading/hidden-store.ts'
import { newPacer, PIECE } from './import-pace.ts'
import { findImport, listStagedImports } from './store.ts'
import { discardPiece, movePiece } from './sweep-store.ts'

/** How many audits hold about a piece of judgements. */
const auditsAPiece = async (db: Db, importId: string): Promise<number> => {
  const row = await findImport(db, importId)
  const audits = (PIECE * (row?.audits ?? 1)) / (row?.judgements || PIECE)
  return Math.min(500, Math.max(1, Math.floor(audits)))
}

const untilDone = async (piece: () => Promise<boolean>) => {
  const paced = newPacer()
  let isLeft = true
  while (isLeft) isLeft = await paced(piece)
}

/** Takes away an import that never came to count. */
export const discardStaged = async (db: Db, importId: string): Promise<void> => {
  const limit = await auditsAPiece(db, importId)
  await untilDone(() => discardPiece(db, importId, limit))
}

/** Finishes what earlier imports left. Call it only when no import is at work. */
export const sweepHidden = async (db: Db): Promise<void> => {
  for (const importId of await listStagedImports(db)) await discardStaged(db, importId)
  for (const importId of await listImportsWithHidden(db)) {
    const limit = await auditsAPiece(db, importId)
    await untilDone(() => movePiece(db, importId, limit))
  }
}
