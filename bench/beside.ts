/**
 * `npm run bench:beside -- --rows 50000 --database sqlite|postgres`: imports a results file with the command while
 * people save through the server, and prints how long the longest of them waited. Exit status 1 when anything failed or
 * anybody waited for more than a second.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { checkDatabase } from '../src/admin/check-database.ts'
import { addAuditors } from './kill/council.ts'
import { Writer } from './kill/writer.ts'
import { openScratch } from './scratch.ts'
import { startProduct } from './server.ts'

/** A judgement each; 96 make an audit, as in performance.md. */
const JUDGEMENTS_AN_AUDIT = 96
const PEOPLE = 10
/** Between two saves of one person; people pause for longer. */
const THINKING_MS = 100
const LONGEST_WAIT_MS = 1_000

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000' },
    database: { type: 'string', default: 'sqlite' },
  },
})
const kind = values.database === 'postgres' ? 'postgres' : 'sqlite'

const resultsFile = (rows: number): string => {
  const lines = ['audit_ref,round,audited_on,theme,item,grade,team,service_status']
  for (let row = 0; row < rows; row += 1) {
    const audit = Math.floor(row / JUDGEMENTS_AN_AUDIT)
    const month = String(1 + (audit % 6) * 2).padStart(2, '0')
    const grade = ['outstanding', 'good', 'requires improvement', 'inadequate'][(row + audit) % 4]
    const theme = `Old theme ${row % 16}`
    const item =
      row % 6 === 0 && row % JUDGEMENTS_AN_AUDIT < 16 ? '' : `Question ${row % JUDGEMENTS_AN_AUDIT}`
    lines.push(
      `H${audit},Audit of ${2016 + (audit % 8)}-${month},${2016 + (audit % 8)}-${month}-15,${theme},${item},${grade},Team ${audit % 60},cin`
    )
  }
  return `${lines.join('\n')}\n`
}

const importBeside = (file: string, databaseUrl: string): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/plumbline.mjs', 'import', 'results', file], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (status) => resolve(status))
  })

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const told = (name: string, waits: number[]): string => {
  const sorted = waits.toSorted((a, b) => a - b)
  const [middle, slow, longest] = [0.5, 0.99, 1].map((share) => quantile(sorted, share).toFixed(0))
  return `${name}: ${waits.length} saves, median ${middle} ms, p99 ${slow} ms, longest ${longest} ms`
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-beside-'))
const scratch = await openScratch(kind)
try {
  const auditors = await addAuditors(scratch.context(), PEOPLE)
  const file = join(folder, 'history.csv')
  writeFileSync(file, resultsFile(Number(values.rows)))
  const server = await startProduct(scratch.url)
  const writers = auditors.map(
    (auditor, index) => new Writer(`w${index}`, auditor, join(folder, 'acknowledged.jsonl'))
  )
  const waits = { before: [] as number[], during: [] as number[] }
  let phase: keyof typeof waits | 'over' = 'before'
  const people = writers.map(async (writer) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (;;) {
      const now = phase
      if (now === 'over') break
      const startedAt = performance.now()
      if (!(await writer.save(server.url, agent))) break
      waits[now].push(performance.now() - startedAt)
      await pause(THINKING_MS * (0.5 + Math.random()))
    }
    agent.destroy()
  })
  await pause(5_000)
  phase = 'during'
  const startedAt = performance.now()
  const status = await importBeside(file, scratch.url)
  const seconds = (performance.now() - startedAt) / 1000
  phase = 'over'
  await Promise.all(people)
  const failures = writers.flatMap((writer) => writer.surprises)
  const faults = await checkDatabase(scratch.context())
  await server.stop()
  const longest = Math.max(...waits.during)
  console.log(
    [
      `database ${kind}, ${values.rows} rows imported in ${seconds.toFixed(1)} s with exit status ${status}, ${PEOPLE} people saving`,
      told('before the import', waits.before),
      told('during the import', waits.during),
      `failed saves ${failures.length}, faults found by check ${faults.length}`,
      ...failures.slice(0, 5),
      ...faults.slice(0, 5),
    ].join('\n')
  )
  const isRight = status === 0 && failures.length + faults.length === 0
  process.exitCode = isRight && longest <= LONGEST_WAIT_MS ? 0 : 1
} finally {
  await scratch.close()
  await scratch.remove()
  rmSync(folder, { recursive: true, force: true })
}
