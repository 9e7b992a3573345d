/**
 * The progress page of a round of 500 audits beside 100 thousand audits of other rounds, on SQLite. The application
 * answers in this process, so that what is timed is the page and not the network; the same page of a round of 50 takes
 * turns with it. Processor time is counted, so that other work on the machine does not stand in the figure.
 */
import BetterSqlite from 'better-sqlite3'
import { pino } from 'pino'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { newUuid } from '../src/db/uuid.ts'
import { layoutAssets } from '../src/http/assets.ts'
import { addPerson } from '../src/people/add-person.ts'
import { startSession } from '../src/people/start-session.ts'
import { readCouncil } from '../src/people/store.ts'
import type { Row } from './figures.ts'
import { openScratch } from './scratch.ts'

const RUNS = 41
const MOST_MS = 20
const OTHERS = 100_000
const [LARGE, SMALL] = [500, 50]
const [AUDITORS, TEAMS, ANSWERS] = [60, 60, 40]

const id = (kind: string, number: number) =>
  `0199aaaa-${kind}-7ccc-8ddd-${String(number).padStart(12, '0')}`

const day = (shift: number): string =>
  new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10)

const states = ['to_allocate', 'allocated', 'in_progress', 'submitted'] as const

/** Two open rounds and closed ones of 500 audits each, with cases, auditors in teams, answers and reminders. */
const fill = (path: string): void => {
  const db = new BetterSqlite(path)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.exec('begin')
  const team = db.prepare(
    `insert into team (id, name, name_key, kind, is_historical) values (?, ?, ?, 'team', 0)`
  )
  const teamPath = db.prepare('insert into team_path (ancestor_id, team_id) values (?, ?)')
  for (let place = 0; place < TEAMS; place += 1) {
    team.run(id('aaaa', place), `Team ${place}`, `team ${place}`)
    teamPath.run(id('aaaa', place), id('aaaa', place))
  }
  const person = db.prepare(
    `insert into person (id, email, email_key, name, job_title, team_id, is_active, created_at)
     values (?, ?, ?, ?, 'Team manager', ?, 1, '2026-01-01T00:00:00.000Z')`
  )
  const role = db.prepare(`insert into person_role (person_id, role) values (?, 'manager')`)
  for (let place = 0; place < AUDITORS; place += 1) {
    const email = `auditor${place}@aldermere.example`
    person.run(id('dddd', place), email, email, `Auditor ${place}`, id('aaaa', place))
    role.run(id('dddd', place))
  }
  const round = db.prepare(
    `insert into round (id, name, name_key, kind, selection, state, origin, round_on, due_on, created_at, opened_at)
     values (?, ?, ?, 'learning', 'random', ?, 'product', ?, ?, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`
  )
  const caseFile = db.prepare(
    `insert into case_file (id, reference, reference_key, service_status, team_id, created_at, updated_at)
     values (?, ?, ?, 'cp', ?, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`
  )
  const audit = db.prepare(
    `insert into audit (id, reference, reference_key, round_id, case_id, case_reference, auditor_id, state, origin, due_on, answered, to_answer)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'product', ?, 12, 40)`
  )
  const answer = db.prepare(
    `insert into answer (audit_id, item_key, theme, state, value, evidence, reason, revision, saved_at)
     values (?, ?, 'cp_plan', 'answered', 'good', 'Seen in the plan', '', 1, '2026-01-08T10:00:00.000Z')`
  )
  const reminder = db.prepare(
    `insert into reminder (id, round_id, audit_id, person_id, reminded_on, reminded_at) values (?, ?, ?, ?, '2026-01-08', '2026-01-08T10:00:00.000Z')`
  )
  let place = 0
  const addRound = (roundPlace: number, audits: number, isOpen: boolean) => {
    const roundId = id('bbbb', roundPlace)
    const name = `Round ${roundPlace}`
    round.run(roundId, name, name.toLowerCase(), isOpen ? 'open' : 'closed', day(0), day(5))
    for (let nth = 0; nth < audits; nth += 1) {
      place += 1
      const [auditId, caseId] = [id('cccc', place), id('eeee', place)]
      const state = isOpen ? (states[nth % states.length] ?? 'allocated') : 'submitted'
      const auditorId = state === 'to_allocate' ? null : id('dddd', nth % AUDITORS)
      caseFile.run(caseId, `C${place}`, `c${place}`, id('aaaa', (nth * 7) % TEAMS))
      const reference = `A-${String(place).padStart(6, '0')}`
      const due = day((nth % 21) - 10)
      audit.run(
        auditId,
        reference,
        reference.toLowerCase(),
        roundId,
        caseId,
        `C${place}`,
        auditorId,
        state,
        due
      )
      if (!isOpen || auditorId === null) continue
      for (let item = 0; item < ANSWERS; item += 1) answer.run(auditId, `cp.item_${item}`)
      reminder.run(id('ffff', place), roundId, auditId, auditorId)
    }
  }
  addRound(0, LARGE, true)
  addRound(1, SMALL, true)
  for (let other = 0; other < OTHERS / 500; other += 1) addRound(other + 2, 500, false)
  db.exec('commit; analyze')
  db.close()
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ms = (value: number): string => `${value.toFixed(1)} ms`

export const benchProgressPage = async (): Promise<Row[]> => {
  const scratch = await openScratch('sqlite')
  await scratch.close()
  fill(scratch.url.slice('sqlite:'.length))
  const db = await openDatabase(scratch.url)
  try {
    const app = createApp({
      db,
      clock: () => new Date(),
      ids: newUuid,
      config: readConfig({}),
      log: pino({ level: 'silent' }),
      assets: layoutAssets(),
      council: await readCouncil(db),
    })
    const ctx = { ...scratch.context(), db }
    const personId = await addPerson(ctx, {
      email: 'bench@aldermere.example',
      name: 'Bench',
      jobTitle: 'QA lead',
      roles: ['qa_lead'],
      teamId: null,
      passwordHash: null,
    })
    const cookie = `plumbline=${await startSession(ctx, personId, 12)}`
    const timed = async (address: string): Promise<number> => {
      const began = process.cpuUsage()
      const response = await app.request(address, { headers: { cookie } })
      await response.text()
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    }
    const rows: Row[] = []
    for (const [name, query] of [
      ['as it opens', ''],
      ['late ones by team', '?by=team&show=late'],
      ['longest not touched', '?sort=saved'],
    ]) {
      const [large, small]: number[][] = [[], []]
      for (let run = 0; run < RUNS; run += 1) {
        large?.push(await timed(`/rounds/${id('bbbb', 0)}/progress${query}`))
        small?.push(await timed(`/rounds/${id('bbbb', 1)}/progress${query}`))
      }
      const [ours, against] = [median(large ?? []), median(small ?? [])]
      rows.push({
        what: `progress page, ${name}: round of ${LARGE} beside 100 thousand audits against one of ${SMALL}`,
        ours: ms(ours),
        against: ms(against),
        ratio: ours / against,
        target: `≤ ${MOST_MS} ms`,
        isMet: ours <= MOST_MS,
      })
    }
    return rows
  } finally {
    await db.destroy()
    await scratch.remove()
  }
}
