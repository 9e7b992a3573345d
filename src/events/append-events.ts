/** Writes the events of one transaction at the end of the chain. Called by inTransaction alone. */
import { prepared } from '../db/prepared.ts'
import type { EventTable } from '../db/schema.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { canonicalJson } from './canonical-json.ts'
import { eventHash } from './event-hash.ts'
import { type EventInput, eventDetails } from './event-types.ts'

/** The row's lock makes writers on PostgreSQL queue here for the last moment of their transaction. */
const takeNumbers = prepared((db, value: { count: number }) =>
  db
    .updateTable('event_head')
    .set((eb) => ({ number: eb('number', '+', value.count) }))
    .where((eb) => eb('id', '=', eb.lit(1)))
    .returning(['number', 'hash'])
)

const insertEvent = prepared((db, value: EventTable & Record<string, unknown>) =>
  db.insertInto('event').values({
    number: value.number,
    at: value.at,
    type: value.type,
    actor_kind: value.actor_kind,
    actor_id: value.actor_id,
    subject_id: value.subject_id,
    details: value.details,
    previous_hash: value.previous_hash,
    hash: value.hash,
  })
)

const setHeadHash = prepared((db, value: { hash: string }) =>
  db
    .updateTable('event_head')
    .set({ hash: value.hash })
    .where((eb) => eb('id', '=', eb.lit(1)))
)

/** Takes the next numbers from the one-row head (which makes writers queue) and inserts the events. */
export const appendEvents = async (
  ctx: TransactionContext,
  events: readonly EventInput[]
): Promise<void> => {
  if (events.length === 0) return
  const [head] = await takeNumbers(ctx.db, { count: events.length })
  if (!head) throw new Error('the event log has no head')

  const actorId = 'id' in ctx.actor ? ctx.actor.id : 'name' in ctx.actor ? ctx.actor.name : null
  let previousHash = head.hash
  let number = head.number - events.length
  for (const event of events) {
    number += 1
    const content = {
      number,
      at: ctx.now,
      type: event.type,
      actorKind: ctx.actor.kind,
      actorId,
      subjectId: event.subjectId,
      details: canonicalJson(eventDetails[event.type].parse(event.details)),
    }
    const hash = eventHash(previousHash, content)
    await insertEvent(ctx.db, {
      number,
      at: content.at,
      type: content.type,
      actor_kind: content.actorKind,
      actor_id: content.actorId,
      subject_id: content.subjectId,
      details: content.details,
      previous_hash: previousHash,
      hash,
    })
    previousHash = hash
  }
  await setHeadHash(ctx.db, { hash: previousHash })
}
