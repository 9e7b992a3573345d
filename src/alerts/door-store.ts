/**
 * The SQL of the doors to a new alert: the case or the audit that somebody is looking at, and whether it is theirs to look
 * at. Whoever may raise concerns may type any reference; a door gives a reference away, so it asks, and so does the draft of
 * somebody who raises good practice alone.
 */
import { type Expression, type SqlBool, sql } from 'kysely'
import { isOpenableBy } from '../audits/case-reader-store.ts'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'

const asFlag = (reach: Expression<SqlBool>) => sql<number>`case when ${reach} then 1 else 0 end`

/** The case, and whether the person may open its page. */
export const findCaseDoor = (db: Db, reader: Reader, id: string) =>
  db
    .selectFrom('case_file')
    .where('case_file.id', '=', id)
    .select(['case_file.reference as reference', asFlag(isOpenableBy(reader)).as('isOpen')])
    .executeTakeFirst()

/** Which of these cases the person may open. */
export const listOpenCaseIds = async (
  db: Db,
  reader: Reader,
  ids: readonly string[]
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('case_file')
    .where('case_file.id', 'in', ids)
    .where(isOpenableBy(reader))
    .select('case_file.id as id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The audit, and whether the person may read it. What superseded it is found in its place. */
export const findAuditDoor = (db: Db, reader: Reader, id: string) =>
  db
    .selectFrom('audit')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .where('audit.id', '=', id)
    .select((eb) => [
      'audit.id as id',
      eb.fn.coalesce('case_file.reference', 'audit.case_reference').as('reference'),
      asFlag(isReadableBy(reader)).as('isOpen'),
    ])
    .executeTakeFirst()
