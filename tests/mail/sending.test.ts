/** Mail of notices, from the notice to a real SMTP server: once each, with what headers, and through every failure. */
import { expect, test } from 'vitest'
import { claimMail } from '../../src/mail/send-store.ts'
import { LEASE_MS, sendWaiting } from '../../src/mail/send-waiting.ts'
import { switchMail } from '../../src/mail/switch-mail.ts'
import { addPersonWith } from '../support/builders.ts'
import { after, newMailCouncil, PUBLIC_URL, rowsOf } from '../support/mail-council.ts'
import { addNotice, tell } from '../support/notice-builders.ts'
import { NO_RECORD } from '../support/world.ts'

test('a notice becomes one mail, with a link and no word of the case', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await tell(ctx(), {
    to: [person],
    kind: 'audit_allocated',
    about: { kind: 'audit', id: NO_RECORD },
    reference: 'CF-1001',
    dueOn: '2026-01-30',
  })
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  const [mail, ...more] = server.received
  expect(more).toEqual([])
  expect([mail?.from, mail?.to]).toEqual([
    'plumbline@aldermere.example',
    ['amara@aldermere.example'],
  ])
  const headers = Object.fromEntries(mail?.headers ?? [])
  expect(headers).toMatchObject({
    from: 'Plumbline <plumbline@aldermere.example>',
    to: 'amara@aldermere.example',
    subject: 'Plumbline: Audit allocated to you',
    date: 'Mon, 12 Jan 2026 09:00:00 +0000',
    'auto-submitted': 'auto-generated',
    'mime-version': '1.0',
  })
  expect(headers['message-id']).toMatch(/^<00000000-0000-7000-8000-\d{12}@aldermere\.example>$/)
  expect(mail?.text).toContain(`\r\n${PUBLIC_URL}/audits/${NO_RECORD}\r\n`)
  expect(mail?.raw).toContain('text/plain')
  expect(mail?.raw).toContain('text/html')
  expect(mail?.text).not.toContain('CF-1001')
  expect(await rowsOf(ctx())).toMatchObject([{ state: 'sent', attempts: 1, failing_since: null }])
})

test('nobody is mailed what was told while mail was switched off, also not later', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await switchMail(ctx(), false)
  await addNotice(ctx(), person)
  await switchMail(ctx(), true)
  expect(await send()).toBe(0)
  expect([server.received, await rowsOf(ctx())]).toEqual([[], []])
})

test('a notice that is not made leaves no mail, and one told once is mailed once', async () => {
  const { ctx, person } = await newMailCouncil()
  const notification = {
    to: [person],
    kind: 'audit_late' as const,
    about: { kind: 'audit' as const, id: NO_RECORD },
    dueOn: '2026-01-09',
    once: true,
  }
  expect([await tell(ctx(), notification), await tell(ctx(), notification)]).toEqual([[person], []])
  expect(await rowsOf(ctx())).toHaveLength(1)
})

test('after a day without a mail server every notice is mailed', async () => {
  const { ctx, server, person, send, wait } = await newMailCouncil()
  await server.stop()
  for (let hour = 0; hour < 24; hour += 1) {
    await addNotice(ctx(), person)
    expect(await send()).toBe(0)
    wait(60)
  }
  const waiting = await rowsOf(ctx())
  expect(waiting.map(({ state }) => state)).toEqual(Array(24).fill('waiting'))
  expect(waiting[0]?.fault).toMatch(/ECONNREFUSED/)
  await server.start()
  wait(15)
  expect(await send()).toBe(24)
  expect(server.received).toHaveLength(24)
  expect(new Set(server.received.map(({ headers }) => headers.get('message-id'))).size).toBe(24)
  const notices = await ctx().db.selectFrom('notice').select('id').execute()
  const mailed = await ctx().db.selectFrom('mail').select('notice_id').execute()
  expect(mailed.map((row) => row.notice_id).toSorted()).toEqual(
    notices.map(({ id }) => id).toSorted()
  )
})

test('while no server answers, one mail is tried a round and the others are left as they are', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await server.stop()
  for (let i = 0; i < 5; i += 1) await addNotice(ctx(), person)
  await send()
  const tried = (await rowsOf(ctx())).filter(({ attempts }) => attempts > 0)
  // At most one a worker, of which there are two.
  expect(tried.length).toBeLessThanOrEqual(2)
})

test('what the server puts off is tried again with longer and longer waits, under one Message-ID', async () => {
  const { ctx, server, person, send, wait } = await newMailCouncil()
  await addNotice(ctx(), person)
  server.answer = (step) => (step === 'recipient' ? 451 : 0)
  const waits: number[] = []
  for (let i = 0; i < 8; i += 1) {
    await send()
    const [row] = await rowsOf(ctx())
    const minutes = (Date.parse(row?.next_at ?? '') - Date.parse(ctx().now)) / 60_000
    waits.push(minutes)
    expect(row?.fault).toBe('451 Not now <b>said</b> the server')
    wait(minutes)
  }
  expect(waits).toEqual([1, 5, 15, 60, 120, 240, 240, 240])
  const [before] = await rowsOf(ctx())
  expect(before?.failing_since).toBe('2026-01-12T09:00:00.000Z')
  server.answer = () => 0
  expect(await send()).toBe(1)
  expect(server.received[0]?.headers.get('message-id')).toBe(before?.message_id)
  expect(await rowsOf(ctx())).toMatchObject([{ state: 'sent', fault: null, failing_since: null }])
})

