/** Publishes one version of a rubric. What is published stays as it is; a change is the next version. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { rubricHash } from './rubric-hash.ts'
import { checkLibrary, type LibraryEntry } from './rules/check-library.ts'
import { differenceOf } from './rules/difference.ts'
import { faultLine } from './rules/fault.ts'
import { meaningRows, type StatedMeaning } from './rules/meaning.ts'
import { canonicalRubric } from './rules/rubric-identity.ts'
import { nextVersion, versionBefore } from './rules/rubric-version.ts'
import {
  findRubric,
  insertRubricVersion,
  listPublishedRubrics,
  type PublishedRubric,
} from './store.ts'
import { insertPublication, loadSince } from './version-store.ts'

export type Published = {
  readonly id: string
  /** False when this very version was published before. */
  readonly isNew: boolean
}

/** What is known about where a version comes from; a file says nothing and takes what the difference proposes. */
export type Provenance = {
  /** The version it was made from; undefined: the one before it in its own line. */
  readonly baseVersionId?: string | undefined
  /** What changed and why. */
  readonly note?: string
  /** What the publisher says of single items; '' is the grade of the theme. */
  readonly meanings?: ReadonlyMap<string, StatedMeaning>
}

/**
 * Publishing the same content again changes nothing.
 * @throws FaultyInput when the version was published with other content, or when it uses a title,
 *   an item key or a kind that published rubrics use otherwise
 */
export const publishRubric = (
  ctx: Context,
  entry: LibraryEntry,
  provenance: Provenance = {}
): Promise<Published> =>
  inTransaction(ctx, async (tx) => {
    const { rubric } = entry
    const content = canonicalRubric(rubric)
    const contentHash = rubricHash(content)
    const before = await findRubric(tx.db, rubric.key, rubric.version)
    if (before?.contentHash === contentHash) return { id: before.id, isNew: false }

    const known = await listPublishedRubrics(tx.db)
    const others = known.filter(({ id }) => id !== before?.id)
    const faults = checkLibrary([...others.map(asEntry), entry])
    if (faults.length > 0) throw new FaultyInput(faults.map(faultLine))
    const versions = known.filter((each) => each.key === rubric.key)
    const taken = () => {
      const next = nextVersion(
        rubric.version,
        versions.map((each) => each.version)
      )
      return new FaultyInput([
        `${entry.file}:1: ${rubric.key} ${rubric.version} is already published with other content, and a published version never changes; put the file back as it was, and save the new content as version ${next} in ${rubric.key}/${next}.yaml`,
      ])
    }
    if (before) throw taken()

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
    // Somebody else published it between our look and our insert.
    if (!isNew) {
      const theirs = await findRubric(tx.db, rubric.key, rubric.version)
      if (theirs?.contentHash === contentHash) return { id: theirs.id, isNew }
      throw taken()
    }
    const base = baseOf(versions, rubric.version, provenance.baseVersionId)
    const meanings = base
      ? meaningRows(
          id,
          { id: base.id, since: await loadSince(tx.db, base.id) },
          differenceOf(base.rubric, rubric),
          provenance.meanings
        )
      : []
    const note = provenance.note ?? ''
    await insertPublication(tx.db, id, { baseVersionId: base?.id ?? null, note }, meanings)
    recordEvent(tx, {
      type: 'rubric.published',
      subjectId: id,
      details: { key: rubric.key, version: rubric.version, hash: contentHash },
    })
    return { id, isNew }
  })

const baseOf = (
  versions: readonly PublishedRubric[],
  version: string,
  baseVersionId: string | undefined
): PublishedRubric | undefined => {
  if (baseVersionId !== undefined) return versions.find(({ id }) => id === baseVersionId)
  const earlier = versionBefore(
    version,
    versions.map((each) => each.version)
  )
  return versions.find((each) => each.version === earlier)
}

/** What is published has no file any more; its name in a message is where it is to be read. */
const asEntry = (published: { rubric: LibraryEntry['rubric'] }): LibraryEntry => ({
  file: `the published ${published.rubric.key} ${published.rubric.version}`,
  rubric: published.rubric,
  lines: new Map(),
})
