/** Change and event commit together or not at all; the log's triggers hold on both databases. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inTransaction } from '../../src/db/transaction.ts'
import { NO_EVENT_HASH } from '../../src/events/event-hash.ts'
import { recordEvent } from '../../src/events/record-event.ts'
import { newContext } from '../support/context.ts'

const allEvents = (db: Awaited<ReturnType<typeof newContext>>['db']) =>
  db.selectFrom('event').selectAll().orderBy('number').execute()

describe('inTransaction', () => {
  test('writes the change and its event, chained to the head', async () => {
    const ctx = await newContext()
    await inTransaction(ctx, async (tx) => {
      await tx.db.insertInto('council').values({ key: 'name', value: 'Aldermere' }).execute()
      recordEvent(tx, { type: 'council.created', subjectId: 'council', details: { demo: false } })
      recordEvent(tx, { type: 'case.added', subjectId: 'c1', details: {} })
    })
    const events = await allEvents(ctx.db)
    expect(events.map((event) => [event.number, event.type, event.details])).toEqual([
      [1, 'council.created', '{"demo":false}'],
      [2, 'case.added', '{}'],
    ])
    expect(events[0]?.previous_hash).toBe(NO_EVENT_HASH)
    expect(events[1]?.previous_hash).toBe(events[0]?.hash)
    const head = await ctx.db.selectFrom('event_head').selectAll().executeTakeFirst()
    expect(head).toMatchObject({ number: 2, hash: events[1]?.hash })
  })

  test('leaves neither change nor event when the work fails', async () => {
    const ctx = await newContext()
    const work = inTransaction(ctx, async (tx) => {
      await tx.db.insertInto('council').values({ key: 'name', value: 'Aldermere' }).execute()
      recordEvent(tx, { type: 'case.added', subjectId: 'c1', details: {} })
      throw new Error('half way')
    })
    await expect(work).rejects.toThrow('half way')
    expect(await allEvents(ctx.db)).toEqual([])
    expect(
      await ctx.db.selectFrom('council').select('key').where('key', '=', 'name').execute()
    ).toEqual([])
  })

  test('does not do again what is committed when what follows it fails', async () => {
    const ctx = await newContext()
    const work = inTransaction(ctx, async (tx) => {
      recordEvent(tx, { type: 'case.added', subjectId: 'c1', details: {} })
      tx.transaction.afterCommit.push(() => {
        throw Object.assign(new Error('serialisation failure of another transaction'), {
          code: '40001',
        })
      })
    })
    await expect(work).rejects.toThrow('serialisation failure of another transaction')
    expect(await allEvents(ctx.db)).toHaveLength(1)
  })

  test('an inner call joins the outer transaction', async () => {
    const ctx = await newContext()
    const work = inTransaction(ctx, async (tx) => {
      await inTransaction(tx, async (inner) => {
        recordEvent(inner, { type: 'case.added', subjectId: 'c1', details: {} })
      })
      throw new Error('outer fails')
    })
    await expect(work).rejects.toThrow('outer fails')
    expect(await allEvents(ctx.db)).toEqual([])
  })
})

test.each([
  ["update event set type = 'x'", 'the event log is never changed'],
  ['delete from event', 'the event log is never changed'],
])('%s is refused', async (statement, words) => {
  const ctx = await newContext()
  await inTransaction(ctx, async (tx) => {
    recordEvent(tx, { type: 'case.added', subjectId: 'c1', details: {} })
  })
  await expect(sql.raw(statement).execute(ctx.db)).rejects.toThrow(words)
  expect(await allEvents(ctx.db)).toHaveLength(1)
})
