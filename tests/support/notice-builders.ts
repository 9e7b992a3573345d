/** Notices as a test needs them, sent by the verb that sends them all. */
import { type Context, inTransaction } from '../../src/db/transaction.ts'
import { type Notification, notify } from '../../src/notices/notify.ts'

/** @returns who was told */
export const tell = (ctx: Context, notification: Notification): Promise<string[]> =>
  inTransaction(ctx, (tx) => notify(tx, notification))

/** A notice of an allocation. @returns its id */
export const addNotice = async (
  ctx: Context,
  personId: string,
  more: Partial<Notification> = {}
): Promise<string> => {
  const about = { kind: 'audit', id: ctx.ids() } as const
  await tell(ctx, {
    to: [personId],
    kind: 'audit_allocated',
    about,
    reference: 'CF-1001',
    dueOn: '2026-01-30',
    ...more,
  })
  const row = await ctx.db
    .selectFrom('notice')
    .select('id')
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}
