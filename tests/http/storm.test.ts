/**
 * Every route under a storm of bad input, as a QA lead, who may do most: never a fault of ours, always a sentence, and
 * never anything of the machinery.
 */
import { describe, expect, test } from 'vitest'
import type { RecordKind, Request } from '../permissions/route-case.ts'
import { routeTable } from '../permissions/route-table.ts'
import type { Browser } from '../support/app.ts'
import { newWorld, type World } from '../support/world.ts'
import { badBodies, badParts, badQueries, badValues, hasSentence, leaks } from './storm.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** Reads what came, and says what is wrong with it. */
const faultsOf = async (response: Response): Promise<string[]> => {
  const text = await response.text()
  return [
    ...(response.status >= 500 ? [`status ${response.status}`] : []),
    ...leaks.flatMap((leak) => {
      const found = leak.exec(text)
      return found ? [`shows ${text.slice(Math.max(0, found.index - 60), found.index + 80)}`] : []
    }),
    ...(response.status >= 400 && !hasSentence(text) ? [`no sentence in ${text}`] : []),
  ]
}

const bodyOf = (fields: Readonly<Record<string, string | readonly string[]>>): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, each)
  }
  return body.toString()
}

interface Target {
  readonly method: string
  readonly pattern: string
  readonly fresh: () => Promise<Request>
  readonly browser: Browser
  readonly world: World
}

const target = async (name: string): Promise<Target> => {
  const world = await newWorld()
  const [method = '', pattern = ''] = name.split(' ')
  const route = routeTable[name]
  const record: RecordKind = route?.expect.own ? 'own' : 'none'
  const asker = { column: 'qa_lead', personId: world.people.qa_lead } as const
  return {
    method,
    pattern,
    world,
    browser: await world.as('qa_lead'),
    fresh: async () => {
      if (!route) throw new Error(`${name} is not in the table`)
      return route.ask(world, asker, record)
    },
  }
}

