/** Writes the events of one transaction at the end of the chain. Called by inTransaction alone. */
import type { TransactionContext } from '../db/transaction.ts'
import { canonicalJson } from './canonical-json.ts'
import { eventHash } from './event-hash.ts'
import { type EventInput, eventDetails } from './event-types.ts'

/** Takes the next numbers from the one-row head (which makes writers queue) and inserts the events. */
export const appendEvents = async (
  ctx: TransactionContext,
  events: readonly EventInput[]
): Promise<void> => {
  if (events.length === 0) return
  const head = await ctx.db
    .updateTable('event_head')
    .set((eb) => ({ number: eb('number', '+', events.length) }))
    .where('id', '=', 1)
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow()

  const actorId =
    ctx.actor.kind === 'user' ? ctx.actor.id : 'name' in ctx.actor ? ctx.actor.name : null
  let previousHash = head.hash
  let number = head.number - events.length
  const rows = events.map((event) => {
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
    const row = {
      number,
      at: content.at,
      type: content.type,
      actor_kind: content.actorKind,
      actor_id: content.actorId,
      subject_id: content.subjectId,
      details: content.details,
      previous_hash: previousHash,
      hash,
    }
    previousHash = hash
    return row
  })
  await ctx.db.insertInto('event').values(rows).execute()
  await ctx.db.updateTable('event_head').set({ hash: previousHash }).where('id', '=', 1).execute()
}
