/** The bytes of an uploaded file that waits, put together from its pieces. */
import type { Db } from '../db/schema.ts'
import { findPart } from './upload-store.ts'

/** A piece at a time, so that other requests get their turn between two of them. */
export const readUpload = async (db: Db, id: string): Promise<Uint8Array> => {
  const found: Buffer[] = []
  for (let position = 0; ; position++) {
    const content = await findPart(db, id, 'content', position)
    if (content === undefined) return Buffer.concat(found)
    found.push(Buffer.from(content, 'base64'))
  }
}
