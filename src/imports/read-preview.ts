/** What is kept with an uploaded results file, as pages ask for it: what was chosen, what it counts, a page of a list. */
import { fromJson, toJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Preview, UploadOptions } from './rules/preview.ts'
import { findPart, setUploadOptions, type Upload } from './upload-store.ts'

export const optionsOf = (upload: Upload): UploadOptions => fromJson<UploadOptions>(upload.options)

export const previewOf = (upload: Upload): Preview => fromJson<Preview>(upload.summary)

export const keepOptions = (db: Db, id: string, options: UploadOptions): Promise<void> =>
  setUploadOptions(db, id, toJson(options))

/** @param page from 1; beyond the last there is nothing */
export const readPreviewPage = async <Thing>(
  db: Db,
  id: string,
  part: 'fault' | 'change' | 'report' | 'sample',
  page: number
): Promise<Thing[]> => fromJson<Thing[]>((await findPart(db, id, part, page - 1)) ?? '[]')
