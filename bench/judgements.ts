/** Fills a migrated SQLite database with judgements of a county's shape, as fast as it can, and counts them up. */
import BetterSqlite from 'better-sqlite3'

const ROUNDS = 30
const THEMES = 16
const CRITERIA = 6
const TEAMS = 60
const STATUSES = ['cin', 'cp', 'care', 'care_leaver']
const GRADES = ['outstanding', 'good', 'requires_improvement', 'inadequate']

/** The theme that the pages ask for. */
export const THEME = 'theme_7'

const INDEXES = `
  create index judgement_by_team on judgement (team_id, theme, item, service_status, round_id, kind, value);
  create index judgement_by_theme on judgement (theme, item, service_status, round_id, kind, value);`

const id = (kind: string, number: number) =>
  `0199aaaa-${kind}-7ccc-8ddd-${String(number).padStart(12, '0')}`

/** Repeats itself from run to run. */
const generator = () => {
  let seed = 7
  return (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
}

/** A date every two months, the last about now. */
const dateOf = (round: number) => {
  const date = new Date()
  date.setMonth(date.getMonth() - 2 * (ROUNDS - 1 - round))
  return date.toISOString().slice(0, 10)
}

/**
 * @param path of a migrated database that nobody has open
 * @returns a team with judgements
 */
export const fillJudgements = (path: string, judgements: number): { teamId: string } => {
  const db = new BetterSqlite(path)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.exec('drop index judgement_by_team; drop index judgement_by_theme; begin')
  const team = db.prepare(
    `insert into team (id, name, name_key, kind, is_historical) values (?, ?, ?, 'team', 0)`
  )
  const path1 = db.prepare('insert into team_path (ancestor_id, team_id) values (?, ?)')
  for (let place = 0; place < TEAMS; place++) {
    team.run(id('aaaa', place), `Team ${place}`, `team ${place}`)
    path1.run(id('aaaa', place), id('aaaa', place))
  }
  const round = db.prepare(
    `insert into round (id, name, name_key, kind, selection, state, origin, round_on, created_at)
     values (?, ?, ?, 'learning', 'random', 'closed', 'import', ?, '2026-01-01T00:00:00.000Z')`
  )
  for (let place = 0; place < ROUNDS; place++) {
    round.run(id('bbbb', place), `Round ${place}`, `round ${place}`, dateOf(place))
  }
  const audit = db.prepare(
    `insert into audit (id, reference, reference_key, round_id, state, origin, audited_on, service_status, team_id, is_counted)
     values (?, ?, ?, ?, 'submitted', 'import', ?, ?, ?, 1)`
  )
  const judgement = db.prepare(
    `insert into judgement (audit_id, theme, item, kind, value, auditor_value, round_id, team_id, service_status)
     values (?, ?, ?, 'grade', ?, ?, ?, ?, ?)`
  )
  const below = generator()
  const audits = Math.ceil(judgements / (THEMES * (CRITERIA + 1)))
  for (let place = 0; place < audits; place++) {
    const of = {
      id: id('cccc', place),
      roundId: id('bbbb', below(ROUNDS)),
      teamId: id('aaaa', below(TEAMS)),
      status: STATUSES[below(STATUSES.length)],
    }
    audit.run(of.id, `A${place}`, `a${place}`, of.roundId, '2026-01-01', of.status, of.teamId)
    for (let theme = 0; theme < THEMES; theme++) {
      for (let item = 0; item <= CRITERIA; item++) {
        const key = `theme_${theme}`
        const grade = GRADES[below(GRADES.length)]
        const itemKey = item === 0 ? '' : `${key}.item_${item}`
        judgement.run(of.id, key, itemKey, grade, grade, of.roundId, of.teamId, of.status)
      }
    }
  }
  db.exec(`
    insert into tally_council (theme, item, round_id, kind, value, count)
      select theme, item, round_id, kind, value, count(*) from judgement group by 1, 2, 3, 4, 5;
    insert into tally_team (team_id, theme, round_id, service_status, value, count)
      select team_id, theme, round_id, service_status, value, count(*) from judgement where item = ''
      group by 1, 2, 3, 4, 5;
    insert into tally_group (dimension, round_id, theme, group_key, service_status, value, count)
      select 'team', round_id, theme, team_id, '', value, sum(count) from tally_team group by 2, 3, 4, 6
      union all
      select 'status', round_id, theme, service_status, '', value, sum(count) from tally_team group by 2, 3, 4, 6;
    insert into tally_item (round_id, theme, item, team_id, graded, weak)
      select round_id, theme, item, team_id, count(*), sum(value in ('requires_improvement', 'inadequate'))
      from judgement where item <> '' group by 1, 2, 3, 4;
    commit; ${INDEXES}`)
  db.close()
  return { teamId: id('aaaa', 3) }
}
