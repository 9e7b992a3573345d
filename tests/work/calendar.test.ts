/** A person's calendar: read back by a parser that had no part in writing it, and what it does not say. */
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { deactivatePerson } from '../../src/people/deactivate-person.ts'
import { makeCalendarAddress } from '../../src/people/make-calendar-address.ts'
import { extendAudits } from '../../src/programme/extend-audits.ts'
import { seenMark } from '../../src/programme/rules/bulk-action.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { openAudit } from '../support/round-builders.ts'

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      isWholeDay: event.startDate.isDate,
      sequence: event.sequence,
      url: component.getFirstPropertyValue('url'),
    }
  })

const feedOf = async (t: TestApp, path: string) =>
  eventsOf(await (await t.visitor.get(path)).text())

const due = { name: 'April, 2026; “long” learning audit', dueOn: '2026-03-29' }

test('an open audit is a whole day under its due date, by what it is and never by its case', async () => {
  const t = await newApp({ PUBLIC_URL: 'https://audits.aldermere.example/' })
  const { auditId, auditorId } = await openAudit(t.context(), {
    round: { ...due, windowTo: '2026-03-29' },
    case: { reference: 'CASE-4417' },
  })
  const path = await makeCalendarAddress(t.context(), auditorId)
  const response = await t.visitor.get(path)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(response.headers.get('cache-control')).toContain('no-store')
  const text = await response.text()
  expect(text).not.toMatch(/4417|A-0000/)
  expect(eventsOf(text)).toEqual([
    {
      uid: `audit-${auditId}@plumbline`,
      summary: 'Learning audit due',
      description: `April, 2026; “long” learning audit\nhttps://audits.aldermere.example/audits/${auditId}`,
      // The clocks go forward on this day; it is one day all the same.
      from: '2026-03-29',
      to: '2026-03-30',
      isWholeDay: true,
      sequence: expect.any(Number),
      url: `https://audits.aldermere.example/audits/${auditId}`,
    },
  ])
})

test('an action is there once its audit is submitted, and the audit no longer', async () => {
  const t = await newApp()
  const audit = await openAudit(t.context())
  const ownerId = await addPersonWith(t.context())
  const actionId = t.deps.ids()
  await answerAll(t.context(), audit)
  await saveAuditAction(asPerson(t.context(), audit.auditorId), {
    auditId: audit.auditId,
    actionId,
    itemKey: null,
    what: 'Read the plan with Kayleigh',
    intendedChange: 'She knows',
    ownerId,
    dueOn: '2026-10-25',
    revision: 0,
  })
  const owners = await makeCalendarAddress(t.context(), ownerId)
  const auditors = await makeCalendarAddress(t.context(), audit.auditorId)
  expect(await feedOf(t, owners)).toEqual([])
  expect(await feedOf(t, auditors)).toHaveLength(1)
  await submitAudit(asPerson(t.context(), audit.auditorId), { auditId: audit.auditId })
  expect(await feedOf(t, auditors)).toEqual([])
  const [event] = await feedOf(t, owners)
  expect(event).toMatchObject({
    uid: `action-${actionId}@plumbline`,
    summary: 'Action due',
    from: '2026-10-25',
    to: '2026-10-26',
  })
  expect(await (await t.visitor.get(owners)).text()).not.toContain('Kayleigh')
})

test('a changed due date keeps its identity, and its sequence does not go down', async () => {
  const t = await newApp()
  const { auditId, auditorId, roundId } = await openAudit(t.context())
  const path = await makeCalendarAddress(t.context(), auditorId)
  const [before] = await feedOf(t, path)
  await t.db.updateTable('audit').set({ due_on: '2026-02-06' }).where('id', '=', auditId).execute()
  await t.db
    .updateTable('round')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', roundId)
    .execute()
  const [after] = await feedOf(t, path)
  expect(after?.uid).toBe(before?.uid)
  expect(after?.from).toBe('2026-02-06')
  expect(Number(after?.sequence)).toBeGreaterThan(Number(before?.sequence))
})

