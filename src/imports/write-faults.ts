/** All faults of an uploaded file as CSV, for the person who puts them right in a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import { fromJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { FileFault } from './rules/file-fault.ts'
import { findPart } from './upload-store.ts'

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export const writeFaults = async (db: Db, uploadId: string): Promise<string> => {
  const rows: string[][] = [['line', 'fault']]
  for (let page = 0; ; page++) {
    const content = await findPart(db, uploadId, 'fault', page)
    if (content === undefined) break
    for (const { line, message } of fromJson<FileFault[]>(content)) {
      rows.push([String(line), guarded(message)])
    }
  }
  return `\uFEFF${stringify(rows, { record_delimiter: 'windows' })}`
}
