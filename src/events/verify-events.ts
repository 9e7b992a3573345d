/**
 * Walks the whole event log and works out every hash again: says where the chain first breaks, and what is wrong there.
 * Reads only; memory does not grow with the log. A server may be writing meanwhile.
 */
import type { Db, EventTable } from '../db/schema.ts'
import { eventHash, NO_EVENT_HASH } from './event-hash.ts'

/** Events a query. */
const PAGE = 1_000

export interface VerifiedEvents {
  /** Number and hash of the last event whose place in the chain is proved; 0 and zeros of an empty log. */
  readonly number: number
  readonly hash: string
  /** The first thing that is wrong, in one sentence. */
  readonly fault?: string
  /** Number of the event that has the expected hash. */
  readonly expectedNumber?: number
}

const hashOfRow = (previousHash: string, row: EventTable): string =>
  eventHash(previousHash, {
    number: row.number,
    at: row.at,
    type: row.type,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    subjectId: row.subject_id,
    details: row.details,
  })

/** What is wrong with a row that should follow `last`, if anything. */
const faultOf = (last: { number: number; hash: string }, row: EventTable): string | undefined => {
  const number = last.number + 1
  if (row.number !== number) {
    const next = `event ${row.number}`
    return last.number === 0
      ? `event 1 is missing: the log begins with ${next}`
      : `event ${number} is missing: event ${last.number} is followed by ${next}`
  }
  if (row.previous_hash !== last.hash) {
    return `event ${number} does not follow from event ${last.number}: it names another hash than that event has`
  }
  if (hashOfRow(last.hash, row) !== row.hash) {
    return `event ${number} was changed after it was written: its content does not give its hash`
  }
  return undefined
}

/**
 * @param expected the hash that an earlier verification printed: it must still be in the chain, which shows that nothing
 *   was cut off or rewritten since, not even by somebody who worked out all later hashes again
 */
export const verifyEvents = async (db: Db, expected?: string): Promise<VerifiedEvents> => {
  // In this order, so that events written meanwhile never look like events beyond the head.
  const { last } = await db
    .selectFrom('event')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const head = await db.selectFrom('event_head').select(['number', 'hash']).executeTakeFirst()

  let proved = { number: 0, hash: NO_EVENT_HASH }
  let expectedNumber = expected === NO_EVENT_HASH ? 0 : undefined
  const found = () => ({ ...proved, ...(expectedNumber === undefined ? {} : { expectedNumber }) })
  if (!head) return { ...proved, fault: 'the head of the event log is missing' }

  while (proved.number < head.number) {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('number', '>', proved.number)
      .where('number', '<=', head.number)
      .orderBy('number')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      const fault = faultOf(proved, row)
      if (fault) return { ...found(), fault }
      proved = { number: row.number, hash: row.hash }
      if (row.hash === expected) expectedNumber = row.number
    }
    if (rows.length === 0) {
      const fault = `the head says ${head.number} events, but the last is event ${proved.number}: events were removed from the end`
      return { ...found(), fault }
    }
  }
  if (head.hash !== proved.hash) {
    return { ...found(), fault: `the head does not have the hash of event ${proved.number}` }
  }
  if ((last ?? 0) > head.number) {
    const fault = `the head says ${head.number} events, but there is an event ${last}: it was not written by Plumbline`
    return { ...found(), fault }
  }
  return found()
}
