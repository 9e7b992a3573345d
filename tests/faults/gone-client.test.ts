/** A client that goes away in mid-request: all of its save is there or nothing of it, and nobody waits for it. */
import { connect } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { newServer } from '../../src/http/http-server.ts'
import { isPostgresRun } from '../support/database.ts'
import { fieldsOf, ITEM, newSavingApp, type SavingApp } from '../support/saving.ts'

/** The application behind a real socket. @returns its port, and what waits until the last connection is gone */
const listen = async (app: SavingApp) => {
  const server = newServer(app.app)
  const gone = () => new Promise<void>((resolve) => server.close(() => resolve()))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, gone }
}

/** Sends the head and some of the body, then breaks the connection. */
const sendPart = (app: SavingApp, port: number, evidence: string, share: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const body = new URLSearchParams({
      _csrf: app.auditor.csrf,
      ...fieldsOf(evidence),
    }).toString()
    const socket = connect(port, '127.0.0.1')
    socket.on('error', reject)
    const head = [
      `POST /audits/${app.auditId}/answers/${ITEM} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Cookie: ${app.auditor.cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
    ].join('\r\n')
    socket.write(`${head}\r\n\r\n${body.slice(0, Math.floor(body.length * share))}`, () => {
      socket.destroy()
      resolve()
    })
  })

const idleInTransaction = async (app: SavingApp): Promise<number> => {
  if (!isPostgresRun) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and state like 'idle in transaction%'`.execute(app.db)
  return rows[0]?.count ?? 0
}

test('half a form is no save', async () => {
  const app = await newSavingApp()
  const { port, gone } = await listen(app)
  const before = await app.stored()
  for (let sent = 0; sent < 20; sent += 1) await sendPart(app, port, 'Half of this.', 0.5)
  await gone()
  expect(await app.stored()).toEqual(before)
  expect(await idleInTransaction(app)).toBe(0)
  expect((await app.save('The whole of this.')).status).toBe(200)
})

test('a whole form whose sender does not wait is a whole save', async () => {
  const app = await newSavingApp()
  const { port, gone } = await listen(app)
  const before = await app.stored()
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => sendPart(app, port, `Words ${index}.`, 1))
  )
  await gone()
  // The connections are gone; a save may still be at its commit, and this one queues behind it.
  await app.auditor.post(`/audits/${app.auditId}/answers/${ITEM}`, fieldsOf('Late.', 99))
  const { answer, events } = await app.stored()
  expect(answer.length).toBeLessThanOrEqual(1)
  // Started, answered, and that the last one was shown the audit; nothing stored is an audit that was only shown.
  expect(events - before.events).toBe(answer.length === 1 ? 3 : 1)
  if (answer[0])
    expect(answer[0]).toEqual({ evidence: expect.stringMatching(/^Words \d+\.$/), revision: 1 })
  expect(await checkDatabase(app.context())).toEqual([])
  expect(await idleInTransaction(app)).toBe(0)
})
