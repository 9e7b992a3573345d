/** The studio's SQL: drafts with their items, and where each published version is used. */
import { fromJson, toFlag, toJson } from '../db/columns.ts'
import type { DraftState } from '../db/rubric-tables.ts'
import type { Db } from '../db/schema.ts'
import type { DraftHead, DraftItemContent, StatedByPublisher } from './rules/draft.ts'

export interface DraftItem {
  readonly id: string
  readonly position: number
  /** The item's key in the version that the draft was made from; null for a new one. */
  readonly baseKey: string | null
  readonly content: DraftItemContent
  readonly isRetired: boolean
  readonly meaning: StatedByPublisher
  readonly meaningReason: string
  readonly revision: number
  readonly changedAt: string
  /** The name of whoever changed it last; null for a command. */
  readonly changedBy: string | null
}

export interface DraftSummary {
  readonly id: string
  readonly key: string
  readonly baseVersionId: string | null
  readonly mergedVersionId: string | null
  readonly state: DraftState
  readonly head: DraftHead
  readonly revision: number
  readonly createdAt: string
  readonly changedAt: string
  readonly changedBy: string | null
  readonly publishedVersionId: string | null
}

export interface Draft extends DraftSummary {
  /** In order, the retired ones where they stood. */
  readonly items: readonly DraftItem[]
}

const draftQuery = (db: Db) =>
  db
    .selectFrom('rubric_draft')
    .leftJoin('person', 'person.id', 'rubric_draft.changed_by')
    .select([
      'rubric_draft.id',
      'rubric_key as key',
      'base_version_id as baseVersionId',
      'merged_version_id as mergedVersionId',
      'state',
      'content',
      'rubric_draft.revision',
      'rubric_draft.created_at as createdAt',
      'changed_at as changedAt',
      'person.name as changedBy',
      'published_version_id as publishedVersionId',
    ])

const asDraft = <Row extends { content: string }>({ content, ...row }: Row) => ({
  ...row,
  head: fromJson<DraftHead>(content),
})

/** Drafts that are being written, the last changed first. */
export const listOpenDrafts = async (db: Db): Promise<DraftSummary[]> =>
  (await draftQuery(db).where('state', '=', 'open').orderBy('changed_at', 'desc').execute()).map(
    asDraft
  )

const itemQuery = (db: Db) =>
  db
    .selectFrom('rubric_draft_item')
    .leftJoin('person', 'person.id', 'changed_by')
    .select([
      'rubric_draft_item.id',
      'position',
      'base_key as baseKey',
      'content',
      'is_retired as isRetired',
      'meaning',
      'meaning_reason as meaningReason',
      'rubric_draft_item.revision',
      'changed_at as changedAt',
      'person.name as changedBy',
    ])

type ItemRow = Awaited<ReturnType<ReturnType<typeof itemQuery>['executeTakeFirstOrThrow']>>

const asItem = (row: ItemRow): DraftItem => ({
  ...row,
  content: fromJson<DraftItemContent>(row.content),
  isRetired: row.isRetired === 1,
  meaning: row.meaning ?? '',
})

