/** A council with very many alerts, written as fast as the disk takes it: for what is slow only when there is much of it. */
import BetterSqlite from 'better-sqlite3'
import { traitsOf, wordTraits } from '../src/alerts/rules/alert-traits.ts'
import { BLOCK, blockOf, setOf } from '../src/alerts/rules/number-set.ts'
import { standardCategories } from '../src/alerts/rules/standard-lists.ts'
import { packBlock } from '../src/db/number-blocks.ts'

const TEAMS = 60
const SERVICES = 6
const IROS = 20
const WORDS = 4_000
const statuses = ['care', 'care', 'care', 'care', 'care', 'cp', 'cp', 'cp', 'care_leaver', 'cin']

/** The same numbers every time: multiplicative, full period. */
const chance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)

/**
 * Fills a migrated, empty SQLite file. One alert in fifty is not closed; half of these are overdue.
 *
 * @returns what can be asked for
 */
export const fillAlerts = (path: string, alerts: number, today: string) => {
  const raw = new BetterSqlite(path)
  raw.pragma('foreign_keys = off')
  raw.pragma('synchronous = off')
  const draw = chance(7)
  const many = (from: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${from}-${at}`)
  const teams = many('team', TEAMS)
  const iros = many('iro', IROS)
  const sets = new Map<string, number[]>()
  raw.transaction(() => {
    const team = raw.prepare(
      'insert into team (id, name, name_key, parent_id, kind) values (?, ?, ?, ?, ?)'
    )
    const pathRow = raw.prepare('insert into team_path (ancestor_id, team_id) values (?, ?)')
    for (const id of many('service', SERVICES)) {
      team.run(id, id, id, null, 'service')
      pathRow.run(id, id)
    }
    teams.forEach((id, at) => {
      team.run(id, id, id, `service-${at % SERVICES}`, 'team')
      pathRow.run(id, id)
      pathRow.run(`service-${at % SERVICES}`, id)
    })
    const person = raw.prepare(
      "insert into person (id, email, email_key, name, job_title, created_at) values (?, ?, ?, ?, '', '2020-01-01T00:00:00.000Z')"
    )
    for (const id of iros) person.run(id, `${id}@x.example`, `${id}@x.example`, id)
    const category = raw.prepare(
      'insert or ignore into concern_category (id, label, label_key, position) values (?, ?, ?, ?)'
    )
    standardCategories.forEach(([id, label], at) => {
      category.run(id, label, label.toLowerCase(), at)
    })
    const file = raw.prepare(
      "insert into case_file (id, reference, reference_key, service_status, team_id, flags, iro_id, created_at, updated_at) values (?, ?, ?, ?, ?, '[]', ?, '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')"
    )
    const alert =
      raw.prepare(`insert into alert (id, number, state, kind, stage, raised_by, created_at, saved_at,
      raised_at, raised_on, expected_on, case_id, case_reference, team_id, service_status, concern, impact, asked,
      closed_at, closed_on, category_ids, highest_stage) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    const ofCase = raw.prepare(
      'insert into alert_case (alert_id, case_id, position, team_id) values (?, ?, 0, ?)'
    )
    const concern = raw.prepare('insert into alert_concern (alert_id, category_id) values (?, ?)')
    const cases = Math.max(10, Math.floor(alerts / 4))
    for (let at = 0; at < cases; at++) {
      const reference = `CH-${String(at).padStart(6, '0')}`
      file.run(
        `case-${at}`,
        reference,
        reference.toLowerCase(),
        'care',
        teams[at % TEAMS],
        iros[at % IROS]
      )
    }
    const word = (): string => `word${Math.min(draw(WORDS), draw(WORDS))}`
    for (let number = 1; number <= alerts; number++) {
      const id = `alert-${String(number).padStart(8, '0')}`
      const caseAt = draw(cases)
      const teamId = teams[caseAt % TEAMS] ?? ''
      const reference = `CH-${String(caseAt).padStart(6, '0')}`
      const raisedOn = dayBefore(today, Math.floor(((alerts - number) / alerts) * 3_650))
      const isOpen = number > alerts - alerts / 50
      const kind = draw(5) === 0 ? 'good_practice' : draw(3) === 0 ? 'formal' : 'informal'
      const stage = kind === 'formal' ? Math.max(0, draw(12) - 7) : 0
      const state = isOpen
        ? draw(3) === 0
          ? 'responded'
          : 'open'
        : draw(20) === 0
          ? 'withdrawn'
          : 'resolved'
      const expectedOn = kind === 'good_practice' ? null : dayBefore(today, draw(60) - 30)
      const raiser = iros[draw(IROS)] ?? ''
      const status = statuses[draw(statuses.length)] ?? 'care'
      const categoryId = standardCategories[Math.min(draw(13), draw(13))]?.[0] ?? 'other'
      const text = Array.from({ length: 24 }, word).join(' ')
      const at = `${raisedOn}T09:00:00.000Z`
      alert.run(
        id,
        number,
        state,
        kind,
        stage,
        raiser,
        at,
        at,
        at,
        raisedOn,
        expectedOn,
        `case-${caseAt}`,
        reference,
        teamId,
        status,
        text,
        '',
        '',
        isOpen ? null : at,
        isOpen ? null : raisedOn,
        categoryId,
        stage
      )
      ofCase.run(id, `case-${caseAt}`, teamId)
      concern.run(id, categoryId)
      const traits = [
        ...traitsOf({
          kind,
          state,
          stage,
          isImmediate: false,
          raisedBy: raiser,
          raisedOn,
          expectedOn,
          serviceStatus: status,
          printedNumber: `${raisedOn.slice(0, 4)}-${String(number).padStart(4, '0')}`,
          references: [reference],
          teamIds: [teamId],
          categoryIds: [categoryId],
          addressees: [],
        }),
        ...wordTraits(text),
      ]
      for (const each of traits) {
        const numbers = sets.get(each)
        if (numbers) numbers.push(number)
        else sets.set(each, [number])
      }
    }
    const set = raw.prepare('insert into alert_set (trait, block, members) values (?, ?, ?)')
    for (const [each, numbers] of sets) {
      for (const [block, words] of setOf(numbers)) set.run(each, block, packBlock(words))
    }
  })()
  raw.exec('analyze')
  raw.close()
  return { blocks: blockOf(alerts) + 1, perBlock: BLOCK, sets: sets.size }
}
