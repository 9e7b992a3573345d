/**
 * The rubric versions that audits were graded on, parsed once. A published version never changes, so what was read
 * under its content hash holds for as long as the server runs.
 */
import type { Db } from '../db/schema.ts'
import type { Rubric } from '../rubrics/rules/rubric.ts'
import { rubricFromCanonical } from '../rubrics/rules/rubric-identity.ts'

const kept = new Map<string, Rubric>()

/** @returns the rubrics by content hash; one query for those not seen before, none when all were */
export const rubricsByHash = async (
  db: Db,
  hashes: readonly string[]
): Promise<ReadonlyMap<string, Rubric>> => {
  const unseen = hashes.filter((hash) => !kept.has(hash))
  if (unseen.length > 0) {
    const rows = await db
      .selectFrom('rubric_version')
      .select(['content_hash as hash', 'content'])
      .where('content_hash', 'in', unseen)
      .execute()
    for (const { hash, content } of rows) kept.set(hash, rubricFromCanonical(content))
  }
  return kept
}
