/**
 * Every route under a storm of bad input, as a QA lead, who may do most, or else as an administrator or an IRO manager: never a fault of
 * ours, always a sentence, and never anything of the machinery.
 */
import { expect, test } from 'vitest'
import { columns, type RecordKind, type Request } from '../permissions/route-case.ts'
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
  const tries = (['own', 'foreign', 'none'] as const).flatMap((kind) =>
    (['qa_lead', 'administrator', 'iro_manager'] as const).map((who) => ({ kind, who }))
  )
  const may = tries.find(({ kind, who }) => {
    const status = route?.expect[kind]?.[columns.indexOf(who)]
    return status !== undefined && status !== 403
  })
  const record: RecordKind = may?.kind ?? 'none'
  const column = may?.who ?? 'qa_lead'
  const asker = { column, personId: world.people[column] } as const
  return {
    method,
    pattern,
    world,
    browser: await world.as(column),
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

/** Each part of the address in turn. */
const badAddresses = async ({ at, request }: Aim): Promise<string[]> => {
  const faults: string[] = []
  for (const [index, part] of at.pattern.split('/').entries()) {
    if (!part.startsWith(':')) continue
    for (const [what, bad] of Object.entries(badParts)) {
      const parts = request.path.split('?')[0]?.split('/') ?? []
      parts[index] = bad
      const sent = bodyOf({ _csrf: at.browser.csrf, ...request.fields })
      const response = await send(at, parts.join('/'), at.method === 'POST' ? sent : undefined)
      const isRefused = [400, 404, 409, 422].includes(response.status)
      const found = [...(isRefused ? [] : [`${response.status}`]), ...(await faultsOf(response))]
      faults.push(...found.map((fault) => `${part} ${what}: ${fault}`))
    }
  }
  return faults
}

const queries = async ({ at, request }: Aim): Promise<string[]> => {
  const faults: string[] = []
  for (const [index, query] of badQueries.entries()) {
    const headers = index % 4 === 0 ? { 'hx-request': 'true' } : {}
    const response = await send(at, `${request.path.split('?')[0]}${query}`, undefined, headers)
    faults.push(...(await faultsOf(response)).map((fault) => `${query.slice(0, 40)}: ${fault}`))
  }
  return faults
}

const bodies = async (name: string, first: Aim): Promise<string[]> => {
  let now = first
  const faults: string[] = []
  for (const [what, bad] of Object.entries(badBodies)) {
    const { at, request } = now
    const response = await send(at, request.path, `_csrf=${at.browser.csrf}&${bad}`)
    faults.push(...(await faultsOf(response)).map((fault) => `${what}: ${fault}`))
    now = await aimAgain(name, now, response)
  }
  const { at, request } = now
  for (const type of ['application/json', 'text/plain', 'multipart/form-data']) {
    const body = bodyOf({ _csrf: at.browser.csrf, ...request.fields })
    const response = await send(at, request.path, body, { 'content-type': type })
    const isRefused = response.status >= 400
    const found = [...(isRefused ? [] : [`${response.status}`]), ...(await faultsOf(response))]
    faults.push(...found.map((fault) => `${type}: ${fault}`))
  }
  return faults
}

/** Each field in turn, with all others as they should be. */
const fields = async (name: string, first: Aim): Promise<string[]> => {
  let now = first
  const faults: string[] = []
  const cases = [...Object.entries(badValues), ['missing', undefined] as const]
  for (const field of Object.keys(first.request.fields ?? {})) {
    for (const [index, [what, bad]] of cases.entries()) {
      const { at, request } = now
      const { [field]: _, ...others } = request.fields ?? {}
      const tried = bad === undefined ? {} : { [field]: bad }
      const body = bodyOf({ _csrf: at.browser.csrf, ...others, ...tried })
      const headers = index % 2 === 0 ? { 'hx-request': 'true' } : {}
      const response = await send(at, request.path, body, headers)
      const found = [...(await faultsOf(response)), ...(await faultsBeyond(at, response))]
      faults.push(...found.map((fault) => `${field} ${what}: ${fault}`))
      now = await aimAgain(name, now, response)
    }
  }
  return faults
}

const wrongMethods = async ({ at, request }: Aim): Promise<string[]> => {
  const answered = names
    .filter((each) => each.endsWith(` ${at.pattern}`))
    .map((each) => each.split(' ')[0] ?? '')
  const faults: string[] = []
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    if (answered.includes(method)) continue
    const response = await at.world.app.request(request.path, {
      method,
      headers: { cookie: at.browser.cookie, ...FORM },
      ...(method === 'GET' ? {} : { body: `_csrf=${at.browser.csrf}` }),
    })
    const allow = (response.headers.get('allow') ?? '').split(', ')
    const isRight = response.status === 405 && answered.every((each) => allow.includes(each))
    const found = [
      ...(isRight ? [] : [`${response.status} ${allow}`]),
      ...(await faultsOf(response)),
    ]
    faults.push(...found.map((fault) => `${method}: ${fault}`))
  }
  return faults
}

test.each(names)('%s', async (name) => {
  const isPost = name.startsWith('POST ')
  const start = await aim(name)
  const faults = [
    ...(await wrongMethods(start)),
    ...(await badAddresses(start)),
    ...(isPost ? await bodies(name, start) : await queries(start)),
    ...(isPost ? await fields(name, await aim(name)) : []),
  ]
  expect(faults).toEqual([])
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
