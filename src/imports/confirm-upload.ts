/** Brings in a results file whose preview somebody has seen: all of it, as it was shown, or nothing. */
import type { Context } from '../db/transaction.ts'
import { Conflict, FaultyInput, NotFound, WrongState } from '../errors.ts'
import { findImportPage } from './history-store.ts'
import { type ImportOutcome, importResults } from './import-results.ts'
import { previewUpload } from './preview-upload.ts'
import { STOPPED } from './put-back-stopped.ts'
import { optionsOf, previewOf } from './read-preview.ts'
import { readUpload } from './read-upload.ts'
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

const CHANGED =
  'What this file would do has changed since the preview: somebody else imported, mapped or recorded something meanwhile. Nothing was imported. Look again, then confirm.'
const claimUpload = async (ctx: Context, input: ConfirmUploadInput): Promise<Upload> => {
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
const importClaimed = async (
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
      replace: optionsOf(upload).replace,
      clock,
      importId: id,
      expected: previewOf(upload).fingerprint,
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

export type ConfirmedUpload = {
  /** How many judgements are to be written; says whether somebody should wait for them. */
  readonly judgements: number
  /** Brings them in. Undefined when that came to nothing: the upload then says why. */
  readonly work: () => Promise<ImportOutcome | undefined>
}

/** @throws Conflict when somebody else was quicker, or the preview was made again since */
export const confirmUpload = async (
  ctx: Context,
  input: ConfirmUploadInput
): Promise<ConfirmedUpload> => {
  const upload = await claimUpload(ctx, input)
  const { judgements } = previewOf(upload)
  return {
    judgements: judgements.fresh + judgements.replaced,
    work: () => importClaimed(ctx, upload, input.clock),
  }
}
