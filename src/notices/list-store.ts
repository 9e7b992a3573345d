/** The SQL of the page of notices: one person's, those not read yet first, a page at a time. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** Where a page starts: after this notice. */
export interface NoticePlace {
  readonly isRead: boolean
  readonly id: string
}

export interface NoticeFilters {
  readonly isUnreadOnly: boolean
  readonly kind: string | undefined
}

const readOrder = sql<number>`case when read_at is null then 0 else 1 end`

/** Unread first, then newest first. Ids are made in the order of time. */
export const listNotices = (
  db: Db,
  personId: string,
  filters: NoticeFilters,
  page: { readonly after: NoticePlace | undefined; readonly size: number }
) => {
  const { after } = page
  return db
    .selectFrom('notice')
    .select([
      'id',
      'kind',
      'about_id as aboutId',
      'reference',
      'due_on as dueOn',
      'created_at as createdAt',
      'read_at as readAt',
      'stands',
    ])
    .where('person_id', '=', personId)
    .$if(filters.isUnreadOnly, (query) => query.where('read_at', 'is', null))
    .$if(filters.kind !== undefined, (query) => query.where('kind', '=', filters.kind ?? ''))
    .$if(after !== undefined, (query) =>
      query.where((eb) => {
        const rank = after?.isRead ? 1 : 0
        return eb.or([
          eb(readOrder, '>', rank),
          eb.and([eb(readOrder, '=', rank), eb('id', '<', after?.id ?? '')]),
        ])
      })
    )
    .orderBy(readOrder)
    .orderBy('id', 'desc')
    .limit(page.size)
    .execute()
}

/** The kinds of which the person has a notice. */
export const listNoticeKinds = async (db: Db, personId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('notice')
    .select('kind')
    .distinct()
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.kind)
}
