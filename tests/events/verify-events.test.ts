/** A chain that was tampered with behind the triggers is found out, at the first number and in exact words. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Db } from '../../src/db/schema.ts'
import { type Context, inTransaction } from '../../src/db/transaction.ts'
import { recordEvent } from '../../src/events/record-event.ts'
import { verifyEvents } from '../../src/events/verify-events.ts'
import { newContext } from '../support/context.ts'
import { withoutTriggers } from '../support/tamper.ts'

const record = async (ctx: Context, count: number) => {
  for (let number = 1; number <= count; number += 1) {
    await inTransaction(ctx, async (tx) => {
      recordEvent(tx, { type: 'case.added', subjectId: `c${number}`, details: {} })
    })
  }
}

const hashOf = async (db: Db, number: number) =>
  (
    await db
      .selectFrom('event')
      .select('hash')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
  ).hash

describe('verifyEvents', () => {
  test('an empty log is whole', async () => {
    const { db } = await newContext()
    expect(await verifyEvents(db)).toEqual({ number: 0, hash: '0'.repeat(64) })
  })

  test('gives the head, and where an expected hash is', async () => {
    const ctx = await newContext()
    await record(ctx, 4)
    expect(await verifyEvents(ctx.db, await hashOf(ctx.db, 2))).toEqual({
      number: 4,
      hash: await hashOf(ctx.db, 4),
      expectedNumber: 2,
    })
    expect(await verifyEvents(ctx.db, 'f'.repeat(64))).not.toHaveProperty('expectedNumber')
  })

  test('walks more than one page', async () => {
    const ctx = await newContext()
    await inTransaction(ctx, async (tx) => {
      for (let number = 1; number <= 2_001; number += 1) {
        recordEvent(tx, { type: 'case.added', subjectId: `c${number}`, details: {} })
      }
    })
    expect((await verifyEvents(ctx.db)).number).toBe(2_001)
  })

  test.each([
    [
      "update event set subject_id = 'c9' where number = 3",
      2,
      'event 3 was changed after it was written: its content does not give its hash',
    ],
    [
      "update event set details = '{ }' where number = 1",
      0,
      'event 1 was changed after it was written: its content does not give its hash',
    ],
    [
      `update event set previous_hash = '${'a'.repeat(64)}' where number = 4`,
      3,
      'event 4 does not follow from event 3: it names another hash than that event has',
    ],
    ['delete from event where number = 2', 1, 'event 2 is missing: event 1 is followed by event 3'],
    [
      'delete from event where number >= 3',
      2,
      'the head says 4 events, but the last is event 2: events were removed from the end',
    ],
    ['update event_head set number = 3', 3, 'the head does not have the hash of event 3'],
    [
      'update event_head set number = 3, hash = (select hash from event where number = 3)',
      3,
      'the head says 3 events, but there is an event 4: it was not written by Plumbline',
    ],
    ['delete from event_head', 0, 'the head of the event log is missing'],
  ])('after %s', async (statement, number, fault) => {
    const ctx = await newContext()
    await record(ctx, 4)
    await withoutTriggers(ctx.db, (db) => sql.raw(statement).execute(db))
    expect(await verifyEvents(ctx.db)).toMatchObject({ number, fault })
  })
})
