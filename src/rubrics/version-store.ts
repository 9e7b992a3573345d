/** The SQL of what is known about a published version beside its content: its origin, its meanings, its withdrawals. */
import type { Db } from '../db/schema.ts'
import type { MeaningRow, SinceByItem } from './rules/meaning.ts'

/** Why a version was published and from which it was made; undefined where nothing was noted. */
export interface Publication {
  readonly baseVersionId: string | null
  readonly note: string
}

export const insertPublication = async (
  db: Db,
  versionId: string,
  publication: Publication,
  meanings: readonly MeaningRow[]
): Promise<void> => {
  await db
    .insertInto('rubric_publication')
    .values({
      version_id: versionId,
      base_version_id: publication.baseVersionId,
      note: publication.note,
    })
    .execute()
  if (meanings.length === 0) return
  await db
    .insertInto('rubric_meaning')
    .values(
      meanings.map(({ item, sinceVersionId, reason }) => ({
        version_id: versionId,
        item_key: item,
        since_version_id: sinceVersionId,
        reason,
      }))
    )
    .execute()
}

export const findPublication = (db: Db, versionId: string): Promise<Publication | undefined> =>
  db
    .selectFrom('rubric_publication')
    .select(['base_version_id as baseVersionId', 'note'])
    .where('version_id', '=', versionId)
    .executeTakeFirst()

/** What each of these versions means, with the publishers' reasons. */
export const listMeanings = (
  db: Db,
  versionIds: readonly string[]
): Promise<(MeaningRow & { versionId: string })[]> =>
  versionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('rubric_meaning')
        .select([
          'version_id as versionId',
          'item_key as item',
          'since_version_id as sinceVersionId',
          'reason',
        ])
        .where('version_id', 'in', versionIds)
        .execute()

export const loadSince = async (db: Db, versionId: string): Promise<SinceByItem> =>
  new Map(
    (await listMeanings(db, [versionId])).map(({ item, sinceVersionId }) => [item, sinceVersionId])
  )

/** Versions that are withdrawn from new use now. */
export const listWithdrawn = async (db: Db): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('rubric_withdrawal')
    .select('version_id as id')
    .where('restored_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export interface Withdrawal {
  readonly reason: string
  readonly withdrawnAt: string
  readonly withdrawnBy: string | null
  readonly restoredAt: string | null
  readonly restoredBy: string | null
}

/** Every withdrawal of a version, the latest first; names of the people, null for a command. */
export const listWithdrawals = (db: Db, versionId: string): Promise<Withdrawal[]> =>
  db
    .selectFrom('rubric_withdrawal')
    .leftJoin('person as by', 'by.id', 'withdrawn_by')
    .leftJoin('person as back', 'back.id', 'restored_by')
    .select([
      'reason',
      'withdrawn_at as withdrawnAt',
      'by.name as withdrawnBy',
      'restored_at as restoredAt',
      'back.name as restoredBy',
    ])
    .where('version_id', '=', versionId)
    .orderBy('withdrawn_at', 'desc')
    .execute()

/** @returns false when it is withdrawn already */
export const insertWithdrawal = async (
  db: Db,
  row: { id: string; versionId: string; reason: string; at: string; by: string | null }
): Promise<boolean> => {
  const result = await db
    .insertInto('rubric_withdrawal')
    .values({
      id: row.id,
      version_id: row.versionId,
      reason: row.reason,
      withdrawn_at: row.at,
      withdrawn_by: row.by,
    })
    .onConflict((conflict) =>
      conflict.columns(['version_id']).where('restored_at', 'is', null).doNothing()
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** @returns false when it is not withdrawn */
export const endWithdrawal = async (
  db: Db,
  versionId: string,
  at: string,
  by: string | null
): Promise<boolean> => {
  const result = await db
    .updateTable('rubric_withdrawal')
    .set({ restored_at: at, restored_by: by })
    .where('version_id', '=', versionId)
    .where('restored_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
