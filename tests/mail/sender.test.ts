/** The sender of one server: woken by a commit, never twice side by side, and ended cleanly while it sends. */
import { expect, onTestFinished, test } from 'vitest'
import { startSender } from '../../src/mail/start-sender.ts'
import { renderMail } from '../../views/mail/mail-body.tsx'
import { newMailCouncil, PUBLIC_URL, rowsOf } from '../support/mail-council.ts'
import { addNotice } from '../support/notice-builders.ts'

const setUp = async () => {
  const council = await newMailCouncil()
  const { ctx, server } = council
  const logged: string[] = []
  const sender = startSender(
    {
      db: ctx().db,
      ids: ctx().ids,
      clock: () => new Date(ctx().now),
      log: { error: (_details, message) => logged.push(message) },
    },
    {
      url: server.url,
      from: { name: '', address: 'plumbline@aldermere.example' },
      publicUrl: PUBLIC_URL,
      render: renderMail,
    }
  )
  onTestFinished(() => sender.stop())
  return { ...council, sender, logged }
}

test('a commit wakes it, and rounds that overlap send each mail once', async () => {
  const { ctx, server, person, sender, logged } = await setUp()
  for (let i = 0; i < 5; i += 1) await addNotice(ctx(), person)
  await Promise.all([sender.run(), sender.run()])
  await expect.poll(() => server.received.length).toBe(5)
  await sender.run()
  expect([server.received.length, logged]).toEqual([5, []])
})

test('stopping lets the mail on its way arrive, begins no other, and takes nothing up afterwards', async () => {
  const { ctx, server, person, sender } = await setUp()
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<number>()
  server.answer = (step) => {
    if (step !== 'message') return 0
    asked.resolve()
    return answer.promise
  }
  await addNotice(ctx(), person)
  await asked.promise
  const stopped = sender.stop()
  await addNotice(ctx(), person)
  answer.resolve(0)
  await stopped
  await sender.run()
  expect(server.received).toHaveLength(1)
  expect((await rowsOf(ctx())).map(({ state }) => state)).toEqual(['sent', 'waiting'])
})

test('without a mail server it does nothing', async () => {
  const { ctx } = await newMailCouncil()
  const sender = startSender(
    { db: ctx().db, ids: ctx().ids, clock: () => new Date(), log: { error: () => undefined } },
    undefined
  )
  await sender.run()
  await sender.stop()
  expect(await rowsOf(ctx())).toEqual([])
})
