/**
 * Walks every route of the application with every role and a visitor, on a record of theirs, on another's and on none.
 * What each is answered is written down by hand in the tables beside this file; a route without an entry fails.
 */
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { newApp } from '../support/app.ts'
import { listRoutes } from '../support/routes.ts'
import { NO_RECORD, newWorld, type World } from '../support/world.ts'
import { type Asker, columns, type RecordKind, records } from './route-case.ts'
import { routeTable as table } from './route-table.ts'

/** The refusals since an event's number, as `person subject`. */
const refusalsSince = async (world: World, number: number) =>
  (
    await world.db
      .selectFrom('event')
      .select(['actor_id', 'subject_id'])
      .where('type', '=', 'access.refused')
      .where('number', '>', number)
      .orderBy('number')
      .execute()
  ).map((event) => `${event.actor_id} ${event.subject_id}`)

const lastEvent = async (world: World): Promise<number> =>
  (await world.db.selectFrom('event_head').select('number').executeTakeFirstOrThrow()).number

interface Answer {
  readonly status: number
  readonly text: string
  readonly path: string
  readonly refusals: readonly string[]
}

const ask = async (
  world: World,
  name: string,
  column: Asker['column'],
  record: RecordKind
): Promise<Answer> => {
  const personId = column === 'visitor' ? undefined : world.people[column]
  const request = await table[name]?.ask(world, { column, personId }, record)
  if (!request) throw new Error(`${name} is not in the table`)
  const browser = await world.as(column)
  const before = await lastEvent(world)
  const response = name.startsWith('GET ')
    ? await browser.get(request.path)
    : await browser.post(request.path, request.fields ?? {})
  return {
    status: response.status,
    text: (await response.text()).replaceAll(browser.csrf || 'no token', 'TOKEN'),
    path: request.path,
    refusals: record === 'foreign' ? await refusalsSince(world, before) : [],
  }
}

const anId = '[0-9a-f]{8}-[0-9a-f-]{27}'

/** The record that the address is about: a team it is narrowed to, else the first record of its path. */
const idIn = (path: string): string =>
  new RegExp(`team=(${anId})`).exec(path)?.[1] ?? new RegExp(anId).exec(path)?.[0] ?? 'none'

test('every route of the application is in the table, and no other', async () => {
  const { app } = await newApp()
  const names = listRoutes(app).map(({ name }) => name)
  expect(names.sort()).toEqual(Object.keys(table).sort())
})

test('only the demonstration council has more: signing in with one click', async () => {
  const { deps } = await newApp()
  const app = createApp({ ...deps, council: { ...deps.council, isDemo: true } })
  const names = listRoutes(app).map(({ name }) => name)
  expect(names.filter((name) => !(name in table))).toEqual(['GET /demo', 'POST /demo/sign-in'])
  const t = await newApp()
  expect((await t.visitor.get('/demo')).status).toBe(404)
  expect((await t.visitor.post('/demo/sign-in', { person: 'anybody' })).status).toBe(404)
})

const askAll = async (world: World, name: string, record: RecordKind): Promise<Answer[]> => {
  const answers: Answer[] = []
  for (const column of columns) answers.push(await ask(world, name, column, record))
  return answers
}

test.each(Object.keys(table))('%s', async (name) => {
  const world = await newWorld()
  const expected = table[name]?.expect ?? {}
  const answers = new Map<RecordKind, readonly Answer[]>()
  for (const record of records) {
    const row = expected[record]
    if (!row) continue
    const given = await askAll(world, name, record)
    answers.set(record, given)
    const statuses = columns.map((column, index) => `${column} ${given[index]?.status}`)
    expect([record, ...statuses]).toEqual([
      record,
      ...columns.map((column, index) => `${column} ${row[index]}`),
    ])
  }

  // A foreign record answers exactly as none does but to those who were told of it, and that it was refused is recorded.
  for (const [index, foreign] of (answers.get('foreign') ?? []).entries()) {
    const column = columns[index]
    if (foreign.status < 400 || column === undefined || column === 'visitor') continue
    if (table[name]?.told?.includes(column)) {
      expect([column, foreign.status]).toEqual([column, 403])
      const refusal = `${world.people[column]} ${idIn(foreign.path)}`
      expect([column, foreign.refusals]).toEqual([column, [refusal]])
      continue
    }
    const missing = answers.get('missing')?.[index]
    expect([column, missing?.status, missing?.text]).toEqual([column, foreign.status, foreign.text])
    expect(missing?.path).toContain(NO_RECORD)
    const subject = foreign.status === 403 ? 'route' : idIn(foreign.path)
    expect([column, foreign.refusals]).toEqual([column, [`${world.people[column]} ${subject}`]])
  }
})