export const findDraft = async (db: Db, id: string): Promise<Draft | undefined> => {
  const row = await draftQuery(db).where('rubric_draft.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const items = await itemQuery(db)
    .where('draft_id', '=', id)
    .orderBy('position')
    .orderBy('rubric_draft_item.id')
    .execute()
  return { ...asDraft(row), items: items.map(asItem) }
}

/** The draft as it is now, held until the transaction ends. */
export const lockDraft = async (db: Db, id: string): Promise<Draft | undefined> => {
  const held = await db
    .updateTable('rubric_draft')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .executeTakeFirst()
  return held.numUpdatedRows === 0n ? undefined : findDraft(db, id)
}

export interface Changed {
  readonly at: string
  readonly by: string | null
}

export const insertDraft = async (
  db: Db,
  draft: Pick<DraftSummary, 'id' | 'key' | 'baseVersionId' | 'mergedVersionId' | 'head'>,
  { at, by }: Changed
): Promise<void> => {
  await db
    .insertInto('rubric_draft')
    .values({
      id: draft.id,
      rubric_key: draft.key,
      base_version_id: draft.baseVersionId,
      merged_version_id: draft.mergedVersionId,
      state: 'open',
      content: toJson(draft.head),
      created_at: at,
      created_by: by,
      changed_at: at,
      changed_by: by,
    })
    .execute()
}

export type NewDraftItem = Pick<DraftItem, 'id' | 'position' | 'baseKey' | 'content'> & {
  readonly isRetired?: boolean
}

export const insertDraftItems = async (
  db: Db,
  draftId: string,
  items: readonly NewDraftItem[],
  { at, by }: Changed
): Promise<void> => {
  if (items.length === 0) return
  await db
    .insertInto('rubric_draft_item')
    .values(
      items.map((item) => ({
        id: item.id,
        draft_id: draftId,
        position: item.position,
        base_key: item.baseKey,
        content: toJson(item.content),
        is_retired: toFlag(item.isRetired ?? false),
        meaning_reason: '',
        changed_at: at,
        changed_by: by,
      }))
    )
    .execute()
}

/** Notes on the draft that something in it changed, and who did it. */
export const touchDraft = async (db: Db, id: string, { at, by }: Changed): Promise<void> => {
  await db
    .updateTable('rubric_draft')
    .set({ changed_at: at, changed_by: by })
    .where('id', '=', id)
    .execute()
}

export const updateDraftHead = async (
  db: Db,
  id: string,
  head: DraftHead,
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('rubric_draft')
    .set((eb) => ({
      content: toJson(head),
      revision: eb('revision', '+', 1),
      changed_at: at,
      changed_by: by,
    }))
    .where('id', '=', id)
    .execute()
}

export const endDraft = async (
  db: Db,
  id: string,
  end: { readonly state: DraftState; readonly publishedVersionId: string | null },
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('rubric_draft')
    .set({
      state: end.state,
      published_version_id: end.publishedVersionId,
      changed_at: at,
      changed_by: by,
    })
    .where('id', '=', id)
    .execute()
}

export type ItemChange = {
  readonly content?: DraftItemContent
  readonly isRetired?: boolean
  readonly meaning?: StatedByPublisher
  readonly meaningReason?: string
}

export const updateDraftItem = async (
  db: Db,
  id: string,
  change: ItemChange,
  { at, by }: Changed
): Promise<void> => {
  const { content, isRetired, meaning, meaningReason } = change
  await db
    .updateTable('rubric_draft_item')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      changed_at: at,
      changed_by: by,
      ...(content === undefined ? {} : { content: toJson(content) }),
      ...(isRetired === undefined ? {} : { is_retired: toFlag(isRetired) }),
      ...(meaning === undefined ? {} : { meaning: meaning === '' ? null : meaning }),
      ...(meaningReason === undefined ? {} : { meaning_reason: meaningReason }),
    }))
    .where('id', '=', id)
    .execute()
}

/** Places items anew; those left out keep their place. The words of an item are not touched. */
export const placeDraftItems = async (
  db: Db,
  places: readonly { readonly id: string; readonly position: number }[]
): Promise<void> => {
  for (const { id, position } of places) {
    await db.updateTable('rubric_draft_item').set({ position }).where('id', '=', id).execute()
  }
}

/** Only for an item that was never published: what was is retired and stays. */
export const deleteDraftItem = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('rubric_draft_item').where('id', '=', id).execute()
}

/** Open drafts of a rubric; a key that one of them uses is not free for a new rubric. */
export const countOpenDrafts = async (db: Db, key: string): Promise<number> => {
  const row = await db
    .selectFrom('rubric_draft')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('rubric_key', '=', key)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
