/** What arrives at the socket and is no request, or only half of one. */
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newServer } from '../../src/http/http-server.ts'
import { newApp, type TestApp } from '../support/app.ts'

const listening = async (t: TestApp): Promise<number> => {
  const server: Server = newServer(t.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** Sends the bytes, ends its side, and gives back all that came. */
const send = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
    socket.end(Buffer.from(bytes, 'latin1'))
  })

const UNREADABLE = 'This request cannot be read. Check the address and try again.'
const TOO_LONG =
  'The headers of this request are too long. Clear the cookies of this site and try again.'

describe('what is no request', () => {
  test.each([
    ['a Host of two words', 'GET /sign-in HTTP/1.1\r\nHost: a b\r\n', 400, UNREADABLE],
    ['a Host that never closes', 'GET /sign-in HTTP/1.1\r\nHost: [::bad\r\n', 400, UNREADABLE],
    ['a star for an address', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n', 400, UNREADABLE],
    ['an address without a slash', 'GET sign-in HTTP/1.1\r\nHost: x\r\n', 400, UNREADABLE],
    ['a NUL in the address', 'GET /\0 HTTP/1.1\r\nHost: x\r\n', 400, UNREADABLE],
    ['a byte in the address', 'GET /sign-in?\xff HTTP/1.1\r\nHost: x\r\n', 400, UNREADABLE],
    ['a NUL in a header', 'GET /sign-in HTTP/1.1\r\nHost: x\r\nX: \0\r\n', 400, UNREADABLE],
    ['no HTTP at all', 'rubbish\r\n', 400, UNREADABLE],
    [
      'a negative length',
      'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n',
      400,
      UNREADABLE,
    ],
    [
      'twenty thousand bytes of cookies',
      `GET /sign-in HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n`,
      431,
      TOO_LONG,
    ],
  ])('%s', async (_, head, status, words) => {
    const answer = await send(await listening(await newApp()), `${head}\r\n`)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toContain(words)
    expect(answer).not.toMatch(/\bat |\.ts|\.js/)
  })
})

describe('what only looks odd', () => {
  test.each([
    ['two slashes', 'GET //elsewhere.example/ HTTP/1.1\r\nHost: x\r\n', 404],
    ['an escape that is none', 'GET /%zz HTTP/1.1\r\nHost: x\r\n', 404],
    ['TRACE', 'TRACE /sign-in HTTP/1.1\r\nHost: x\r\n', 405],
    ['a whole address', 'GET http://elsewhere.example/sign-in HTTP/1.1\r\nHost: x\r\n', 200],
  ])('%s', async (_, head, status) => {
    const answer = await send(await listening(await newApp()), `${head}Connection: close\r\n\r\n`)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toContain('<!DOCTYPE html>')
  })
})

describe('a client that goes away', () => {
  test('in the middle of its form has done nothing, and the next one is served', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const port = await listening(t)
    const body = `_csrf=${browser.csrf}&everywhere=yes`
    const head = [
      'POST /sign-out HTTP/1.1',
      'Host: x',
      `Cookie: ${browser.cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length + 20}`,
    ].join('\r\n')
    await send(port, `${head}\r\n\r\n${body}`)
    const next = await fetch(`http://127.0.0.1:${port}/account`, {
      headers: { cookie: browser.cookie },
    })
    expect(next.status).toBe(200)
  })

  test('and sends a longer form than it said is read no further than it said', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const port = await listening(t)
    const head = [
      'POST /sign-out HTTP/1.1',
      'Host: x',
      `Cookie: ${browser.cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 6',
    ].join('\r\n')
    const answer = await send(port, `${head}\r\n\r\n_csrf=${browser.csrf}`)
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
    expect((await browser.get('/account')).status).toBe(200)
  })
})
