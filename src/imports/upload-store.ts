/** The SQL of uploaded files that wait for somebody to look at them and confirm. Shared by every kind of file. */
import { sql } from 'kysely'
import type { StagedUploadTable } from '../db/history-tables.ts'
import type { Db } from '../db/schema.ts'

export type UploadPurpose = StagedUploadTable['purpose']
export type UploadState = StagedUploadTable['state']

export type NewUpload = {
  readonly id: string
  readonly purpose: UploadPurpose
  readonly fileName: string
  readonly uploadedBy: string
  readonly at: string
  readonly options: string
}

export const insertUpload = async (db: Db, upload: NewUpload): Promise<void> => {
  await db
    .insertInto('staged_upload')
    .values({
      id: upload.id,
      purpose: upload.purpose,
      file_name: upload.fileName,
      file_hash: '',
      bytes: 0,
      uploaded_by: upload.uploadedBy,
      uploaded_at: upload.at,
      state: 'arriving',
      seen_at: upload.at,
      options: upload.options,
    })
    .execute()
}

export const insertPart = async (
  db: Db,
  uploadId: string,
  part: string,
  position: number,
  content: string
): Promise<void> => {
  await db
    .insertInto('staged_part')
    .values({ upload_id: uploadId, part, position, content })
    .execute()
}

/** Several pieces by one statement, from a position on. */
export const insertParts = async (
  db: Db,
  uploadId: string,
  part: string,
  from: number,
  contents: readonly string[]
): Promise<void> => {
  if (contents.length === 0) return
  await db
    .insertInto('staged_part')
    .values(
      contents.map((content, place) => ({
        upload_id: uploadId,
        part,
        position: from + place,
        content,
      }))
    )
    .execute()
}

export const setArrived = async (db: Db, id: string, fileHash: string, bytes: number) => {
  await db
    .updateTable('staged_upload')
    .set({ state: 'arrived', file_hash: fileHash, bytes })
    .where('id', '=', id)
    .execute()
}

const uploads = (db: Db) =>
  db
    .selectFrom('staged_upload')
    .leftJoin('person', 'person.id', 'staged_upload.uploaded_by')
    .select([
      'staged_upload.id as id',
      'staged_upload.purpose',
      'staged_upload.file_name as fileName',
      'staged_upload.file_hash as fileHash',
      'staged_upload.bytes',
      'staged_upload.uploaded_by as uploadedBy',
      'person.name as uploadedByName',
      'staged_upload.uploaded_at as uploadedAt',
      'staged_upload.state',
      'staged_upload.seen_at as seenAt',
      'staged_upload.done',
      'staged_upload.to_do as toDo',
      'staged_upload.options',
      'staged_upload.summary',
      'staged_upload.note',
      'staged_upload.revision',
    ])

export const findUpload = (db: Db, id: string, purpose: UploadPurpose) =>
  uploads(db)
    .where('staged_upload.id', '=', id)
    .where('staged_upload.purpose', '=', purpose)
    .where('staged_upload.state', '<>', 'arriving')
    .executeTakeFirst()

export type Upload = NonNullable<Awaited<ReturnType<typeof findUpload>>>

/** Files that have arrived and wait, newest first. */
export const listUploads = (db: Db, purpose: UploadPurpose): Promise<Upload[]> =>
  uploads(db)
    .where('staged_upload.purpose', '=', purpose)
    .where('staged_upload.state', '<>', 'arriving')
    .orderBy('staged_upload.uploaded_at', 'desc')
    .orderBy('staged_upload.id', 'desc')
    .limit(50)
    .execute()

/**
 * Takes an upload from one of some states to the next, if nobody else has.
 * @returns whether it was this caller who did
 */
export const moveUpload = async (
  db: Db,
  id: string,
  from: readonly UploadState[],
  to: UploadState,
  at: string,
  change: { readonly revision?: number; readonly staleBefore?: string } = {}
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('staged_upload')
    .set({ state: to, seen_at: at, done: 0, to_do: 0 })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(change.revision !== undefined, (some) => some.where('revision', '=', change.revision ?? 0))
    .$if(change.staleBefore !== undefined, (some) =>
      some.where('seen_at', '<', change.staleBefore ?? '')
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A sign of life of whoever is at work on it. */
export const touchUpload = async (db: Db, id: string, at: string, done: number, toDo: number) => {
  await db
    .updateTable('staged_upload')
    .set({ seen_at: at, done, to_do: toDo })
    .where('id', '=', id)
    .execute()
}

export const setUploadNote = async (db: Db, id: string, note: string | null) => {
  await db.updateTable('staged_upload').set({ note }).where('id', '=', id).execute()
}

export const setUploadSummary = async (db: Db, id: string, summary: string) => {
  await db.updateTable('staged_upload').set({ summary }).where('id', '=', id).execute()
}

export const setUploadOptions = async (db: Db, id: string, options: string) => {
  await db.updateTable('staged_upload').set({ options }).where('id', '=', id).execute()
}

/** One piece of what is kept with an upload: of its bytes, or one page of its preview. */
export const findPart = async (
  db: Db,
  uploadId: string,
  part: string,
  position: number
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('staged_part')
    .select('content')
    .where('upload_id', '=', uploadId)
    .where('part', '=', part)
    .where('position', '=', position)
    .executeTakeFirst()
  return row?.content
}

export const deleteParts = async (db: Db, uploadId: string, kept: readonly string[] = []) => {
  await db
    .deleteFrom('staged_part')
    .where('upload_id', '=', uploadId)
    .$if(kept.length > 0, (some) => some.where('part', 'not in', kept))
    .execute()
}

/** @returns whether there was one */
export const deleteUpload = async (db: Db, id: string): Promise<boolean> => {
  await deleteParts(db, id)
  const { numDeletedRows } = await db
    .deleteFrom('staged_upload')
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Uploads that nobody has touched since an instant, except those at work. */
export const listStaleUploads = (
  db: Db,
  before: string
): Promise<{ id: string; purpose: string }[]> =>
  db
    .selectFrom('staged_upload')
    .select(['id', 'purpose'])
    .where('seen_at', '<', before)
    .where('state', '<>', 'working')
    .execute()

/** How many bytes of uploads wait; for a limit on what the database has to hold. */
export const countWaiting = async (db: Db): Promise<{ files: number; bytes: number }> => {
  const row = await db
    .selectFrom('staged_upload')
    .select((eb) => eb.fn.countAll<number>().as('files'))
    .select(sql<number>`coalesce(sum(bytes), 0)`.as('bytes'))
    .executeTakeFirst()
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) }
}
