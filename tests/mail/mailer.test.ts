/** What each answer of a mail server means, and that looking for due mail reads an index and not the table. */
import { expect, onTestFinished, test } from 'vitest'
import { openMailer } from '../../src/mail/mailer.ts'
import { claimMail } from '../../src/mail/send-store.ts'
import { newContext } from '../support/context.ts'
import { newMailServer } from '../support/mail-server.ts'
import { plansOf } from '../support/query-plans.ts'

const letter = {
  to: 'amara@aldermere.example',
  messageId: '<1@aldermere.example>',
  date: '2026-01-12T09:00:00.000Z',
  subject: 'Plumbline: a\r\nBcc: thief@elsewhere.example',
  text: 'a\n',
  html: '<p>a</p>\n',
}

const mailerOf = (url: string) => {
  const mailer = openMailer({ url, from: { name: '', address: 'plumbline@aldermere.example' } })
  onTestFinished(() => mailer.close())
  return mailer
}

test.each([
  ['recipient', 550, 'refused'],
  ['recipient', 451, 'later'],
  ['message', 554, 'refused'],
  ['message', 452, 'later'],
  ['sender', 550, 'unreachable'],
  ['sender', 451, 'unreachable'],
  ['recipient', 421, 'unreachable'],
] as const)('a %s answered %i is %s', async (step, code, kind) => {
  const server = await newMailServer()
  server.answer = (asked) => (asked === step ? code : 0)
  const outcome = await mailerOf(server.url).send(letter)
  expect(outcome.kind).toBe(kind)
})

test('a wrong password is the fault of no mail', async () => {
  const server = await newMailServer({
    authOptional: false,
    onAuth: (auth, _session, done) =>
      auth.password === 'right p@ss' ? done(null, { user: 'plumbline' }) : done(new Error('No')),
  })
  const at = (password: string) => server.url.replace('//', `//plumbline:${password}@`)
  expect((await mailerOf(at('wrong')).send(letter)).kind).toBe('unreachable')
  expect(await mailerOf(at('right%20p%40ss')).send(letter)).toEqual({ kind: 'sent' })
})

test('a line break in a subject begins no header', async () => {
  const server = await newMailServer()
  await mailerOf(server.url).send(letter)
  expect(server.received[0]?.to).toEqual(['amara@aldermere.example'])
  expect(server.received[0]?.headers.has('bcc')).toBe(false)
  expect(server.received[0]?.headers.get('subject')).toBe(
    'Plumbline: a Bcc: thief@elsewhere.example'
  )
})

test('what is due is found by its index, however much was sent', async () => {
  const { db, now } = await newContext()
  const plans = await plansOf(db, (each) =>
    claimMail(each, { leaseId: 'a', until: now, domain: 'a.example', now })
  )
  expect(plans.join('\n')).toContain('mail_waiting')
})
