/** Bodies that no browser sends: each is told in a sentence what is wrong, and nothing of it is read. */
import { describe, expect, test } from 'vitest'
import { newApp } from '../support/app.ts'

const FORM = 'application/x-www-form-urlencoded'
const NOT_UTF8 = 'The form holds text that is not valid UTF-8. Send it as UTF-8.'
const NOT_STORABLE =
  'The form holds a character that cannot be stored (NUL or half of a pair). Remove it and send again.'
const TOO_LARGE = 'What was sent is larger than 2 MB. Shorten it and send again.'

const post = async (body: string | Uint8Array<ArrayBuffer> | ReadableStream, type = FORM) => {
  const { app } = await newApp()
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' }
  const response = await app.request('/sign-in', init as RequestInit)
  return { status: response.status, text: await response.text() }
}

describe('text that cannot be kept', () => {
  test.each([
    ['a byte that is not UTF-8', new Uint8Array([0x61, 0x3d, 0xff])],
    ['half a character', new Uint8Array([0x61, 0x3d, 0xe2, 0x82])],
    ['an escaped byte that is not UTF-8', 'email=%ff'],
    ['half a character, escaped', 'email=%e2%82'],
    ['an overlong slash', 'email=%c0%af'],
    ['an escape cut short', 'email=%e'],
    ['an escape that is none', 'email=%zz'],
    ['half of a pair, as three bytes', 'email=%ed%a0%80'],
    ['in a name', '%ff=a'],
  ])('%s', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('What was sent could not be read')
    expect(answer.text).toContain(NOT_UTF8)
  })

  test.each([
    ['NUL', 'email=a%00b'],
    ['NUL as a byte', new Uint8Array([0x61, 0x3d, 0x00])],
    ['NUL in a name', 'a%00=b'],
  ])('%s', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(NOT_STORABLE)
  })
})

describe('size', () => {
  test('over 2 MB is refused by what it says of itself', async () => {
    const answer = await post(`email=${'x'.repeat(2 * 1024 * 1024)}`)
    expect(answer.status).toBe(413)
    expect(answer.text).toContain(TOO_LARGE)
  })

  test('over 2 MB without a length is not read to its end', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1
        controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)))
        if (sent === 100) controller.close()
      },
    })
    const answer = await post(body)
    expect(answer.status).toBe(413)
    expect(answer.text).toContain(TOO_LARGE)
    expect(sent).toBeLessThan(30)
  })

  test('1 MB in a field is a message about that field', async () => {
    const answer = await post(`email=${'x'.repeat(1024 * 1024)}&password=y`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Enter your email address: this is too long to be one')
  })
})

describe('other shapes', () => {
  test.each([
    ['nothing', ''],
    ['ten thousand fields', Array.from({ length: 10_000 }, (_, i) => `f${i}=x`).join('&')],
    ['ten thousand separators', '&'.repeat(10_000)],
    ['only names', 'email&password'],
    ['only equals signs', '==&==='],
    ['names of an array', 'email[]=a&email[0][b][c]=d&password[]=x'],
    ['names that every object has', '__proto__=x&constructor=y&toString=z&__proto__=w'],
  ])('%s: the page again, with what is missing', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Enter your email address')
    expect(answer.text).toContain('Enter your password')
  })

  test('a field sent twice is not guessed at', async () => {
    const answer = await post('email=a@b.example&email=c@d.example&password=x')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Sent 2 times: send it once')
  })

  test('a field of ours sent beside one that every object has is read as usual', async () => {
    const answer = await post('email=a@b.example&password=x&constructor=1&constructor=2')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('The email address or the password is not right')
  })

  test.each([
    ['JSON', 'application/json', '{"email":"a@b.example","password":"x"}'],
    ['plain text', 'text/plain', 'email=a@b.example&password=x'],
    ['a multipart form', 'multipart/form-data; boundary=b', '--b\r\n\r\nx\r\n--b--'],
    ['no kind at all', '', 'email=a@b.example&password=x'],
  ])('%s is an empty form', async (_, type, body) => {
    const answer = await post(body, type)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Enter your email address')
  })
})

test('HTML that was typed comes back as text', async () => {
  const typed = '"><script>alert(1)</script>'
  const answer = await post(
    new URLSearchParams({ email: typed, next: typed, held: typed }).toString()
  )
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(answer.text).not.toContain('<script>alert')
})
