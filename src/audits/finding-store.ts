/** The SQL of findings: strengths, and areas to improve. */
import type { Db } from '../db/schema.ts'
import type { FindingKind } from './rules/finding-fields.ts'

export interface Finding {
  readonly id: string
  readonly auditId: string
  readonly kind: FindingKind
  readonly itemKey: string | null
  readonly words: string
  readonly position: number
  readonly revision: number
  /** Instant; null while it stands. */
  readonly removedAt: string | null
}

const findingColumns = [
  'id',
  'audit_id as auditId',
  'kind',
  'item_key as itemKey',
  'words',
  'position',
  'revision',
  'removed_at as removedAt',
] as const

/** Those that stand, in their order. */
export const listFindings = (db: Db, auditId: string): Promise<Finding[]> =>
  db
    .selectFrom('finding')
    .where('audit_id', '=', auditId)
    .where('removed_at', 'is', null)
    .select(findingColumns)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Removed ones too, so that a removal can be undone. */
export const findFinding = (db: Db, id: string): Promise<Finding | undefined> =>
  db.selectFrom('finding').where('id', '=', id).select(findingColumns).executeTakeFirst()

export const nextFindingPosition = async (db: Db, auditId: string): Promise<number> => {
  const row = await db
    .selectFrom('finding')
    .where('audit_id', '=', auditId)
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export const insertFinding = (db: Db, finding: Finding) =>
  db
    .insertInto('finding')
    .values({
      id: finding.id,
      audit_id: finding.auditId,
      kind: finding.kind,
      item_key: finding.itemKey,
      words: finding.words,
      position: finding.position,
      revision: finding.revision,
      removed_at: finding.removedAt,
    })
    .execute()

export const updateFinding = (db: Db, finding: Finding) =>
  db
    .updateTable('finding')
    .set({
      kind: finding.kind,
      item_key: finding.itemKey,
      words: finding.words,
      revision: finding.revision,
      removed_at: finding.removedAt,
    })
    .where('id', '=', finding.id)
    .execute()
