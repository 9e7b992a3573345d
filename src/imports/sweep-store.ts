/**
 * The SQL that tidies up after imports, a piece at a time, each in a transaction of its own. Nothing here changes a figure
 * or what anybody sees: it touches only what is not counted.
 */
import type { Db } from '../db/schema.ts'
import { clearHidden, dropEmptyHidden } from '../grading/hidden-store.ts'
import { inChunks } from '../grading/store.ts'
import {
  deleteHiddenJudgements,
  listAuditsToMove,
  moveToSuperseded,
} from '../grading/superseded-store.ts'

const listAuditIdsOfImport = async (db: Db, importId: string, limit: number) => {
  const rows = await db
    .selectFrom('audit')
    .select('id')
    .where('import_id', '=', importId)
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Imported rounds in which nothing stands any more and nothing is kept. */
const deleteEmptyImportedRounds = async (db: Db) => {
  await db
    .deleteFrom('round')
    .where('origin', '=', 'import')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('audit').select('audit.id').whereRef('audit.round_id', '=', 'round.id'))
      )
    )
    .execute()
}

const deleteAudits = async (db: Db, auditIds: readonly string[]) => {
  for (const chunk of inChunks(auditIds)) {
    await db.deleteFrom('audit_theme').where('audit_id', 'in', chunk).execute()
    await db.deleteFrom('audit').where('id', 'in', chunk).execute()
  }
}

const deleteImport = async (db: Db, id: string) => {
  await db.deleteFrom('results_import').where('id', '=', id).execute()
}

/**
 * Takes away up to `limit` audits of an import that never came to count, and with the last of them the import.
 * @returns whether something is left
 */
export const discardPiece = (db: Db, importId: string, limit: number): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const ids = await listAuditIdsOfImport(tx, importId, limit)
    await deleteHiddenJudgements(tx, importId, ids)
    await deleteAudits(tx, ids)
    if (ids.length === limit) return true
    await clearHidden(tx, importId)
    await deleteImport(tx, importId)
    await deleteEmptyImportedRounds(tx)
    return false
  })

/**
 * Moves the judgements of up to `limit` audits that stopped counting.
 * @returns whether something is left
 */
export const movePiece = (db: Db, importId: string, limit: number): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const ids = await listAuditsToMove(tx, limit)
    await moveToSuperseded(tx, importId, ids)
    await dropEmptyHidden(tx, importId)
    return ids.length === limit
  })
