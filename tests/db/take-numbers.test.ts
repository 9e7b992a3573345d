/** Numbers given once: in whole digits, whichever database wrote the last of them. */
import { expect, test } from 'vitest'
import { takeNumbers } from '../../src/db/take-numbers.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { newContext } from '../support/context.ts'

const numbers = async (last?: string) => {
  const ctx = await newContext()
  if (last !== undefined) {
    await ctx.db.insertInto('council').values({ key: 'alert_number', value: last }).execute()
  }
  const take = (count?: number) =>
    inTransaction(ctx, (tx) => takeNumbers(tx.db, 'alert_number', count))
  const kept = () =>
    ctx.db
      .selectFrom('council')
      .select('value')
      .where('key', '=', 'alert_number')
      .executeTakeFirstOrThrow()
  return { take, kept }
}

test('they follow one another, and the last is kept in digits that both databases read', async () => {
  const { take, kept } = await numbers()
  expect([await take(), await take(3), await take()]).toEqual([1, 2, 5])
  expect(await kept()).toEqual({ value: '5' })
})

test('they go on from what an earlier version wrote on SQLite, also after a restore on PostgreSQL', async () => {
  const { take, kept } = await numbers('158.0')
  expect(await take()).toBe(159)
  expect(await kept()).toEqual({ value: '159' })
})
