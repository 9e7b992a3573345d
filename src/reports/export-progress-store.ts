/**
 * The SQL of how far the writing of evidence packs is: a row, so that every server of a database can tell. What was
 * exported and how it ended is in the event log; these rows are removed by a job.
 */
import type { Db } from '../db/schema.ts'
import type { StoredProgress } from './rules/export-progress.ts'

/** One download. */
export interface Download {
  readonly exportId: string
  readonly personId: string
  /** By which the page asks. Of two downloads under the same one of a person it shows the later. */
  readonly watch: string
}

const DAY = 86_400_000

/**
 * @param at an instant; rows of more than a day before it go
 * @returns how many went
 */
export const deleteOldProgress = async (db: Db, at: string): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('evidence_progress')
    .where('changed_at', '<', new Date(Date.parse(at) - DAY).toISOString())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const beginProgress = async (
  db: Db,
  { exportId, personId, watch }: Download,
  { total, at }: { readonly total: number; readonly at: string }
): Promise<void> => {
  const begun = { export_id: exportId, state: 'writing', done: 0, total, changed_at: at } as const
  await db
    .insertInto('evidence_progress')
    .values({ person_id: personId, watch, ...begun })
    .onConflict((conflict) => conflict.columns(['person_id', 'watch']).doUpdateSet(begun))
    .execute()
}

/** Nothing where a later download has taken the place of this one. */
export const noteProgress = async (
  db: Db,
  { exportId, personId, watch }: Download,
  { state, done, total, changedAt }: StoredProgress
): Promise<void> => {
  await db
    .updateTable('evidence_progress')
    .set({ state, done, total, changed_at: changedAt })
    .where('person_id', '=', personId)
    .where('watch', '=', watch)
    .where('export_id', '=', exportId)
    .execute()
}

export const findProgress = (
  db: Db,
  { personId, watch }: Omit<Download, 'exportId'>
): Promise<StoredProgress | undefined> =>
  db
    .selectFrom('evidence_progress')
    .select(['state', 'done', 'total', 'changed_at as changedAt'])
    .where('person_id', '=', personId)
    .where('watch', '=', watch)
    .executeTakeFirst()
