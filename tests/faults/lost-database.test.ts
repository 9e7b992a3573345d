/** PostgreSQL that goes away under the server: a sentence while it is gone, and work as before when it is back. */
import { createServer, Socket } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { isPostgresRun, newPostgresUrl } from '../support/database.ts'
import { openForTest } from '../support/files.ts'
import { newSavingApp } from '../support/saving.ts'

/** Connections that openDatabase keeps at most. */
const POOL = 10

const whenPostgres = test.runIf(isPostgresRun)

const WORDS =
  '<p role="alert">Something went wrong on our side. Nothing was half done. What you typed is still in your browser: go back, wait a minute and send it again.</p>'

whenPostgres('every session ended at once, as by a restart', async () => {
  const app = await newSavingApp()
  expect((await app.save('Before.')).status).toBe(200)
  const administrator = await openForTest(await newPostgresUrl('template0'), false)
  const database = await sql<{ name: string }>`select current_database() as name`.execute(app.db)
  const sessions = sql`from pg_stat_activity
    where datname = ${database.rows[0]?.name} and pid <> pg_backend_pid()`
  await sql`select pg_terminate_backend(pid) ${sessions}`.execute(administrator)
  while ((await sql`select 1 ${sessions}`.execute(administrator)).rows.length > 0) {
    // A session ends when it next looks at its signals.
  }

  // A connection that was idle may be handed out once before its end has been read; never twice.
  const answers: number[] = []
  while (answers.at(-1) !== 200 && answers.length <= POOL) {
    answers.push((await app.save('After.', 1)).status)
  }
  expect(answers.slice(0, -1).every((status) => status === 503)).toBe(true)
  expect((await app.stored()).answer).toEqual([{ evidence: 'After.', revision: 2 }])
  expect(await checkDatabase(app.context())).toEqual([])
})

whenPostgres('a session ended in the middle of a save leaves nothing of it', async () => {
  const app = await newSavingApp()
  await sql`
    create function end_session() returns trigger language plpgsql as $$ begin
      perform pg_terminate_backend(pg_backend_pid());
      perform pg_sleep(5);
      return new;
    end $$`.execute(app.db)
  await sql`create trigger end_session before insert on answer
    for each row execute function end_session()`.execute(app.db)
  const before = await app.stored()
  const answer = await app.save('In the middle.')
  expect([answer.status, await answer.text()]).toEqual([503, WORDS])
  expect(await app.stored()).toEqual(before)
  await sql`drop trigger end_session on answer`.execute(app.db)
  expect((await app.save('Again.')).status).toBe(200)
})

whenPostgres('a network that fails and comes back', async () => {
  const target = new URL(await newPostgresUrl())
  const sockets = new Set<Socket>()
  let isUp = true
  const proxy = createServer((near) => {
    if (!isUp) {
      near.destroy()
      return
    }
    const far = new Socket()
    far.connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  const address = proxy.address()
  const through = new URL(target)
  through.port = String(typeof address === 'object' && address ? address.port : 0)
  const db = await openForTest(through.href)
  onTestFinished(() => {
    proxy.close()
  })
  const app = await newSavingApp(db)
  expect((await app.save('Before.')).status).toBe(200)

  isUp = false
  for (const socket of sockets) socket.destroy()
  const gone = await app.save('Meanwhile.', 1)
  expect([gone.status, await gone.text()]).toEqual([503, WORDS])
  expect((await app.visitor.get('/health')).status).toBe(200)
  const ready = await app.visitor.get('/ready')
  expect([ready.status, await ready.text()]).toEqual([
    503,
    '{"status":"the database does not answer"}',
  ])

  isUp = true
  expect((await app.save('Afterwards.', 1)).status).toBe(200)
  expect((await app.stored()).answer).toEqual([{ evidence: 'Afterwards.', revision: 2 }])
})
