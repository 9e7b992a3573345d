/** Fills a migrated SQLite database with cases, three audits of each and open actions, as fast as it can. */
import BetterSqlite from 'better-sqlite3'

const AUDITS_A_CASE = 3
const ROUNDS = 30
const TEAMS = 60
const IROS = 40
const PEOPLE = 1_000
/** One audit in this many has an action that is open still. */
const AUDITS_AN_ACTION = 100

const AT = '2026-01-09T15:00:00.000Z'

const id = (kind: string, number: number) =>
  `0199aaaa-${kind}-7ccc-8ddd-${String(number).padStart(12, '0')}`

export interface FilledCases {
  /** A team with cases, and a reviewing officer of one. */
  readonly teamId: string
  readonly iroId: string
  /** Of a case of both of them. */
  readonly ownReference: string
}

const fillPeople = (db: BetterSqlite.Database): void => {
  const team = db.prepare(
    `insert into team (id, name, name_key, kind, is_historical) values (?, ?, ?, 'team', 0)`
  )
  const path = db.prepare('insert into team_path (ancestor_id, team_id) values (?, ?)')
  for (let place = 0; place < TEAMS; place += 1) {
    team.run(id('aaaa', place), `Team ${place}`, `team ${place}`)
    path.run(id('aaaa', place), id('aaaa', place))
  }
  const person = db.prepare(
    `insert into person (id, email, email_key, name, job_title, team_id, is_active, created_at)
     values (?, ?, ?, ?, 'Social worker', ?, 1, '${AT}')`
  )
  for (let place = 0; place < PEOPLE; place += 1) {
    const email = `p${place}@aldermere.example`
    person.run(id('dddd', place), email, email, `Person ${place}`, id('aaaa', place % TEAMS))
  }
}

const fillRounds = (db: BetterSqlite.Database): void => {
  const round = db.prepare(
    `insert into round (id, name, name_key, kind, selection, state, origin, round_on, created_at)
     values (?, ?, ?, 'learning', 'random', 'closed', 'product', '2026-01-30', '${AT}')`
  )
  for (let place = 0; place < ROUNDS; place += 1) {
    round.run(id('bbbb', place), `Round ${place}`, `round ${place}`)
  }
}

const fillAudits = (db: BetterSqlite.Database, cases: number): void => {
  const caseFile = db.prepare(
    `insert into case_file (id, reference, reference_key, service_status, team_id, iro_id, created_at, updated_at)
     values (?, ?, ?, 'cp', ?, ?, '${AT}', '${AT}')`
  )
  const audit = db.prepare(
    `insert into audit (id, reference, reference_key, round_id, case_id, case_reference, auditor_id, state, origin,
       first_submitted_at, submitted_at, audited_on, service_status, team_id, worker_id, iro_id, is_counted)
     values (?, ?, ?, ?, ?, ?, ?, 'submitted', 'product', '${AT}', '${AT}', '2026-01-09', 'cp', ?, ?, ?, 1)`
  )
  const action = db.prepare(
    `insert into action (id, audit_id, what, intended_change, owner_id, state, created_at)
     values (?, ?, 'Visit the school and write it down', '', ?, 'open', '${AT}')`
  )
  for (let place = 0; place < cases; place += 1) {
    const reference = `AB-${String(place).padStart(6, '0')}`
    const teamId = id('aaaa', place % TEAMS)
    const iroId = id('dddd', place % IROS)
    caseFile.run(id('cccc', place), reference, reference.toLowerCase(), teamId, iroId)
    for (let turn = 0; turn < AUDITS_A_CASE; turn += 1) {
      const number = place * AUDITS_A_CASE + turn
      const auditReference = `A-${String(number).padStart(6, '0')}`
      audit.run(
        id('eeee', number),
        auditReference,
        auditReference.toLowerCase(),
        id('bbbb', (place + turn) % ROUNDS),
        id('cccc', place),
        reference,
        id('dddd', number % PEOPLE),
        teamId,
        id('dddd', (number * 7) % PEOPLE),
        iroId
      )
      if (number % AUDITS_AN_ACTION === 0) {
        action.run(id('ffff', number), id('eeee', number), id('dddd', number % PEOPLE))
      }
    }
  }
}

/** @param path of a migrated database that nobody has open */
export const fillCases = (path: string, cases: number): FilledCases => {
  const db = new BetterSqlite(path)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.exec('begin')
  fillPeople(db)
  fillRounds(db)
  fillAudits(db, cases)
  db.exec('commit')
  db.exec('pragma journal_mode = DELETE')
  db.close()
  return { teamId: id('aaaa', 0), iroId: id('dddd', 0), ownReference: 'AB-000120' }
}