const send = (at: Target, path: string, body?: string, headers: Record<string, string> = {}) =>
  at.world.app.request(path, {
    method: at.method,
    headers: { cookie: at.browser.cookie, ...(at.method === 'POST' ? FORM : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })

/** Where a post led: what was typed has to be as harmless there. */
const faultsBeyond = async (at: Target, response: Response): Promise<string[]> => {
  const to = response.status === 303 ? response.headers.get('location') : null
  return to === null ? [] : faultsOf(await at.browser.get(to))
}

interface Aim {
  readonly at: Target
  readonly request: Request
}

const aim = async (name: string): Promise<Aim> => {
  const at = await target(name)
  return { at, request: await at.fresh() }
}

/** What was refused can be tried again; what was done needs a new record, and a session that was ended a new one. */
const aimAgain = async (name: string, { at, request }: Aim, response: Response): Promise<Aim> => {
  if (response.status >= 400) return { at, request }
  const isOut = (await at.browser.get('/account')).status !== 200
  return isOut ? aim(name) : { at, request: await at.fresh() }
}

const names = Object.keys(routeTable)
const posts = names.filter((name) => name.startsWith('POST '))
const withParts = names.filter((name) => name.includes('/:'))
const gets = names.filter((name) => name.startsWith('GET '))

test('the storm reaches routes of every kind', () => {
  expect(posts.length).toBeGreaterThan(2)
  expect(withParts.length).toBeGreaterThan(2)
  expect(gets.length).toBeGreaterThan(5)
})

describe('an address with a bad part', () => {
  test.each(withParts)('%s', { timeout: 60_000 }, async (name) => {
    const at = await target(name)
    const { path, fields = {} } = await at.fresh()
    const wanted = at.pattern.split('/')
    const faults: string[] = []
    for (const [index, part] of wanted.entries()) {
      if (!part.startsWith(':')) continue
      for (const [what, bad] of Object.entries(badParts)) {
        const parts = path.split('?')[0]?.split('/') ?? []
        parts[index] = bad
        const body =
          at.method === 'POST' ? bodyOf({ _csrf: at.browser.csrf, ...fields }) : undefined
        const response = await send(at, parts.join('/'), body)
        const expected = [400, 404, 409, 422]
        if (!expected.includes(response.status)) faults.push(`${part} ${what}: ${response.status}`)
        faults.push(...(await faultsOf(response)).map((fault) => `${part} ${what}: ${fault}`))
      }
    }
    expect(faults).toEqual([])
  })
})

describe('a page with a bad query', () => {
  test.each(gets)('%s', { timeout: 60_000 }, async (name) => {
    const at = await target(name)
    const { path } = await at.fresh()
    const faults: string[] = []
    for (const [index, query] of badQueries.entries()) {
      const headers = index % 4 === 0 ? { 'hx-request': 'true' } : {}
      const response = await send(at, `${path.split('?')[0]}${query}`, undefined, headers)
      faults.push(...(await faultsOf(response)).map((fault) => `${query.slice(0, 40)}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

describe('a post with a bad body', () => {
  test.each(posts)('%s', { timeout: 60_000 }, async (name) => {
    let now = await aim(name)
    const faults: string[] = []
    for (const [what, bad] of Object.entries(badBodies)) {
      const { at, request } = now
      const response = await send(at, request.path, `_csrf=${at.browser.csrf}&${bad}`)
      faults.push(...(await faultsOf(response)).map((fault) => `${what}: ${fault}`))
      now = await aimAgain(name, now, response)
    }
    const { at, request } = now
    for (const type of ['application/json', 'text/plain', 'multipart/form-data']) {
      const body = bodyOf(request.fields ?? {})
      const response = await send(at, request.path, body, { 'content-type': type })
      if (response.status < 400) faults.push(`${type}: ${response.status}`)
      faults.push(...(await faultsOf(response)).map((fault) => `${type}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

describe('a post with one bad field', () => {
  const cases = [...Object.entries(badValues), ['missing', undefined] as const]

  test.each(posts)('%s', { timeout: 60_000 }, async (name) => {
    let now = await aim(name)
    const faults: string[] = []
    for (const field of Object.keys(now.request.fields ?? {})) {
      for (const [index, [what, bad]] of cases.entries()) {
        const { at, request } = now
        const { [field]: _, ...others } = request.fields ?? {}
        const sent = {
          _csrf: at.browser.csrf,
          ...others,
          ...(bad === undefined ? {} : { [field]: bad }),
        }
        const headers = index % 2 === 0 ? { 'hx-request': 'true' } : {}
        const response = await send(at, request.path, bodyOf(sent), headers)
        const found = [...(await faultsOf(response)), ...(await faultsBeyond(at, response))]
        faults.push(...found.map((fault) => `${field} ${what}: ${fault}`))
        now = await aimAgain(name, now, response)
      }
    }
    expect(faults).toEqual([])
  })
})

describe('a method that the route does not answer', () => {
  test.each(names)('%s', async (name) => {
    const at = await target(name)
    const { path } = await at.fresh()
    const answered = names
      .filter((each) => each.endsWith(` ${at.pattern}`))
      .map((each) => each.split(' ')[0])
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      if (answered.includes(method)) continue
      const response = await at.world.app.request(path, {
        method,
        headers: { cookie: at.browser.cookie, ...FORM },
        ...(method === 'GET' ? {} : { body: `_csrf=${at.browser.csrf}` }),
      })
      expect([method, response.status]).toEqual([method, 405])
      for (const each of answered) expect(response.headers.get('allow')).toContain(each)
      expect(await faultsOf(response)).toEqual([])
    }
  })
})

test('the storm would see a leak', async () => {
  const faults = await faultsOf(
    new Response('<p>SqliteError: constraint failed\n    at run (/work/src/db/x.ts:3:4)</p>', {
      status: 500,
    })
  )
  expect(faults.length).toBeGreaterThan(3)
  expect(await faultsOf(new Response('', { status: 404 }))).toEqual(['no sentence in '])
  expect(
    await faultsOf(new Response('<main><p>Page not found.</p></main>', { status: 404 }))
  ).toEqual([])
})
