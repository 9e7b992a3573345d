/**
 * The OpenAPI document is one, by an independent validator; and every answer over the demonstration council is what the
 * document says, by another (ajv), which knows nothing of the schemas that we wrote.
 */
import { randomUUID } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/api/add-token.ts'
import { createApp } from '../../src/app.tsx'
import { readConfig } from '../../src/config.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'
import { createCouncil } from '../../src/demo/create-council.ts'
import { readCouncil } from '../../src/people/store.ts'
import { type ApiDocument, validatorOf } from './api-document.ts'

const TODAY = '2026-11-23'

/** By hand: a council takes seconds, and what stands in SQLite alone need not be made again on PostgreSQL. */
let db: Db
let ask: (path: string) => Promise<Response>
beforeAll(async () => {
  db = await openDatabase('sqlite::memory:')
  await migrate(db)
  await createCouncil(db, TODAY)
  const now = `${TODAY}T12:00:00.000Z`
  const ids = randomUUID
  const app = createApp({
    db,
    clock: () => new Date(now),
    ids,
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    assets: { css: '', js: '', htmx: '', icon: '' },
    council: await readCouncil(db),
  })
  const { token } = await addToken(
    { db, actor: { kind: 'command', name: 'test' }, now, ids },
    { name: 'Every list', scopes: ['results', 'audits', 'alerts', 'text'], expiresOn: null }
  )
  ask = async (path) => app.request(path, { headers: { authorization: `Bearer ${token}` } })
}, 180_000)
afterAll(() => db.destroy())

const documentOf = async (): Promise<ApiDocument> => {
  const response = await ask('/api/v1/openapi.json')
  expect(response.status).toBe(200)
  return (await response.json()) as ApiDocument
}

test('the document is OpenAPI 3.1 by an independent validator, which would see a fault', async () => {
  const document = await documentOf()
  const result = await new Validator().validate(structuredClone(document))
  expect([result.valid, result.errors]).toEqual([true, undefined])
  const wrong = { ...document, paths: { '/api/v1/audits': { get: { responses: 'none' } } } }
  expect((await new Validator().validate(wrong)).valid).toBe(false)
})

describe('every answer over the demonstration council is what the document says', () => {
  test.each([
    ['distributions', 500],
    ['measures', 100],
    ['audits', 100],
    ['actions', 100],
    ['alerts', 0],
  ])('%s', async (list, fewest) => {
    const document = await documentOf()
    const isPage = validatorOf(document, `/api/v1/${list}`)
    let next: string | null = `/api/v1/${list}?limit=1000`
    let rows = 0
    while (next !== null) {
      const { pathname, search } = new URL(next, 'http://x')
      const page = (await (await ask(`${pathname}${search}`)).json()) as {
        data: unknown[]
        next: string | null
      }
      expect([isPage(page), isPage.errors]).toEqual([true, null])
      rows += page.data.length
      next = page.next
    }
    expect(rows).toBeGreaterThanOrEqual(fewest)
    expect(isPage({ data: [{ id: 'x' }], next: null, nextCursor: null })).toBe(false)
  })

  test.each([
    ['distributions', 'n'],
    ['measures', 'n'],
    ['audits', null],
    ['actions', null],
    ['alerts', 'number'],
  ])('%s, flat: nothing to expand, and the columns of its CSV', async (list, number) => {
    const document = await documentOf()
    const isPage = validatorOf(document, `/api/v1/${list}`)
    const address = `/api/v1/${list}?limit=200&format=`
    const page = (await (await ask(`${address}flat`)).json()) as {
      data: Record<string, unknown>[]
    }
    expect([isPage(page), isPage.errors]).toEqual([true, null])
    const csv = await (await ask(`${address}csv`)).text()
    expect(page.data.length).toBeGreaterThan(50)
    const [header = ''] = csv.split('\n')
    for (const row of page.data) {
      expect(Object.keys(row).join(',')).toBe(header)
      expect(
        Object.values(row).filter((cell) => cell !== null && typeof cell === 'object')
      ).toEqual([])
    }
    if (number !== null) expect(page.data.map((row) => typeof row[number])).not.toContain('string')
  })

  test('and problems are', async () => {
    const document = await documentOf()
    const isProblem = validatorOf(document, '/api/v1/audits', '422', 'application/problem+json')
    const found = await (await ask('/api/v1/audits?limit=x&theme=y')).json()
    expect([isProblem(found), isProblem.errors]).toEqual([true, null])
  })
})
