/**
 * Walks every route of the application with every role and a visitor, on a record of theirs, on another's and on none.
 * What each is answered is written down by hand in the tables beside this file; a route without an entry fails.
 */
import { describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { newApp } from '../support/app.ts'
import { listRoutes } from '../support/routes.ts'
import { NO_RECORD, newWorld, type World } from '../support/world.ts'
import { type Asker, columns, type RecordKind, records } from './route-case.ts'
import { routeTable as table } from './route-table.ts'

const refusalsOf = async (world: World) =>
  (
    await world.db
      .selectFrom('event')
      .select(['actor_id', 'subject_id'])
      .where('type', '=', 'access.refused')
      .orderBy('number')
      .execute()
  ).map((event) => `${event.actor_id} ${event.subject_id}`)

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
  const before = (await refusalsOf(world)).length
  const response = name.startsWith('GET ')
    ? await browser.get(request.path)
    : await browser.post(request.path, request.fields ?? {})
  return {
    status: response.status,
    text: (await response.text()).replaceAll(browser.csrf || 'no token', 'TOKEN'),
    path: request.path,
    refusals: (await refusalsOf(world)).slice(before),
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

describe.each(Object.keys(table))('%s', (name) => {
  const rows = table[name]?.expect ?? {}

  test.each(records.filter((record) => rows[record]))('%s', async (record) => {
    const world = await newWorld()
    const statuses: Record<string, number> = {}
    for (const column of columns) {
      statuses[column] = (await ask(world, name, column, record)).status
    }
    const row = rows[record] ?? []
    expect(statuses).toEqual(Object.fromEntries(columns.map((column, i) => [column, row[i]])))
  })

  test.runIf(rows.foreign)(
    'a foreign record answers as none does, and that is recorded',
    async () => {
      const world = await newWorld()
      for (const [index, column] of columns.entries()) {
        const status = rows.foreign?.[index] ?? 0
        if (status < 400 || column === 'visitor') continue
        const foreign = await ask(world, name, column, 'foreign')
        const missing = await ask(world, name, column, 'missing')
        expect([column, missing.status, missing.text]).toEqual([column, status, foreign.text])
        expect(missing.path).toContain(NO_RECORD)
        const subject = status === 403 ? 'route' : idIn(foreign.path)
        expect([column, foreign.refusals]).toEqual([column, [`${world.people[column]} ${subject}`]])
      }
    }
  )
})
