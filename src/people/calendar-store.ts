/** The SQL of calendar addresses: one a person, known by its token's hash alone. */
import type { Db } from '../db/schema.ts'

export const findCalendarFeed = (db: Db, personId: string) =>
  db
    .selectFrom('calendar_feed')
    .where('person_id', '=', personId)
    .select(['made_at as madeAt'])
    .executeTakeFirst()

/** Whose address it is; nobody's once the person has left. */
export const findCalendarOwner = (db: Db, tokenHash: string) =>
  db
    .selectFrom('calendar_feed')
    .innerJoin('person', 'person.id', 'calendar_feed.person_id')
    .where('calendar_feed.token_hash', '=', tokenHash)
    .where('person.is_active', '=', 1)
    .select(['person.id as personId'])
    .executeTakeFirst()

export const putCalendarFeed = (
  db: Db,
  feed: { personId: string; tokenHash: string; madeAt: string }
) =>
  db
    .insertInto('calendar_feed')
    .values({ person_id: feed.personId, token_hash: feed.tokenHash, made_at: feed.madeAt })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({
        token_hash: feed.tokenHash,
        made_at: feed.madeAt,
      })
    )
    .execute()

/** @returns false when there was none */
export const deleteCalendarFeed = async (db: Db, personId: string): Promise<boolean> => {
  const result = await db
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
