/** All faults of an uploaded file of results as CSV. */
import { fromJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { FileFault } from './rules/file-fault.ts'
import { writeFaultList } from './rules/write-fault-list.ts'
import { findPart } from './upload-store.ts'

export const writeFaults = async (db: Db, uploadId: string): Promise<string> => {
  const faults: FileFault[] = []
  for (let page = 0; ; page++) {
    const content = await findPart(db, uploadId, 'fault', page)
    if (content === undefined) break
    for (const fault of fromJson<FileFault[]>(content)) faults.push(fault)
  }
  return writeFaultList(faults)
}
