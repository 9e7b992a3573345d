/** The rubrics feature's SQL: published versions, which are inserted and read and never changed. */
import type { Db } from '../db/schema.ts'
import type { Rubric } from './rules/rubric.ts'
import { rubricFromCanonical } from './rules/rubric-identity.ts'
import { compareVersions, currentVersion } from './rules/rubric-version.ts'
import { listWithdrawn } from './version-store.ts'

/** A published version without its content. */
export interface RubricVersion {
  readonly id: string
  readonly key: string
  readonly version: string
  readonly title: string
  readonly contentHash: string
  readonly publishedAt: string
}

/** A published version with its questions. */
export interface PublishedRubric extends RubricVersion {
  readonly rubric: Rubric
}

const versionColumns = [
  'id',
  'rubric_key as key',
  'version',
  'title',
  'content_hash as contentHash',
  'published_at as publishedAt',
] as const

const inOrder = <Row extends { key: string; version: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) =>
    a.key === b.key ? compareVersions(a.version, b.version) : a.key < b.key ? -1 : 1
  )

/**
 * Rubrics by the hash of their content: what is published never changes, so it is read once. A council has some hundred
 * versions at the most; the bound is for programs that see many councils, such as tests.
 */
const readBefore = new Map<string, Rubric>()
const MOST_KEPT = 1000

const rubricOf = (contentHash: string, content: string): Rubric => {
  const known = readBefore.get(contentHash)
  if (known !== undefined) return known
  const rubric = rubricFromCanonical(content)
  if (readBefore.size >= MOST_KEPT) readBefore.clear()
  readBefore.set(contentHash, rubric)
  return rubric
}

const withRubric = ({ content, ...row }: RubricVersion & { content: string }): PublishedRubric => ({
  ...row,
  rubric: rubricOf(row.contentHash, content),
})

/** Every version of every rubric, by key, the oldest version first. */
export const listRubricVersions = async (db: Db): Promise<RubricVersion[]> =>
  inOrder(await db.selectFrom('rubric_version').select(versionColumns).execute())

/** Every version with its questions, in the same order. */
export const listPublishedRubrics = async (db: Db): Promise<PublishedRubric[]> => {
  const rows = await db
    .selectFrom('rubric_version')
    .select([...versionColumns, 'content'])
    .execute()
  return inOrder(rows).map(withRubric)
}

/**
 * The version of each rubric that a new round uses, by key: a council's own before the library's, nothing withdrawn.
 * A rubric whose every version is withdrawn is left out.
 */
export const listCurrentRubrics = async (db: Db): Promise<PublishedRubric[]> => {
  const withdrawn = await listWithdrawn(db)
  const versions = (await listRubricVersions(db)).map((version) => ({
    ...version,
    isWithdrawn: withdrawn.has(version.id),
  }))
  const ids = [...Map.groupBy(versions, ({ key }) => key).values()].flatMap(
    (some) => currentVersion(some)?.id ?? []
  )
  return getRubrics(db, ids)
}

/** Every version published up to an instant, the oldest first: what a record of that time could be read with. */
export const listRubricsAsOf = async (db: Db, at: string): Promise<PublishedRubric[]> =>
  (await listPublishedRubrics(db)).filter(({ publishedAt }) => publishedAt <= at)

export const findRubric = async (
  db: Db,
  key: string,
  version: string
): Promise<PublishedRubric | undefined> => {
  const row = await db
    .selectFrom('rubric_version')
    .select([...versionColumns, 'content'])
    .where('rubric_key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && withRubric(row)
}

/** The versions with these ids, in the order of the ids; an id without a version is an error. */
export const getRubrics = async (db: Db, ids: readonly string[]): Promise<PublishedRubric[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('rubric_version')
    .select([...versionColumns, 'content'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return ids.map((id) => {
    const row = rows.find((each) => each.id === id)
    if (row === undefined) throw new Error(`no rubric version ${id}`)
    return withRubric(row)
  })
}

/** @returns false when that version of that rubric is there already; nothing is written then */
export const insertRubricVersion = async (
  db: Db,
  row: RubricVersion & {
    readonly judgement: string | null
    readonly scale: string
    readonly content: string
    readonly publishedBy: string | null
  }
): Promise<boolean> => {
  const result = await db
    .insertInto('rubric_version')
    .values({
      id: row.id,
      rubric_key: row.key,
      version: row.version,
      title: row.title,
      judgement: row.judgement,
      scale: row.scale,
      content: row.content,
      content_hash: row.contentHash,
      published_at: row.publishedAt,
      published_by: row.publishedBy,
    })
    .onConflict((conflict) => conflict.columns(['rubric_key', 'version']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
