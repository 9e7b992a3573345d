/** What a mail says, for every kind of notice: never a word of a case, and nothing that could become a header. */
import { expect, test } from 'vitest'
import { readNamedAddress } from '../../src/mail/rules/mail-address.ts'
import {
  oneLine,
  safeReference,
  subjectOf,
  textOf,
  wordsOfMail,
} from '../../src/mail/rules/mail-words.ts'
import type { NoticeKindDefinition } from '../../src/notices/rules/kind-definition.ts'
import { isNoticeKind, noticeKinds } from '../../src/notices/rules/notice-kind.ts'
import { renderMail } from '../../views/mail/mail-body.tsx'
import { newMailCouncil } from '../support/mail-council.ts'
import { addNotice } from '../support/notice-builders.ts'
import { NO_RECORD } from '../support/world.ts'

const kinds = Object.keys(noticeKinds).filter(isNoticeKind)

test('every kind of notice is mailed without the reference that the notice bears', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  for (const kind of kinds) {
    await addNotice(ctx(), person, { kind, reference: 'CF-1001', dueOn: '2026-01-30' })
  }
  await send()
  expect(server.received).toHaveLength(kinds.length)
  const telling = server.received.filter(({ text, headers }) =>
    /CF-1001|30 January|2026-01-30/.test(text + headers.get('subject'))
  )
  expect(telling.map(({ headers }) => headers.get('subject'))).toEqual([])
})

test.each(kinds)('the mail of %s names no child, danger or court in its subject', (kind) => {
  const { mailLabel, label }: NoticeKindDefinition = noticeKinds[kind]
  const words = wordsOfMail({
    sort: 'notice',
    isUrgent: false,
    items: [{ label: mailLabel ?? label, path: '/', reference: null }],
    publicUrl: 'https://a.example',
  })
  expect(subjectOf(words)).not.toMatch(/child|risk|harm|cafcass|court|police|\d/i)
})

test('those that tell of danger are urgent, and no other', () => {
  expect(kinds.filter((kind) => (noticeKinds[kind] as NoticeKindDefinition).isUrgent)).toEqual([
    'safety_notice_opened',
    'safety_notice_escalated',
    'safety_notice_reopened',
    'alert_immediate',
    'alert_immediate_up',
  ])
})

test.each([
  ['Alert 2026-0042', 'Alert 2026-0042'],
  ['CF-1001', null],
  ['Alert CF-1001', null],
  ['Alert 2026-0042\r\nBcc: thief@elsewhere.example', null],
  [null, null],
])('as a number of the thing’s own, %j is mailed as %j', (given, kept) => {
  expect(safeReference(given)).toBe(kept)
})

test('an alert is mailed under its own number', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await addNotice(ctx(), person, {
    kind: 'alert_raised',
    about: { kind: 'alert', id: NO_RECORD },
    mailReference: 'Alert 2026-0042',
  })
  await send()
  expect(server.received[0]?.headers.get('subject')).toBe(
    'Plumbline: Practice alert: Alert 2026-0042'
  )
})

test('what ends a line elsewhere is a space, and what is markup is shown as written', () => {
  expect(oneLine(' a\r\nBcc: b\u2028c\u0000 d ')).toBe('a Bcc: b c d')
  const words = wordsOfMail({
    sort: 'notice',
    isUrgent: true,
    items: [{ label: '<b>"Late"</b>\nX: y', path: '/audits/1', reference: null }],
    publicUrl: 'https://audit.aldermere.example',
  })
  expect(subjectOf(words)).toBe('Plumbline: <b>"Late"</b> X: y')
  expect(renderMail(words)).toContain('<h1>&lt;b&gt;&quot;Late&quot;&lt;/b&gt; X: y</h1>')
  expect(textOf(words)).toBe(
    [
      '<b>"Late"</b> X: y',
      'https://audit.aldermere.example/audits/1',
      'This mail says nothing about any case, because mail is not a safe place for it. Sign in to read more.',
      'What is urgent is always mailed at once. Your choice: https://audit.aldermere.example/account/mail\nNobody reads answers to this address.\n',
    ].join('\n\n')
  )
})

test.each([
  ['plumbline@aldermere.example', { name: '', address: 'plumbline@aldermere.example' }],
  ['Plumbline <a@b.example>', { name: 'Plumbline', address: 'a@b.example' }],
  ['"Audit, Aldermere" <a@b.example>', { name: 'Audit, Aldermere', address: 'a@b.example' }],
  ['a@b.example, c@d.example', undefined],
  ['A <a@b.example>\r\nBcc: c@d.example', undefined],
  ['A <a b@c.example>', undefined],
  ['nobody', undefined],
  ['', undefined],
])('the sender %j is read as %j', (text, read) => {
  expect(readNamedAddress(text)).toEqual(read)
})