test('an extension changes the date, the time of the last change and the sequence', async () => {
  const t = await newApp()
  const lead = await t.signIn(['qa_lead'])
  const { auditId, auditorId, roundId } = await openAudit(t.context())
  const path = await makeCalendarAddress(t.context(), auditorId)
  const [before] = await feedOf(t, path)
  const modified = async () =>
    /LAST-MODIFIED:(\S+)/.exec(await (await t.visitor.get(path)).text())?.[1]
  expect(await modified()).toBe('20260112T090000Z')
  const row = await t.db
    .selectFrom('audit')
    .select(['state', 'auditor_id as auditorId', 'due_on as dueOn'])
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow()
  await extendAudits(
    {
      ...asPerson(t.context(), lead.personId),
      now: '2026-01-13T10:30:00.000Z',
    },
    {
      roundId,
      chosen: [{ auditId, seen: seenMark(row) }],
      dueOn: '2026-02-20',
      reason: 'Ill for a week',
    }
  )
  const [after] = await feedOf(t, path)
  expect(after).toMatchObject({ uid: before?.uid, from: '2026-02-20' })
  expect(Number(after?.sequence)).toBeGreaterThan(Number(before?.sequence))
  expect(await modified()).toBe('20260113T103000Z')
})

describe('the address', () => {
  test('is asked about before it stops working', async () => {
    const t = await newApp()
    const browser = plainBrowser(await t.signIn(['manager']))
    let page = await browser.press(
      await browser.open('/account/calendar'),
      'Make a calendar address'
    )
    page = await browser.follow(page, '/account/calendar/renew')
    expect(page.words).toContain('The address you have now stops working at once')
    page = await browser.press(page, 'Make a new address')
    expect(page.words).toContain('Your calendar address was made')
    page = await browser.follow(page, '/account/calendar/remove')
    expect(page.words).toContain('it cannot be brought back')
    page = await browser.press(page, 'Remove the address')
    expect(page.path).toBe('/account/calendar?removed')
  })

  const addressIn = async (response: Response) =>
    /value="http[^"]+(\/calendar\/[\w-]{43}\.ics)"/.exec(await response.text())?.[1] ?? ''

  test('is shown once, kept as a hash, and works without a session', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const path = await addressIn(await browser.post('/account/calendar'))
    expect((await t.visitor.get(path)).status).toBe(200)
    const page = await (await browser.get('/account/calendar')).text()
    expect(page).not.toContain(path)
    expect(page).not.toContain('.ics')
    expect(page).toContain('Made on Monday 12 January 2026 at 09:00')
    const rows = JSON.stringify(await t.db.selectFrom('calendar_feed').selectAll().execute())
    expect(rows).not.toContain(path.slice(10, 53))
  })

  test('a new one ends the one before; removing ends it', async () => {
    const t = await newApp()
    const browser = await t.signIn(['manager'])
    const first = await addressIn(await browser.post('/account/calendar'))
    const second = await addressIn(await browser.post('/account/calendar'))
    expect((await t.visitor.get(first)).status).toBe(404)
    expect((await t.visitor.get(second)).status).toBe(200)
    const removed = await browser.post('/account/calendar/remove')
    expect(removed.headers.get('location')).toBe('/account/calendar?removed')
    expect(await (await browser.get('/account/calendar?removed')).text()).toContain(
      'The calendar address was removed.'
    )
    expect((await t.visitor.get(second)).status).toBe(404)
    await browser.post('/account/calendar/remove')
    const events = await t.db
      .selectFrom('event')
      .select(['type', 'details'])
      .where('type', 'like', 'person.calendar%')
      .orderBy('number')
      .execute()
    expect(events).toEqual([
      { type: 'person.calendar_made', details: '{"replaced":false}' },
      { type: 'person.calendar_made', details: '{"replaced":true}' },
      { type: 'person.calendar_removed', details: '{}' },
    ])
  })

  test('ends when the person leaves', async () => {
    const t = await newApp()
    const { auditorId } = await openAudit(t.context())
    const path = await makeCalendarAddress(t.context(), auditorId)
    expect((await t.visitor.get(path)).status).toBe(200)
    await deactivatePerson(t.context(), { personId: auditorId })
    expect((await t.visitor.get(path)).status).toBe(404)
    expect(await t.db.selectFrom('calendar_feed').selectAll().execute()).toEqual([])
  })

  test.each([
    '/calendar/.ics',
    '/calendar/x',
    '/calendar/%F0%9F%98%80.ics',
    `/calendar/${'a'.repeat(5000)}`,
  ])('one that is none is not found: %s', async (path) => {
    const t = await newApp()
    expect((await t.visitor.get(path)).status).toBe(404)
  })
})
