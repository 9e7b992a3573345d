/**
 * Fills a migrated SQLite database with judgements of a county's shape, as fast as it can, and counts them up.
 *
 * Databases of all sizes begin with the same audits, placed so that every page is full with the fewest of them: each team
 * twice in each of the last six rounds, once under the status that pages ask for, and one team and status in every round. Further audits fall by chance. So a page
 * shows the same rounds, teams, themes and groups at every size, and what grows is what was judged behind each figure.
 */
import BetterSqlite from 'better-sqlite3'

const ROUNDS = 30
const THEMES = 16
const CRITERIA = 6
const TEAMS = 60
/** Each with as many teams. */
const SERVICES = 3
const STATUSES = ['cin', 'cp', 'care', 'care_leaver']
const GRADES = ['outstanding', 'good', 'requires_improvement', 'inadequate']

/** The theme that the pages ask for. */
export const THEME = 'theme_7'

/** Rounds of the last twelve months. */
const RECENT = 6
/** The team and status that pages ask for. */
const TEAM = 3
const STATUS = 1
/** Enough for a share. */
const FEW = 5

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

type Place = { readonly round: number; readonly team: number; readonly status: number }

/** Where the first audits of every size are. */
const firstPlaces = (): Place[] => {
  const recent = Array.from({ length: RECENT }, (_, place) => ROUNDS - 1 - place)
  const teams = Array.from({ length: TEAMS }, (_, team) => team)
  return [
    ...recent.flatMap((round) =>
      teams.flatMap((team) => [
        { round, team, status: STATUS },
        { round, team, status: (round + team) % STATUSES.length },
      ])
    ),
    ...Array.from({ length: ROUNDS }, (_, round) =>
      Array.from({ length: FEW }, () => ({ round, team: TEAM, status: STATUS }))
    ).flat(),
  ]
}

/** What pages of results ask for beside the grades of themes and criteria. */
const FURTHER = [
  { theme: 'audit', item: '', kind: 'grade', values: GRADES },
  { theme: THEME, item: `${THEME}.seen`, kind: 'yes_no', values: ['yes', 'no'] },
  {
    theme: THEME,
    item: `${THEME}.days`,
    kind: 'number',
    values: Array.from({ length: 10 }, (_, days) => String(days)),
  },
]

/** Of the child of every other audit. */
const CHILD = {
  child_sex: ['female', 'male'],
  child_ethnicity: ['white', 'mixed', 'asian', 'black', 'other'],
  child_disability: ['yes', 'no'],
}
/** A year of age in each band, and the band. */
const AGES = [
  [0, 'under_1'],
  [3, '1_to_4'],
  [7, '5_to_9'],
  [12, '10_to_15'],
  [16, '16_to_17'],
  [19, '18_and_over'],
] as const

const COUNT_UP = `
  insert into tally_council (theme, item, round_id, kind, value, count)
    select theme, item, round_id, kind, value, count(*) from judgement group by 1, 2, 3, 4, 5;
  insert into tally_status (service_status, theme, item, round_id, kind, value, count)
    select service_status, theme, item, round_id, kind, value, count(*) from judgement group by 1, 2, 3, 4, 5, 6;
  insert into tally_team (team_id, theme, round_id, service_status, value, count)
    select team_id, theme, round_id, service_status, value, count(*) from judgement where item = ''
    group by 1, 2, 3, 4, 5;
  insert into tally_group (dimension, round_id, theme, group_key, service_status, value, count)
    select 'team', round_id, theme, team_id, '', value, sum(count) from tally_team group by 2, 3, 4, 6
    union all
    select 'status', round_id, theme, service_status, '', value, sum(count) from tally_team group by 2, 3, 4, 6;
  insert into tally_item (round_id, theme, item, team_id, graded, weak)
    select round_id, theme, item, team_id, count(*), sum(value in ('requires_improvement', 'inadequate'))
    from judgement where item <> '' and kind = 'grade' group by 1, 2, 3, 4;`

const countUpChildren = (): string => {
  const band = `case a.child_age ${AGES.map(([age, key]) => `when ${age} then '${key}'`).join(' ')} end`
  const groups = [['age', band], ...Object.keys(CHILD).map((of) => [of.slice(6), `a.${of}`])]
  return groups
    .map(
      ([dimension, group]) => `
  insert into tally_group (dimension, round_id, theme, group_key, service_status, value, count)
    select '${dimension}', j.round_id, theme, ${group}, j.service_status, value, count(*)
    from audit a cross join judgement j on j.audit_id = a.id where item = '' and a.child_age is not null
    group by 2, 3, 4, 5, 6;`
    )
    .join('')
}

