/** The program itself as a process: a command run to its end, or a server to be stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const start = (args: readonly string[], environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['bin/plumbline.mjs', ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const ending = (child: ChildProcess): Promise<Ended> => {
  const heard = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk) => {
    heard.stdout += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    heard.stderr += String(chunk)
  })
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, ...heard }))
  })
}

/** Runs a command: `runProgram(['migrate'], { DATABASE_URL: … })`. */
export const runProgram = (
  args: readonly string[],
  environment: Record<string, string>
): Promise<Ended> => ending(start(args, environment))

export interface RunningServer {
  readonly url: string
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts `serve` on a free port; killed when the test ends, if it has not ended by then. */
export const startServer = async (environment: Record<string, string>): Promise<RunningServer> => {
  const child = start(['serve'], { PORT: '0', LOG_LEVEL: 'silent', ...environment })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const ended = ending(child)
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      const url = /answers at (\S+)/.exec(String(chunk))?.[1]
      if (url) resolve(url)
    })
  })
  const url = await Promise.race([listening, ended])
  if (typeof url !== 'string') throw new Error(`the server did not start: ${url.stderr}`)
  return { url, process: child, ended }
}
