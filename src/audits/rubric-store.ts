/**
 * The rubric versions that audits were graded on, parsed once. A published version never changes, so what was read
 * under its content hash holds for as long as the server runs.
 */
import type { Db } from '../db/schema.ts'
import type { Rubric } from '../rubrics/rules/rubric.ts'
import { rubricFromCanonical } from '../rubrics/rules/rubric-identity.ts'

const kept = new Map<string, Rubric>()

/** Some twenty rubrics in ten versions each; of more, those that were read first are let go. */
const MOST_KEPT = 200

/** @returns the rubrics by content hash; one query for those not seen before, none when all were */
export const rubricsByHash = async (
  db: Db,
  hashes: readonly string[]
): Promise<ReadonlyMap<string, Rubric>> => {
  const found = new Map<string, Rubric>()
  const unseen: string[] = []
  for (const hash of hashes) {
    const rubric = kept.get(hash)
    if (rubric) found.set(hash, rubric)
    else unseen.push(hash)
  }
  if (unseen.length === 0) return found
  const rows = await db
    .selectFrom('rubric_version')
    .select(['content_hash as hash', 'content'])
    .where('content_hash', 'in', unseen)
    .execute()
  for (const { hash, content } of rows) {
    // Another request may have read it meanwhile; pages are remembered by the object.
    const rubric = kept.get(hash) ?? rubricFromCanonical(content)
    found.set(hash, rubric)
    kept.set(hash, rubric)
  }
  for (const hash of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(hash)
  }
  return found
}
