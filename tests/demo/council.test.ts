/** Aldermere as it stands when somebody opens it: who and how many, that everything holds, and the same every time. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupDatabase } from '../../src/admin/backup-database.ts'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'
import type { Context } from '../../src/db/transaction.ts'
import { createCouncil } from '../../src/demo/create-council.ts'
import { verifyEvents } from '../../src/events/verify-events.ts'
import { readCouncil } from '../../src/people/store.ts'
import { expectAlerts } from './alerts-of-council.ts'

const TODAY = '2026-11-23'

/** By hand: what stands in SQLite alone need not be looked at again in the suites of PostgreSQL. */
const contextOn = (of: Db): Context => ({
  db: of,
  actor: { kind: 'command', name: 'test' },
  now: `${TODAY}T12:00:00.000Z`,
  ids: randomUUID,
})

const newCouncil = async (today: string): Promise<Db> => {
  const made = await openDatabase('sqlite::memory:')
  await migrate(made)
  await createCouncil(made, today)
  return made
}

/** Over every row but the secrets, which are never the same: the council's own, the links to set a password and tokens. */
const digest = async (of: Db): Promise<string> => {
  const hash = createHash('sha256')
  let table: unknown
  await backupDatabase(contextOn(of), async (line) => {
    if ('table' in line) table = line.table
    const text = JSON.stringify(line)
    if (table !== 'password_link' && table !== 'api_token' && !text.startsWith('["secret"'))
      hash.update(text)
  })
  return hash.digest('hex')
}

let db: Db
let first = ''
beforeAll(async () => {
  db = await newCouncil(TODAY)
  first = await digest(db)
}, 180_000)
afterAll(() => db.destroy())

