/**
 * `npm run bench:kill -- --rounds 1000 --database sqlite|postgres`: kills the server in the middle of saving, again and
 * again, and prints what was lost. Exit status 1 when anything was.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startPostgres } from '../tests/support/start-postgres.ts'
import { type KillFigures, killRounds, noFigures } from './kill/kill-rounds.ts'
import { startProduct } from './server.ts'

/** A new council after so many rounds, so that walking the whole event log each time stays quick. */
const ROUNDS_A_COUNCIL = 100

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    database: { type: 'string', default: 'sqlite' },
    writers: { type: 'string', default: '6' },
  },
})
const rounds = Number(values.rounds)
const isPostgres = values.database === 'postgres'
const folder = mkdtempSync(join(tmpdir(), 'plumbline-kill-'))
const postgres = isPostgres ? await startPostgres({ isDurable: true }) : undefined

const newCouncil = async (number: number): Promise<string> => {
  if (!postgres) return `sqlite:${join(folder, `council-${number}.db`)}`
  const admin = new pg.Client({ connectionString: `${postgres.url}/postgres` })
  await admin.connect()
  await admin.query(`create database council_${number}`)
  await admin.end()
  return `${postgres.url}/council_${number}`
}

/** The commands themselves, as somebody would run them beside the server. */
const runCommands = (databaseUrl: string) => {
  for (const command of [['events', 'verify'], ['check']]) {
    execFileSync(process.execPath, ['bin/plumbline.mjs', ...command], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    })
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const print = (figures: KillFigures, seconds: number) => {
  console.log(
    [
      `database ${values.database}, writers ${values.writers}`,
      `rounds ${figures.rounds}, with a request in flight ${figures.withRequestInFlight}`,
      `saves acknowledged ${figures.acknowledged}, in flight and stored ${figures.inFlightStored}, in flight and not stored ${figures.inFlightNotStored}`,
      `start to first answer: median ${median(figures.starts).toFixed(0)} ms, longest ${Math.max(...figures.starts).toFixed(0)} ms`,
      `commands run 2 × ${commandRuns}, all with exit status 0`,
      `faults ${figures.faults.length}, seconds ${seconds.toFixed(0)}`,
      ...figures.faults.slice(0, 20),
    ].join('\n')
  )
}

const figures = noFigures()
let commandRuns = 0
const startedAt = performance.now()
try {
  for (let done = 0, council = 1; done < rounds; done += ROUNDS_A_COUNCIL, council += 1) {
    const databaseUrl = await newCouncil(council)
    await killRounds({
      rounds: Math.min(ROUNDS_A_COUNCIL, rounds - done),
      writers: Number(values.writers),
      databaseUrl,
      log: join(folder, `acknowledged-${council}.jsonl`),
      start: startProduct,
      figures,
      onRound: async () => {
        if (figures.rounds % 50 !== 0) return
        runCommands(databaseUrl)
        commandRuns += 1
        console.log(
          `round ${figures.rounds}: ${figures.acknowledged} acknowledged, ${figures.faults.length} faults`
        )
      },
    })
    if (figures.faults.length > 20) break
  }
} finally {
  print(figures, (performance.now() - startedAt) / 1000)
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = figures.faults.length > 0 ? 1 : 0