test('what the server refuses for good is not tried again, and the others leave', async () => {
  const { ctx, server, person, send, wait } = await newMailCouncil()
  const other = await addPersonWith(ctx(), { name: 'B', email: 'b@aldermere.example' })
  await addNotice(ctx(), person)
  await addNotice(ctx(), other)
  server.answer = (step, address) =>
    step === 'recipient' && address === 'amara@aldermere.example' ? 550 : 0
  expect(await send()).toBe(1)
  wait(24 * 60)
  expect(await send()).toBe(0)
  expect(await rowsOf(ctx())).toMatchObject([
    { state: 'refused', attempts: 1, fault: '550 No <b>said</b> the server' },
    { state: 'sent' },
  ])
  const event = await ctx()
    .db.selectFrom('event')
    .select(['details'])
    .where('type', '=', 'mail.refused')
    .execute()
  expect(event).toEqual([{ details: '{"attempts":1}' }])
})

test('a server that takes no mail from our address is no refusal of any one mail', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await addNotice(ctx(), person)
  server.answer = (step) => (step === 'sender' ? 550 : 0)
  await send()
  expect(await rowsOf(ctx())).toMatchObject([{ state: 'waiting', attempts: 1 }])
})

test('of several servers, each mail is sent by one', async () => {
  const { ctx, server, person, newSender } = await newMailCouncil()
  for (let i = 0; i < 12; i += 1) await addNotice(ctx(), person)
  const senders = [newSender(), newSender(), newSender()]
  const sent = await Promise.all(senders.map(({ send }) => send()))
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(12)
  expect(new Set(server.received.map(({ headers }) => headers.get('message-id'))).size).toBe(12)
  expect(server.received).toHaveLength(12)
})

test('a round that fails has ended only when no mail is on its way any more', async () => {
  const { ctx, server, person, mailer } = await newMailCouncil()
  for (let i = 0; i < 2; i += 1) await addNotice(ctx(), person)
  let rendered = 0
  const round = sendWaiting(ctx(), {
    mailer,
    publicUrl: PUBLIC_URL,
    render: () => {
      rendered += 1
      if (rendered === 1) throw new Error('cannot be laid out')
      return '<p>Told</p>'
    },
    clock: () => new Date(ctx().now),
    isStopping: () => false,
  })
  await expect(round).rejects.toThrow('cannot be laid out')
  expect(server.received).toHaveLength(1)
})

test('a server that died while sending keeps the mail for the length of the lease and no longer', async () => {
  const { ctx, server, person, send, newSender, wait } = await newMailCouncil()
  await addNotice(ctx(), person)
  const dead = { leaseId: 'dead', domain: 'aldermere.example', now: ctx().now }
  const until = after(ctx().now, LEASE_MS / 60_000)
  const claimed = await claimMail(ctx().db, { ...dead, until })
  wait(LEASE_MS / 60_000 - 1)
  expect(await send()).toBe(0)
  wait(1)
  const sent = await Promise.all([send(), newSender().send()])
  expect(sent.toSorted()).toEqual([0, 1])
  expect(server.received.map(({ headers }) => headers.get('message-id'))).toEqual([
    claimed?.messageId,
  ])
})

test('a crash between sending and marking sends it again under the same Message-ID', async () => {
  const { ctx, server, person, send, wait } = await newMailCouncil()
  await addNotice(ctx(), person)
  await send()
  // As the row was before the mark: the mail has left, and the server is gone.
  await ctx()
    .db.updateTable('mail')
    .set({
      state: 'waiting',
      settled_at: null,
      leased_by: 'dead',
      leased_until: after(ctx().now, LEASE_MS / 60_000),
    })
    .execute()
  wait(5)
  expect(await send()).toBe(1)
  const [first, second] = server.received.map(({ headers, raw }) => [
    headers.get('message-id'),
    headers.get('date'),
    headers.get('subject'),
    raw.length,
  ])
  expect(first).toEqual(second)
})

test('somebody whose account was closed meanwhile is not mailed', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await addNotice(ctx(), person)
  await ctx().db.updateTable('person').set({ is_active: 0 }).where('id', '=', person).execute()
  expect(await send()).toBe(0)
  expect(server.received).toEqual([])
  expect(await rowsOf(ctx())).toMatchObject([{ state: 'dropped' }])
})

test('a line break in a name or an address adds no header and no recipient', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  const bad = await addPersonWith(ctx(), { name: 'Eve', email: 'eve@aldermere.example' })
  await ctx()
    .db.updateTable('person')
    .set({ name: 'Amara\r\nBcc: thief@elsewhere.example' })
    .where('id', '=', person)
    .execute()
  await ctx()
    .db.updateTable('person')
    .set({ email: 'eve@aldermere.example\r\nBcc: thief@elsewhere.example' })
    .where('id', '=', bad)
    .execute()
  await addNotice(ctx(), person)
  await addNotice(ctx(), bad)
  await send()
  expect(server.received.map(({ to }) => to)).toEqual([['amara@aldermere.example']])
  expect(server.received[0]?.raw).not.toContain('thief')
  expect((await rowsOf(ctx())).map(({ state, fault }) => [state, fault])).toEqual([
    ['sent', null],
    ['refused', 'not an email address'],
  ])
})

test('a safety notice goes before what was told earlier', async () => {
  const { ctx, server, person, send } = await newMailCouncil()
  await addNotice(ctx(), person)
  await addNotice(ctx(), person)
  await addNotice(ctx(), person, { kind: 'safety_notice_opened' })
  await send()
  expect(server.received).toHaveLength(3)
  expect(server.received.slice(0, 2).map(({ headers }) => headers.get('subject'))).toContain(
    'Plumbline: Safety notice'
  )
})
