/**
 * Holds architecture.md §3 to account by reading the imports of every file. Each check is first proved on a bad sample,
 * so that none of them can match nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { AppEnv } from '../src/http/env.ts'
import { may, signedIn } from '../src/http/guards.ts'
import { newApp } from './support/app.ts'
import type { Check } from './support/architecture/check.ts'
import { everyWriteIsRecorded } from './support/architecture/event-check.ts'
import { fileChecks } from './support/architecture/file-checks.ts'
import { importChecks, isVerb } from './support/architecture/import-checks.ts'
import { kindOfPath } from './support/architecture/layers.ts'
import { readSource, type SourceFile } from './support/architecture/source-file.ts'
import { submittedOnly } from './support/architecture/submitted-check.ts'
import { listRoutes } from './support/routes.ts'

const root = join(import.meta.dirname, '..')

const files: readonly SourceFile[] = ['src', 'views', 'migrations', 'tests', 'bench']
  .flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`
      )
    } catch {
      return []
    }
  })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))

const checks: readonly Check[] = [
  ...importChecks,
  everyWriteIsRecorded,
  submittedOnly,
  ...fileChecks,
]

describe('each check catches a bad sample', () => {
  test.each(checks)('$name', ({ bad, find, faults }) => {
    const sample = Object.entries(bad).map(([path, text]) => readSource(path, text))
    expect(find(sample)).toEqual(faults)
  })
})

describe('the code', () => {
  test('was found: every kind of file is there', () => {
    const kinds = new Set(files.map((file) => (isVerb(file) ? 'verb' : kindOfPath(file.path))))
    expect([...kinds].sort()).toEqual(
      [
        'browser',
        'commands',
        'db',
        'errors',
        'events',
        'http',
        'input',
        'migration',
        'other',
        'part',
        'root',
        'routes',
        'rules',
        'store',
        'verb',
        'view',
      ].sort()
    )
    expect(files.length).toBeGreaterThan(150)
  })

  test.each(checks)('$name', ({ find }) => {
    expect(find(files)).toEqual([])
  })
})

describe('routes', () => {
  /** What somebody without a session may reach. */
  const open = [
    'GET /api',
    'GET /api/openapi.json',
    'GET /assets/:name',
    'GET /calendar/:file',
    'GET /health',
    'GET /ready',
    'GET /session',
    'GET /set-password/:token',
    'GET /sign-in',
    'POST /set-password/:token',
    'POST /sign-in',
  ]

  test('every route outside a short public list carries a guard', async () => {
    const { app } = await newApp()
    const unguarded = listRoutes(app).filter(({ guard }) => guard === undefined)
    expect(unguarded.map(({ name }) => name).sort()).toEqual(open)
  })

  test('a guard is seen where there is one, and missed where there is none', () => {
    const inner = new Hono<AppEnv>()
    inner.get('/guarded', signedIn, (c) => c.text(''))
    inner.post('/may', may('rounds.manage'), (c) => c.text(''))
    inner.get('/open', (c) => c.text(''))
    const app = new Hono<AppEnv>()
    app.use(async (_c, next) => next())
    app.route('/inner', inner)
    expect(listRoutes(app)).toEqual([
      { name: 'GET /inner/guarded', method: 'GET', path: '/inner/guarded', guard: 'signed_in' },
      { name: 'POST /inner/may', method: 'POST', path: '/inner/may', guard: 'rounds.manage' },
      { name: 'GET /inner/open', method: 'GET', path: '/inner/open', guard: undefined },
    ])
  })
})
