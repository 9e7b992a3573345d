/** An upload whose import was stopped together with the server that was at it waits again. */
import type { Db } from '../db/schema.ts'
import { moveUpload, setUploadNote, type Upload } from './upload-store.ts'

/** An import at work that has given no sign of life for this long was stopped. */
const DEAD_AFTER_MS = 60_000

export const STOPPED =
  'The work was stopped before it ended. Nothing was imported. You can confirm it again.'

export const putBackStopped = async (db: Db, upload: Upload, clock: () => Date): Promise<void> => {
  if (upload.state !== 'working') return
  const at = clock().toISOString()
  const staleBefore = new Date(Date.parse(at) - DEAD_AFTER_MS).toISOString()
  if (await moveUpload(db, upload.id, ['working'], 'ready', at, { staleBefore })) {
    await setUploadNote(db, upload.id, STOPPED)
  }
}
