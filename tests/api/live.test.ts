/** The API over a socket, as a program asks it: addresses behind a proxy, a client that goes away, many at once. */
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { newServer } from '../../src/http/http-server.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { newProgram } from './api-world.ts'

const listening = async (t: TestApp): Promise<string> => {
  const server = newServer(t.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a list over a socket, and its HEAD', async () => {
  const program = await newProgram(await newApp())
  const base = await listening(program)
  const { authorization } = await program.bear(['audits'])
  const response = await fetch(`${base}/api/v1/audits?limit=2`, { headers: { authorization } })
  const page = (await response.json()) as { data: unknown[]; next: string }
  expect([response.status, page.data.length]).toEqual([200, 2])
  expect(response.headers.get('set-cookie')).toBeNull()
  const head = await fetch(`${base}/api/v1/audits`, { method: 'HEAD', headers: { authorization } })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('refusals are counted by the address that asked, seen through a trusted proxy', async () => {
  const program = await newProgram(await newApp({ TRUSTED_PROXIES: '127.0.0.1' }))
  const base = await listening(program)
  const ask = async (address: string) =>
    (await fetch(`${base}/api/v1/audits`, { headers: { 'x-forwarded-for': address } })).status
  for (let i = 0; i < 50; i += 1) expect(await ask('203.0.113.7')).toBe(401)
  expect(await ask('203.0.113.7')).toBe(429)
  expect(await ask('203.0.113.8')).toBe(401)
})

test('of many at once each is answered whole, and a client that goes away holds nobody up', async () => {
  const program = await newProgram(await newApp())
  const base = await listening(program)
  const { authorization } = await program.bear(['results'])
  for (let i = 0; i < 10; i += 1) {
    const gone = request(`${base}/api/v1/distributions`, { headers: { authorization } })
    gone.on('error', () => undefined)
    gone.end(() => gone.destroy())
  }
  const answers = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const response = await fetch(`${base}/api/v1/distributions`, { headers: { authorization } })
      return [response.status, ((await response.json()) as { data: unknown[] }).data.length].join()
    })
  )
  expect(new Set(answers)).toEqual(new Set(['200,6']))
  // Thirty readings at once are still one line of the log.
  const events = await program.db
    .selectFrom('event')
    .select('number')
    .where('type', '=', 'token.read')
    .execute()
  expect(events).toHaveLength(1)
})
