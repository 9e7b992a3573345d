/**
 * The SQL of sending. Each change is one statement that says what must still be so, so that of several servers that
 * try at once one has the mail; no transaction is held while it is sent.
 */
import { sql } from 'kysely'
import type { MailState } from '../db/mail-tables.ts'
import type { Db } from '../db/schema.ts'

export interface Claim {
  /** One id a try. */
  readonly leaseId: string
  readonly until: string
  /** After the `@` of Message-IDs. */
  readonly domain: string
  readonly now: string
}

/** @returns the mail that is due first and this caller's alone until the lease ends; undefined when none is due */
export const claimMail = async (db: Db, claim: Claim) => {
  const { leaseId, until, domain, now } = claim
  const row = await db
    .updateTable('mail')
    .set((eb) => ({
      leased_by: leaseId,
      leased_until: until,
      tried_at: now,
      attempts: eb('attempts', '+', 1),
      message_id: eb.fn.coalesce('message_id', sql<string>`'<' || id || ${`@${domain}>`}`),
    }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('mail as due')
        .select('due.id')
        // A literal, so that the index of what waits is known to fit.
        .where('due.state', '=', sql.lit<MailState>('waiting'))
        .where('due.next_at', '<=', now)
        .where((inner) =>
          inner.or([inner('due.leased_until', 'is', null), inner('due.leased_until', '<=', now)])
        )
        .orderBy('due.is_urgent', 'desc')
        .orderBy('due.next_at')
        .orderBy('due.id')
        .limit(1)
    )
    // Asked again of the row itself: on PostgreSQL another may have had it between the two.
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .returning([
      'id',
      'sort',
      'person_id as personId',
      'is_urgent as isUrgent',
      'label',
      'path',
      'reference',
      'message_id as messageId',
      'created_at as createdAt',
      'attempts',
    ])
    .executeTakeFirst()
  return row
}

export type ClaimedMail = NonNullable<Awaited<ReturnType<typeof claimMail>>>

/** Whether anything is due that nobody holds: a claim that came out empty may have lost it to another. */
export const isAnyDue = async (db: Db, now: string): Promise<boolean> => {
  const row = await db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', sql.lit<MailState>('waiting'))
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const findRecipient = (db: Db, personId: string) =>
  db
    .selectFrom('person')
    .select(['email', 'is_active as isActive'])
    .where('id', '=', personId)
    .executeTakeFirst()

/** What was gathered into a digest, in the order in which it was told. */
export const listGathered = (db: Db, digestId: string) =>
  db
    .selectFrom('mail')
    .select(['label', 'path', 'reference'])
    .where('digest_id', '=', digestId)
    .orderBy('id')
    .execute()

/** Whoever holds the lease now: what has left has left. */
export const markSent = (db: Db, id: string, now: string) =>
  db
    .updateTable('mail')
    .set({
      state: 'sent',
      settled_at: now,
      leased_by: null,
      leased_until: null,
      failing_since: null,
      fault: null,
    })
    .where('id', '=', id)
    .execute()

export interface Failure {
  readonly id: string
  readonly leaseId: string
  readonly state: 'waiting' | 'refused'
  readonly nextAt: string
  readonly fault: string
  readonly now: string
}

/** @returns false when the lease had run out and another took the mail over, or an administrator gave it up */
export const markFailed = async (db: Db, failure: Failure): Promise<boolean> => {
  const { id, leaseId, state, nextAt, fault, now } = failure
  const result = await db
    .updateTable('mail')
    .set((eb) => ({
      state,
      next_at: nextAt,
      leased_by: null,
      leased_until: null,
      fault,
      failing_since: eb.fn.coalesce('failing_since', eb.val(now)),
    }))
    .where('id', '=', id)
    .where('leased_by', '=', leaseId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export const markDropped = (db: Db, id: string, now: string) =>
  db
    .updateTable('mail')
    .set({
      state: 'dropped',
      settled_at: now,
      leased_by: null,
      leased_until: null,
      failing_since: null,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
