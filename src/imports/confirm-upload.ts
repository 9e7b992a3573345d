/** Brings in a results file whose preview somebody has seen: all of it, as it was shown, or nothing. */
import { fromJson } from '../db/columns.ts'
import type { Context } from '../db/transaction.ts'
import { Conflict, FaultyInput, NotFound, WrongState } from '../errors.ts'
import { findImportPage } from './history-store.ts'
import { type ImportOutcome, importResults } from './import-results.ts'
import { previewUpload } from './preview-upload.ts'
import { readUpload } from './read-upload.ts'
import type { Preview, UploadOptions } from './rules/preview.ts'
import {
  deleteUpload,
  findUpload,
  moveUpload,
  setUploadNote,
  touchUpload,
  type Upload,
} from './upload-store.ts'

export type ConfirmUploadInput = {
  readonly id: string
  /** Of the preview that the person saw. */
  readonly revision: number
  readonly clock: () => Date
}

/** An import at work that has given no sign of life for this long was stopped. */
const DEAD_AFTER_MS = 60_000

const CHANGED =
  'What this file would do has changed since the preview: somebody else imported, mapped or recorded something meanwhile. Nothing was imported. Look again, then confirm.'
const STOPPED =
  'The work was stopped before it ended. Nothing was imported. You can confirm it again.'

/** @throws Conflict when somebody else was quicker, or the preview was made again since */
export const claimUpload = async (ctx: Context, input: ConfirmUploadInput): Promise<Upload> => {
  const { id, revision, clock } = input
  const at = clock().toISOString()
  const before = await findUpload(ctx.db, id, 'results')
  const claimed = await moveUpload(ctx.db, id, ['ready'], 'working', at, { revision })
  if (before && claimed) return before
  const done = await findImportPage(ctx.db, id)
  if (done) {
    throw new Conflict(
      `${done.importedByName ?? 'Somebody'} has confirmed this file already. It was imported once.`,
      done
    )
  }
  if (!before) throw new NotFound('No such upload')
  if (before.state === 'working') {
    throw new Conflict(
      'Somebody else confirmed this file a moment ago. It is imported once.',
      before
    )
  }
  if (before.state !== 'ready') throw new WrongState('The preview of this file is not ready.')
  throw new Conflict(
    'The preview was made again since you opened it. Look at it once more.',
    before
  )
}

/** Carries out what {@link claimUpload} claimed. Whatever goes wrong, the file waits again with words on why. */
export const importClaimed = async (
  ctx: Context,
  upload: Upload,
  clock: () => Date
): Promise<ImportOutcome | undefined> => {
  const { id } = upload
  const putBack = async (note: string) => {
    await setUploadNote(ctx.db, id, note)
    await moveUpload(ctx.db, id, ['working'], 'ready', clock().toISOString())
  }
  try {
    return await importResults(ctx, {
      fileName: upload.fileName,
      bytes: await readUpload(ctx.db, id),
      fileHash: upload.fileHash,
      library: [],
      dryRun: false,
      replace: fromJson<UploadOptions>(upload.options).replace,
      clock,
      importId: id,
      expected: fromJson<Preview>(upload.summary).fingerprint,
      onSwitch: async (tx) => {
        await deleteUpload(tx.db, id)
      },
      onProgress: (done, all) => touchUpload(ctx.db, id, clock().toISOString(), done, all),
    })
  } catch (error) {
    if (!(error instanceof FaultyInput)) {
      await putBack(STOPPED)
      throw error
    }
    const isBusy = error.lines[0]?.startsWith('another import') ?? false
    await putBack(isBusy ? `Nothing was imported: ${error.lines[0]}.` : CHANGED)
    if (!isBusy) await previewUpload(ctx, id, clock, true)
    return undefined
  }
}

/** An upload whose import was stopped with the server waits again. */
export const putBackStopped = async (ctx: Context, upload: Upload, clock: () => Date) => {
  if (upload.state !== 'working') return
  const at = clock().toISOString()
  const staleBefore = new Date(Date.parse(at) - DEAD_AFTER_MS).toISOString()
  if (await moveUpload(ctx.db, upload.id, ['working'], 'ready', at, { staleBefore })) {
    await setUploadNote(ctx.db, upload.id, STOPPED)
  }
}