const count = async (table: 'person' | 'case_file' | 'round' | 'audit' | 'results_import') =>
  (
    await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

describe('notices', () => {
  test('those of the last days are unread, older ones are read, and what is over a year old is gone', async () => {
    const rows = await db
      .selectFrom('notice')
      .select(['person_id', 'kind', 'created_at', 'read_at'])
      .execute()
    const unread = rows.filter((row) => row.read_at === null)
    const people = new Set(unread.map((row) => row.person_id)).size
    expect(people).toBeGreaterThan(10)
    expect(unread.length / people).toBeLessThan(8)
    const kinds = new Set<string>(rows.map((row) => row.kind))
    const ofActions = ['action_due', 'action_given', 'action_overdue', 'actions_handed_over']
    const ofAudits = ['allocated', 'due_soon', 'due_today', 'late', 'reopened']
    const expected = [...ofActions, ...ofAudits.map((kind) => `audit_${kind}`)]
    expect(expected.filter((kind) => !kinds.has(kind))).toEqual([])
    expect(unread.every((row) => row.created_at > '2026-10-30')).toBe(true)
    expect(rows.every((row) => row.created_at > '2025-11-19')).toBe(true)
  })
})

describe('the council', () => {
  test('says that it is a demonstration, in the mark and in its name', async () => {
    expect(await readCouncil(db)).toMatchObject({ isDemo: true, name: 'Aldermere (demonstration)' })
  })

  test('has its people in every role; a password has nobody, not even who was invited last', async () => {
    const roles = await db
      .selectFrom('person_role')
      .select('role')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .groupBy('role')
      .orderBy('role')
      .execute()
    expect(roles).toEqual([
      { role: 'administrator', n: 1 },
      { role: 'iro', n: 7 },
      { role: 'iro_manager', n: 1 },
      { role: 'manager', n: 15 },
      { role: 'partner', n: 1 },
      { role: 'practitioner', n: 15 },
      { role: 'qa_lead', n: 2 },
      { role: 'senior_leader', n: 3 },
    ])
    expect(await count('person')).toBe(44)
    // Nobody's password gives a key of zeros, so nobody signs in with one.
    const passwords = await db
      .selectFrom('person')
      .select('name')
      .where((eb) =>
        eb.or([
          eb('password_hash', 'is', null),
          eb('password_hash', 'not like', `scrypt$%$${'A'.repeat(43)}`),
        ])
      )
      .execute()
    expect(passwords).toEqual([{ name: 'Morwenna Teague' }])
  })

  test('has twelve teams in three services, one that has closed and one that is only history', async () => {
    const teams = await db
      .selectFrom('team')
      .select(['kind', 'is_historical'])
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .groupBy(['kind', 'is_historical'])
      .orderBy('n')
      .execute()
    expect(teams).toEqual([
      { kind: 'team', is_historical: 1, n: 1 },
      { kind: 'service', is_historical: 0, n: 3 },
      { kind: 'team', is_historical: 0, n: 13 },
    ])
  })

  test('has had one person leave, whose actions somebody else has now, and one team close', async () => {
    const owned = await db
      .selectFrom('person')
      .leftJoin('action', (join) =>
        join.onRef('owner_id', '=', 'person.id').on('action.state', '=', 'open')
      )
      .select(['person.name as name', 'action.id as action'])
      .where('is_active', '=', 0)
      .execute()
    expect(owned).toEqual([{ name: 'Oonagh Rafferty', action: null }])
    const closed = db.selectFrom('team').select('name').where('closed_on', 'is not', null)
    expect(await closed.where('is_historical', '=', 0).execute()).toEqual([
      { name: 'Sycamore team' },
    ])
  })

  test('has 900 cases and about 1,200 audits in 27 rounds, the first year imported', async () => {
    expect(await count('case_file')).toBe(900)
    expect(await count('round')).toBe(27)
    expect(await count('audit')).toBeGreaterThan(1150)
    expect(await count('audit')).toBeLessThan(1300)
    expect(await count('results_import')).toBe(1)
    const rounds = await db
      .selectFrom('round')
      .select(['name', 'origin', 'state'])
      .orderBy('round_on')
      .execute()
    expect(rounds[0]).toEqual({
      name: 'November 2022 learning audit',
      origin: 'import',
      state: 'closed',
    })
    expect(rounds.filter(({ state }) => state === 'open')).toEqual([
      { name: 'November 2026 learning audit', origin: 'product', state: 'open' },
    ])
  })
})

describe('practice alerts', () => expectAlerts(() => db, TODAY))

describe('the open round', () => {
  test('has audits in every state, some of them late', async () => {
    const states = await db
      .selectFrom('audit')
      .innerJoin('round', 'round.id', 'audit.round_id')
      .where('round.state', '=', 'open')
      .select(['audit.state as state', 'audit.due_on as dueOn', 'audit.answered as answered'])
      .execute()
    const of = (state: string) => states.filter((audit) => audit.state === state)
    expect(of('to_allocate')).toHaveLength(2)
    expect(of('allocated').length).toBeGreaterThan(5)
    expect(of('in_progress').length).toBeGreaterThan(3)
    expect(of('in_progress').every(({ answered }) => answered > 0)).toBe(true)
    expect(of('submitted').length).toBeGreaterThan(15)
    expect(of('reopened').length).toBeGreaterThan(0)
    const late = states.filter(
      ({ state, dueOn }) => state !== 'submitted' && dueOn !== null && dueOn < TODAY
    )
    expect(late.length).toBeGreaterThan(2)
  })

  test('gives the first manager one audit half done, one to start and one that is late', async () => {
    const audits = await db
      .selectFrom('audit')
      .innerJoin('round', 'round.id', 'audit.round_id')
      .innerJoin('person', 'person.id', 'audit.auditor_id')
      .where('round.state', '=', 'open')
      .where('person.name', '=', 'Amara Osei')
      .select(['audit.state as state', 'audit.due_on as dueOn'])
      .orderBy('audit.due_on')
      .orderBy('audit.state')
      .execute()
    expect(audits).toEqual([
      { state: 'allocated', dueOn: '2026-11-20' },
      { state: 'allocated', dueOn: '2026-12-04' },
      { state: 'in_progress', dueOn: '2026-12-04' },
      { state: 'submitted', dueOn: '2026-12-04' },
    ])
  })
})

describe('the rubric studio', () => {
  test('the council’s own version of a rubric is used by the rounds since, one draft is open', async () => {
    const used = await db
      .selectFrom('audit_theme')
      .innerJoin('audit', 'audit.id', 'audit_id')
      .innerJoin('round', 'round.id', 'round_id')
      .innerJoin('rubric_version', 'rubric_version.id', 'rubric_version_id')
      .select(['round_on', 'version'])
      .distinct()
      .where('rubric_key', '=', 'cp_plan')
      .where('round.origin', '=', 'product')
      .orderBy('round_on')
      .execute()
    expect(used.slice(-5).map(({ version }) => version)).toEqual([
      '1',
      '1-local.1',
      '1-local.1',
      '1-local.1',
      '1-local.1',
    ])
    expect(new Set(used.slice(0, -4).map(({ version }) => version))).toEqual(new Set(['1']))
    const open = await db
      .selectFrom('rubric_draft')
      .select('rubric_key')
      .where('state', '=', 'open')
      .execute()
    expect(open).toEqual([{ rubric_key: 'supervision' }])
  })
})

describe('everything holds', () => {
  test('check finds nothing, and every event follows from the one before', async () => {
    expect(await checkDatabase(contextOn(db))).toEqual([])
    const { number } = await verifyEvents(db)
    expect(number).toBeGreaterThan(10_000)
  })

  test('events are in the order of time, and none is of today or later', async () => {
    const events = await db.selectFrom('event').select('at').orderBy('number').execute()
    const told = events.map(({ at }) => at)
    const ours = told.filter((at) => at < `${TODAY}T09`)
    expect(ours).toEqual(ours.toSorted())
    expect(ours.at(-1)?.slice(0, 10)).toBe('2026-11-20')
  })

  test('actions are open, late and done with a note', async () => {
    const actions = await db.selectFrom('action').select(['state', 'due_on', 'done_note']).execute()
    const open = actions.filter(({ state }) => state === 'open')
    expect(open.some(({ due_on }) => due_on !== null && due_on < TODAY)).toBe(true)
    expect(open.some(({ due_on }) => due_on !== null && due_on > TODAY)).toBe(true)
    const done = actions.filter(({ state }) => state === 'done')
    expect(done.length).toBeGreaterThan(500)
    expect(done.every(({ done_note }) => Boolean(done_note))).toBe(true)
  })

  test('child protection plans got better, supervision did not', async () => {
    const goodIn = async (theme: string, from: string, to: string) => {
      const rows = await db
        .selectFrom('judgement')
        .innerJoin('round', 'round.id', 'judgement.round_id')
        .where('judgement.theme', '=', theme)
        .where('judgement.item', '=', '')
        .where('round.kind', '=', 'learning')
        .where('round.round_on', '>', from)
        .where('round.round_on', '<=', to)
        .select('judgement.value as value')
        .execute()
      const good = rows.filter(({ value }) => value === 'good' || value === 'outstanding')
      return good.length / rows.length
    }
    const rise = async (theme: string) =>
      (await goodIn(theme, '2025-11-23', '2026-11-27')) -
      (await goodIn(theme, '2022-11-01', '2023-11-23'))
    expect(await rise('cp_plan')).toBeGreaterThan(0.15)
    expect(Math.abs(await rise('supervision'))).toBeLessThan(0.12)
  })
})

test('the same day makes the same council, secret apart', async () => {
  const again = await newCouncil(TODAY)
  expect(await digest(again)).toBe(first)
  await again.destroy()
}, 180_000)
