/**
 * A job: removes how far downloads of evidence packs were, a day after they last moved. Who took what stays in the event
 * log; these rows were only ever for whoever waited.
 */
import type { Context } from '../db/transaction.ts'
import { deleteOldProgress } from './export-progress-store.ts'

/** @returns how many were removed */
export const removeOldProgress = ({ db, now }: Context): Promise<number> =>
  deleteOldProgress(db, now)
