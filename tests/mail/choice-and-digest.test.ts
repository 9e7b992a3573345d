/** What each person chose: at once, one mail a day at the council's hour, or none; and what is urgent goes at once. */
import { expect, test } from 'vitest'
import { chooseMail } from '../../src/mail/choose-mail.ts'
import { gatherDigests } from '../../src/mail/gather-digests.ts'
import { lastDigestTime } from '../../src/mail/rules/digest-time.ts'
import { addClosureDay } from '../../src/settings/add-closure-day.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { asPerson } from '../support/audit-answers.ts'
import { newMailCouncil, PUBLIC_URL, rowsOf } from '../support/mail-council.ts'
import { addNotice } from '../support/notice-builders.ts'
import { NO_RECORD } from '../support/world.ts'

const weekday = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay())

test.each([
  // Winter: London is UTC.
  ['2026-01-12T07:59:59.999Z', '2026-01-09', '2026-01-09T08:00:00.000Z'],
  ['2026-01-12T08:00:00.000Z', '2026-01-12', '2026-01-12T08:00:00.000Z'],
  // Saturday and Sunday have none.
  ['2026-01-11T12:00:00.000Z', '2026-01-09', '2026-01-09T08:00:00.000Z'],
  // The clocks go forward on Sunday 29 March: Monday's eight o'clock is an hour earlier.
  ['2026-03-27T09:00:00.000Z', '2026-03-27', '2026-03-27T08:00:00.000Z'],
  ['2026-03-30T06:59:59.999Z', '2026-03-27', '2026-03-27T08:00:00.000Z'],
  ['2026-03-30T07:00:00.000Z', '2026-03-30', '2026-03-30T07:00:00.000Z'],
  // And back on Sunday 25 October.
  ['2026-10-23T07:00:00.000Z', '2026-10-23', '2026-10-23T07:00:00.000Z'],
  ['2026-10-26T07:59:59.999Z', '2026-10-23', '2026-10-23T07:00:00.000Z'],
  ['2026-10-26T08:00:00.000Z', '2026-10-26', '2026-10-26T08:00:00.000Z'],
  // The turn of the year.
  ['2027-01-01T07:30:00.000Z', '2026-12-31', '2026-12-31T08:00:00.000Z'],
  // An hour before midnight in summer is still the same day in UTC.
  ['2026-07-01T23:30:00.000Z', '2026-07-01', '2026-07-01T07:00:00.000Z'],
])('at %s the last digest was that of %s', (now, on, instant) => {
  expect(lastDigestTime(now, '08:00', weekday)).toEqual({ on, instant })
})

const choose = async (
  council: Awaited<ReturnType<typeof newMailCouncil>>,
  choice: 'at_once' | 'digest' | 'none'
) => chooseMail(asPerson(council.ctx(), council.person), { personId: council.person, choice })

test('one mail a day, with a link to each notice and no word of a case', async () => {
  const council = await newMailCouncil()
  const { ctx, server, person, send, wait } = council
  await choose(council, 'digest')
  // Monday 09:00: after the hour, so both are for Tuesday.
  await addNotice(ctx(), person, { about: { kind: 'audit', id: NO_RECORD } })
  await addNotice(ctx(), person, { kind: 'action_given', about: { kind: 'action', id: NO_RECORD } })
  expect([await gatherDigests(ctx()), await send()]).toEqual([0, 0])
  wait(23 * 60 - 1)
  expect(await gatherDigests(ctx())).toBe(0)
  wait(1)
  expect([await gatherDigests(ctx()), await gatherDigests(ctx())]).toEqual([1, 0])
  expect(await send()).toBe(1)
  const [mail, ...more] = server.received
  expect(more).toEqual([])
  expect(mail?.headers.get('subject')).toBe('Plumbline: 2 notices')
  expect(mail?.text).toContain(
    `Audit allocated to you\r\n${PUBLIC_URL}/audits/${NO_RECORD}\r\n\r\nAction given to you\r\n${PUBLIC_URL}/actions/${NO_RECORD}\r\n`
  )
  expect(mail?.text).not.toContain('CF-1001')
  wait(24 * 60)
  expect(await gatherDigests(ctx())).toBe(0)
})

test('a digest that comes late holds what belongs in it, and the next holds the rest', async () => {
  const council = await newMailCouncil()
  const { ctx, person, wait } = council
  await choose(council, 'digest')
  await addNotice(ctx(), person)
  // No server ran from Monday 09:00 to Tuesday 12:00, but for a notice at 11:00.
  wait(26 * 60)
  await addNotice(ctx(), person)
  wait(60)
  expect(await gatherDigests(ctx())).toBe(1)
  const states = async () => (await rowsOf(ctx())).map(({ state }) => state)
  expect(await states()).toEqual(['gathered', 'held', 'waiting'])
  wait(20 * 60)
  expect(await gatherDigests(ctx())).toBe(1)
  expect(await states()).toEqual(['gathered', 'gathered', 'waiting', 'waiting'])
})

test('the hour is the council’s, and closure days have no digest', async () => {
  const council = await newMailCouncil()
  const { ctx, person, wait } = council
  await changeSetting(ctx(), { key: 'mail_digest_at', value: '16:30', revision: 0 })
  await addClosureDay(ctx(), { date: '2026-01-13', why: 'Closed' })
  await choose(council, 'digest')
  wait(8 * 60)
  await addNotice(ctx(), person)
  wait(24 * 60)
  expect(await gatherDigests(ctx())).toBe(0)
  // Wednesday 16:29, and a minute later.
  wait(23 * 60 + 29)
  expect(await gatherDigests(ctx())).toBe(0)
  wait(1)
  expect(await gatherDigests(ctx())).toBe(1)
})

test('whoever wants no mail gets none, but for what is urgent', async () => {
  const council = await newMailCouncil()
  const { ctx, server, person, send } = council
  await choose(council, 'none')
  await addNotice(ctx(), person)
  await addNotice(ctx(), person, { kind: 'safety_notice_opened' })
  expect(await send()).toBe(1)
  expect(server.received.map(({ headers }) => headers.get('subject'))).toEqual([
    'Plumbline: Safety notice',
  ])
})

test('what is urgent does not wait for the digest', async () => {
  const council = await newMailCouncil()
  const { ctx, person, send } = council
  await choose(council, 'digest')
  await addNotice(ctx(), person, { kind: 'alert_immediate' })
  expect(await send()).toBe(1)
})

test('what has not left yet follows another choice', async () => {
  const council = await newMailCouncil()
  const { ctx, person, send } = council
  await choose(council, 'digest')
  await addNotice(ctx(), person)
  expect([await choose(council, 'digest'), await choose(council, 'at_once')]).toEqual([false, true])
  expect(await send()).toBe(1)
  await addNotice(ctx(), person)
  await addNotice(ctx(), person, { kind: 'safety_notice_opened' })
  await choose(council, 'none')
  expect((await rowsOf(ctx())).map(({ state }) => state)).toEqual(['sent', 'dropped', 'waiting'])
})

test('nothing is gathered for somebody whose account was closed', async () => {
  const council = await newMailCouncil()
  const { ctx, person, wait } = council
  await choose(council, 'digest')
  await addNotice(ctx(), person)
  await ctx().db.updateTable('person').set({ is_active: 0 }).where('id', '=', person).execute()
  wait(24 * 60)
  expect(await gatherDigests(ctx())).toBe(0)
  expect((await rowsOf(ctx())).map(({ state }) => state)).toEqual(['dropped'])
})
