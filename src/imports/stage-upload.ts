/**
 * Keeps an uploaded file in the database while somebody looks at what it would do, so that a restart or a second
 * application server finds it too. It is written as it arrives, in short pieces: nobody waits for a slow connection.
 */
import { createHash } from 'node:crypto'
import { toJson } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { removeStaleUploads } from './remove-stale-uploads.ts'
import { sizeInWords, wrongKind } from './rules/file-kind.ts'
import {
  countWaiting,
  deleteUpload,
  insertPart,
  insertUpload,
  setArrived,
  type UploadPurpose,
} from './upload-store.ts'

export type StageUploadInput = {
  readonly purpose: UploadPurpose
  /** The file as it comes with the form; undefined when the form had none. */
  readonly upload:
    | { readonly fileName: string; readonly chunks: AsyncIterable<Uint8Array> }
    | undefined
  readonly mostBytes: number
  /** What the person chose with the file; kept as JSON. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** Bytes a piece; base64 makes a third more of them. */
const PIECE_BYTES = 192 * 1024
/** What the database holds of unconfirmed uploads at most. */
const MOST_WAITING = 400 * 1024 * 1024

const fault = (message: string) => new FieldFault('file', message)

/** Writes the pieces as they come. What is too large is still read to its end, so that the browser reads the answer. */
const writePieces = async (
  ctx: Context,
  id: string,
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number
) => {
  const hash = createHash('sha256')
  let waiting: Uint8Array[] = []
  let held = 0
  let bytes = 0
  let position = 0
  let isFirst = true
  let wrong: string | undefined
  const flush = async () => {
    if (held === 0) return
    const piece = Buffer.concat(waiting)
    waiting = []
    held = 0
    if (isFirst) wrong = wrongKind(piece)
    isFirst = false
    if (wrong === undefined)
      await insertPart(ctx.db, id, 'content', position++, piece.toString('base64'))
  }
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > mostBytes || wrong !== undefined) continue
    hash.update(chunk)
    waiting.push(chunk)
    held += chunk.byteLength
    if (held >= PIECE_BYTES) await flush()
  }
  if (bytes <= mostBytes) await flush()
  return { bytes, wrong, fileHash: hash.digest('hex') }
}

const clearAway = async (ctx: Context) => {
  await removeStaleUploads(ctx)
  const { bytes } = await countWaiting(ctx.db)
  if (bytes > MOST_WAITING) {
    throw new WrongState(
      'Too many uploaded files are waiting to be confirmed. Confirm or throw away some of them first.'
    )
  }
}

/**
 * @returns the id under which the file waits
 * @throws FieldFault on `file` when there is none, or it is empty, too large or plainly no text
 */
export const stageUpload = async (ctx: Context, input: StageUploadInput): Promise<string> => {
  const { upload, purpose, mostBytes } = input
  if (ctx.actor.kind !== 'user') throw new WrongState('Only a person uploads a file.')
  if (!upload || upload.fileName === '') throw fault('Choose a CSV file')
  await clearAway(ctx)
  const id = ctx.ids()
  await insertUpload(ctx.db, {
    id,
    purpose,
    fileName: upload.fileName,
    uploadedBy: ctx.actor.id,
    at: ctx.now,
    options: toJson(input.options ?? {}),
  })
  try {
    const { bytes, wrong, fileHash } = await writePieces(ctx, id, upload.chunks, mostBytes)
    if (wrong !== undefined) throw fault(wrong)
    if (bytes === 0) throw fault('The file is empty. Choose one with a header and at least one row')
    if (bytes > mostBytes) {
      throw fault(
        `The file is ${sizeInWords(bytes)}; ${sizeInWords(mostBytes)} is the most. Split it and upload the parts one after the other`
      )
    }
    await inTransaction(ctx, async (tx) => {
      await setArrived(tx.db, id, fileHash, bytes)
      recordEvent(tx, {
        type: 'upload.staged',
        subjectId: id,
        details: { purpose, fileHash, bytes },
      })
    })
    return id
  } catch (error) {
    await deleteUpload(ctx.db, id)
    throw error
  }
}
