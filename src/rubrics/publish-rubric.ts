/** Publishes one version of a rubric. What is published stays as it is; a change is the next version. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { rubricHash } from './rubric-hash.ts'
import { checkLibrary, type LibraryEntry } from './rules/check-library.ts'
import { faultLine } from './rules/fault.ts'
import { canonicalRubric } from './rules/rubric-identity.ts'
import { nextVersion } from './rules/rubric-version.ts'
import { findRubric, insertRubricVersion, listPublishedRubrics } from './store.ts'

export type Published = {
  readonly id: string
  /** False when this very version was published before. */
  readonly isNew: boolean
}

/**
 * Publishing the same content again changes nothing.
 * @throws FaultyInput when the version was published with other content, or when it uses a title,
 *   an item key or a kind that published rubrics use otherwise
 */
export const publishRubric = (ctx: Context, entry: LibraryEntry): Promise<Published> =>
  inTransaction(ctx, async (tx) => {
    const { rubric } = entry
    const content = canonicalRubric(rubric)
    const contentHash = rubricHash(content)
    const known = await listPublishedRubrics(tx.db)
    const others = known.filter(
      (each) => each.key !== rubric.key || each.version !== rubric.version
    )
    const faults = checkLibrary([...others.map(asEntry), entry])
    if (faults.length > 0) throw new FaultyInput(faults.map(faultLine))

    const id = tx.ids()
    const isNew = await insertRubricVersion(tx.db, {
      id,
      key: rubric.key,
      version: rubric.version,
      title: rubric.title,
      judgement: rubric.judgement ?? null,
      scale: rubric.scale,
      content,
      contentHash,
      publishedAt: tx.now,
      publishedBy: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    if (!isNew) {
      const before = await findRubric(tx.db, rubric.key, rubric.version)
      if (before?.contentHash === contentHash) return { id: before.id, isNew }
      const versions = known.filter((each) => each.key === rubric.key).map((each) => each.version)
      const next = nextVersion(rubric.version, versions)
      throw new FaultyInput([
        `${entry.file}:1: ${rubric.key} ${rubric.version} is already published with other content, and a published version never changes; put the file back as it was, and save the new content as version ${next} in ${rubric.key}/${next}.yaml`,
      ])
    }
    recordEvent(tx, {
      type: 'rubric.published',
      subjectId: id,
      details: { key: rubric.key, version: rubric.version, hash: contentHash },
    })
    return { id, isNew }
  })

/** What is published has no file any more; its name in a message is where it is to be read. */
const asEntry = (published: { rubric: LibraryEntry['rubric'] }): LibraryEntry => ({
  file: `the published ${published.rubric.key} ${published.rubric.version}`,
  rubric: published.rubric,
  lines: new Map(),
})