/**
 * @param path of a migrated database that nobody has open
 * @param options.isWhole overall grades, measures, what children were and an action an audit, too
 * @returns a team with judgements, and its service
 */
export const fillJudgements = (
  path: string,
  judgements: number,
  { isWhole = false }: { readonly isWhole?: boolean } = {}
): { teamId: string; serviceId: string } => {
  const db = new BetterSqlite(path)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.exec('drop index judgement_by_team; drop index judgement_by_theme; begin')
  const team = db.prepare(
    `insert into team (id, name, name_key, kind, parent_id, is_historical) values (?, ?, ?, ?, ?, 0)`
  )
  const path1 = db.prepare('insert into team_path (ancestor_id, team_id) values (?, ?)')
  const serviceOf = (place: number) => id('aaaa', TEAMS + (place % SERVICES))
  for (let place = 0; place < TEAMS; place++) {
    const of = id('aaaa', place)
    team.run(of, `Team ${place}`, `team ${place}`, 'team', serviceOf(place))
    path1.run(of, of)
    path1.run(serviceOf(place), of)
  }
  for (let place = 0; place < SERVICES; place++) {
    team.run(serviceOf(place), `Service ${place}`, `service ${place}`, 'service', null)
    path1.run(serviceOf(place), serviceOf(place))
  }
  const round = db.prepare(
    `insert into round (id, name, name_key, kind, selection, state, origin, round_on, created_at)
     values (?, ?, ?, 'learning', 'random', 'closed', 'import', ?, '2026-01-01T00:00:00.000Z')`
  )
  for (let place = 0; place < ROUNDS; place++) {
    round.run(id('bbbb', place), `Round ${place}`, `round ${place}`, dateOf(place))
  }
  const audit = db.prepare(
    `insert into audit (id, reference, reference_key, round_id, state, origin, audited_on, service_status, team_id,
       child_age, child_sex, child_ethnicity, child_disability, is_counted)
     values (?, ?, ?, ?, 'submitted', 'import', ?, ?, ?, ?, ?, ?, ?, 1)`
  )
  const judgement = db.prepare(
    `insert into judgement (audit_id, theme, item, kind, value, auditor_value, round_id, team_id, service_status)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const action = db.prepare(
    `insert into action (id, audit_id, item_key, what, intended_change, due_on, state, created_at)
     values (?, ?, ?, 'Write it down', 'It is written down', ?, ?, '2026-01-01T00:00:00.000Z')`
  )
  const below = generator()
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
  const first = firstPlaces()
  const audits = Math.ceil(judgements / (THEMES * (CRITERIA + 1) + (isWhole ? FURTHER.length : 0)))
  for (let place = 0; place < audits; place++) {
    const at = first[place] ?? {
      round: below(ROUNDS),
      team: below(TEAMS),
      status: below(STATUSES.length),
    }
    const of = {
      id: id('cccc', place),
      roundId: id('bbbb', at.round),
      teamId: id('aaaa', at.team),
      status: STATUSES[at.status],
    }
    const child =
      isWhole && place % 2 === 0
        ? [pick(AGES)[0], ...Object.values(CHILD).map((values) => pick(values))]
        : [null, null, null, null]
    const on = dateOf(at.round)
    audit.run(of.id, `A${place}`, `a${place}`, of.roundId, on, of.status, of.teamId, ...child)
    const judge = (theme: string, item: string, kind: string, value: string) =>
      judgement.run(of.id, theme, item, kind, value, value, of.roundId, of.teamId, of.status)
    for (let theme = 0; theme < THEMES; theme++) {
      const key = `theme_${theme}`
      for (let item = 0; item <= CRITERIA; item++) {
        judge(key, item === 0 ? '' : `${key}.item_${item}`, 'grade', pick(GRADES))
      }
    }
    if (!isWhole) continue
    for (const { theme, item, kind, values } of FURTHER) judge(theme, item, kind, pick(values))
    const about = below(THEMES)
    const state = at.round === ROUNDS - 1 && place % 10 === 0 ? 'open' : 'done'
    const item = `theme_${about}.item_${1 + below(CRITERIA)}`
    action.run(id('dddd', place), of.id, item, on, state)
  }
  db.exec(`${COUNT_UP} ${countUpChildren()} commit; ${INDEXES}`)
  db.close()
  return { teamId: id('aaaa', TEAM), serviceId: serviceOf(TEAM) }
}
