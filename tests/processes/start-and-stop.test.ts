/** Starting and stopping the program: what it says, how it ends, and what is in the database afterwards. */
import { connect } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { knownMigrations } from '../../src/db/migrate.ts'
import { newDatabaseUrl, newFolder, openForTest } from '../support/files.ts'
import { runProgram, startServer } from '../support/program.ts'

const PATIENCE_MS = 60_000

test(
  'four processes that start at once on a new database leave it as one would',
  async () => {
    const DATABASE_URL = await newDatabaseUrl()
    const ended = await Promise.all(
      ['migrate', 'migrate', 'rubric list', 'rubric list'].map((command) =>
        runProgram(command.split(' '), { DATABASE_URL })
      )
    )
    expect(ended.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    const db = await openForTest(DATABASE_URL, false)
    const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db)
    expect(rows.map((row) => row.name)).toEqual(knownMigrations)
  },
  PATIENCE_MS
)

test(
  'two servers that start at once publish the rubrics once',
  async () => {
    const DATABASE_URL = await newDatabaseUrl()
    const servers = await Promise.all([
      startServer({ DATABASE_URL }),
      startServer({ DATABASE_URL }),
    ])
    for (const { url } of servers) expect((await fetch(`${url}/ready`)).status).toBe(200)
    const db = await openForTest(DATABASE_URL, false)
    const versions = await db
      .selectFrom('rubric_version')
      .select(['rubric_key', 'version'])
      .execute()
    const published = await db
      .selectFrom('event')
      .select('number')
      .where('type', '=', 'rubric.published')
      .execute()
    expect(versions.length).toBeGreaterThan(0)
    expect(published).toHaveLength(versions.length)
  },
  PATIENCE_MS
)

test(
  'a port that is in use is named, and the first server goes on',
  async () => {
    const DATABASE_URL = await newDatabaseUrl()
    const { url } = await startServer({ DATABASE_URL })
    const { port } = new URL(url)
    expect(await runProgram(['serve'], { DATABASE_URL, PORT: port, LOG_LEVEL: 'silent' })).toEqual({
      status: 1,
      stdout: '',
      stderr: `PORT: ${port} on 127.0.0.1 is in use by another program; stop it or set another PORT\n`,
    })
    expect((await fetch(`${url}/health`)).status).toBe(200)
  },
  PATIENCE_MS
)

test(
  'wrong settings are lines on stderr and exit status 1, without a stack trace',
  async () => {
    const folder = newFolder()
    expect(await runProgram(['serve'], { PORT: 'x', LOG_LEVEL: 'loud' })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'PORT: must be a whole number (a port), from 0 to 65535\n' +
        'LOG_LEVEL: must be one of trace, debug, info, warn, error, silent\n',
    })
    expect(await runProgram(['migrate'], { DATABASE_URL: `sqlite:${folder}` })).toEqual({
      status: 1,
      stdout: '',
      stderr: `DATABASE_URL: ${folder} is a folder; name a file in it, for example ${folder}/plumbline.db\n`,
    })
  },
  PATIENCE_MS
)

test('a command that nobody knows is exit status 2 with the list of commands', async () => {
  const { status, stderr } = await runProgram(['tea'], {})
  expect(status).toBe(2)
  expect(stderr).toMatch(/^plumbline: there is no command 'tea'\n\nUsage: plumbline COMMAND\n/)
})

test(
  'SIGTERM lets a request that has begun come to its end, then closes the database',
  async () => {
    const DATABASE_URL = await newDatabaseUrl()
    const server = await startServer({ DATABASE_URL })
    const { hostname, port } = new URL(server.url)
    const body = 'email=nobody%40aldermere.example&password=wrong+but+long+enough'
    const socket = connect(Number(port), hostname)
    const answer = new Promise<string>((resolve) => {
      let heard = ''
      socket.on('data', (chunk) => {
        heard += String(chunk)
      })
      socket.on('close', () => resolve(heard))
    })
    await new Promise<void>((resolve) => {
      socket.write(
        `POST /sign-in HTTP/1.1\r\nHost: ${hostname}:${port}\r\nExpect: 100-continue\r\n` +
          `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
      )
      // The server has begun with the request when it asks for the body.
      socket.once('data', () => resolve())
    })
    server.process.kill('SIGTERM')
    socket.write(body)
    expect(await answer).toContain('HTTP/1.1 422 ')
    expect(await server.ended).toMatchObject({ status: 0, stderr: '' })
    await expect(fetch(`${server.url}/health`)).rejects.toThrow('fetch failed')
    const db = await openForTest(DATABASE_URL, false)
    const refused = await db
      .selectFrom('event')
      .select('type')
      .where('type', '=', 'person.sign_in_refused')
      .execute()
    expect(refused).toHaveLength(1)
  },
  PATIENCE_MS
)
