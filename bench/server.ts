/** Starts a server in a process of its own and stops it: the built product, or the bare one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

export interface Server {
  readonly url: string
  readonly process: ChildProcess
  /** From spawn to the first answer, in milliseconds. */
  readonly startMs: number
  readonly stop: () => Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** How a process that is no longer there came to its end: a status or a signal. */
export const endOf = (child: ChildProcess): string | undefined =>
  child.signalCode ?? (child.exitCode === null ? undefined : `status ${child.exitCode}`)

const stopper = (child: ChildProcess) => async (): Promise<void> => {
  if (endOf(child) !== undefined) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

/** The built product on its own port, answering /health. */
export const startProduct = async (databaseUrl: string): Promise<Server> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--max-semi-space-size=8', 'bin/plumbline.mjs', 'serve'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await answers(`${url}/health`))) {
    const end = endOf(child)
    if (end !== undefined) throw new Error(`the server did not start (${end})`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { url, process: child, startMs: performance.now() - startedAt, stop: stopper(child) }
}

/** bench/bare-server.ts, which prints its port. */
export const startBare = async (
  kind: 'sqlite' | 'postgres',
  where: string,
  pageBytes = 25_000
): Promise<Server> => {
  const startedAt = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'bench/bare-server.ts', kind, where, String(pageBytes)],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const port = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (data) => resolve(String(data).trim()))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    startMs: performance.now() - startedAt,
    stop: stopper(child),
  }
}

/** Resident memory in MB, as Linux tells it. */
export const residentMb = (child: ChildProcess): number => {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
