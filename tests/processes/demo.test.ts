/** `demo` as somebody starts it: in a folder of their own, with whatever is there already. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { writeToFile } from '../../src/db/sqlite-file.ts'
import { insertCouncilRow } from '../../src/demo/store.ts'

/** A whole council is made in it, on a machine that may be busy. */
const PATIENCE_MS = 180_000

const program = join(import.meta.dirname, '../../bin/plumbline.mjs')

interface Run {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly stderr: () => string
  /** The exit status. */
  readonly ended: Promise<number | null>
}

const startDemo = (folder: string, settings: Record<string, string> = {}): Run => {
  const { DATABASE_URL: _database, ...environment } = process.env
  const child = spawn(process.execPath, [program, 'demo'], {
    cwd: folder,
    env: { ...environment, PORT: '0', LOG_LEVEL: 'silent', ...settings },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', (data) => {
    stdout += data
  })
  child.stderr?.on('data', (data) => {
    stderr += data
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, stdout: () => stdout, stderr: () => stderr, ended }
}

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-demo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const councilFile = async (folder: string, isDemo: boolean): Promise<string> => {
  mkdirSync(join(folder, 'data'))
  const path = join(folder, 'data', 'demo.db')
  const db = await openDatabase('sqlite::memory:')
  await migrate(db)
  if (isDemo) await insertCouncilRow(db, 'demo', 'of last week')
  await writeToFile(db, path)
  await db.destroy()
  return path
}

const addressIn = async (run: Run): Promise<string> => {
  for (;;) {
    const address = /at (http:\S+)\/demo/.exec(run.stdout())?.[1]
    if (address) return address
    if (run.child.exitCode !== null) throw new Error(`demo ended: ${run.stderr()}`)
    await new Promise((resolve) => run.child.stdout?.once('data', resolve))
  }
}

test(
  'replaces the council of last week, prints who there is, and signs them in',
  async () => {
    const folder = newFolder()
    await councilFile(folder, true)
    const run = startDemo(folder)
    const address = await addressIn(run)
    expect(run.stdout()).toContain(
      'Manager\n  Amara Osei, Team manager, Riverside team\n  Callum Drummond, Team manager, Millbrook team\n'
    )
    expect(run.stdout()).toContain('QA lead\n  Beatrix Holloway, Quality assurance lead\n')

    const page = await (await fetch(`${address}/demo`)).text()
    const amara = /name="person" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const signedIn = await fetch(`${address}/demo/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ person: amara }),
    })
    expect(signedIn.status).toBe(303)
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const work = await (await fetch(`${address}/`, { headers: { cookie } })).text()
    expect(work.replace(/<[^>]+>/g, '')).toContain('Amara Osei, Team manager')
    expect(work).toContain('learning audit')

    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.stderr()).toBe('')
  },
  PATIENCE_MS
)

test('refuses a file without the mark, and does not touch it', async () => {
  const folder = newFolder()
  const path = await councilFile(folder, false)
  const before = readFileSync(path)
  const run = startDemo(folder)
  expect(await run.ended).toBe(1)
  expect(run.stderr()).toBe(
    'data/demo.db: this is not a demonstration council, so it was left as it is; move the file away, or run this command in another folder\n'
  )
  expect(run.stdout()).toBe('')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('refuses another database, even the one it would not have used', async () => {
  const folder = newFolder()
  const run = startDemo(folder, { DATABASE_URL: 'sqlite:data/plumbline.db' })
  expect(await run.ended).toBe(1)
  expect(run.stderr()).toBe(
    'DATABASE_URL: the demonstration council is made in data/demo.db and in no other database; run this command without DATABASE_URL\n'
  )
  expect(existsSync(join(folder, 'data'))).toBe(false)
})
