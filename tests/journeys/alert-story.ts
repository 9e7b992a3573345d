/**
 * The story of one alert, told for every kind of browser and database: raised by a reviewing officer on a family of two,
 * answered, not accepted, made formal, taken up the stages with one left out, referred to Cafcass, resolved, reopened and
 * closed by whoever covers. Before each step people who may not take it try.
 */
import { expect } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { verifyEvents } from '../../src/events/verify-events.ts'
import { closeTwice, lookBack, words } from './alert-end.ts'
import { mailIsDown, readMails } from './alert-mails.ts'
import type { AlertStage } from './alert-stage.ts'
import { tellGoodPractice, tellImmediateRisk } from './other-alerts.ts'
import { dateBoxes } from './round-audits.ts'
import type { Values } from './round-stage.ts'

const firstAlert = async (s: AlertStage) =>
  (await s.db.selectFrom('alert').select('id').orderBy('id').executeTakeFirstOrThrow()).id

/** The draft is left half written, and is there again. */
const raise = async (s: AlertStage): Promise<string> => {
  await s.refuses(
    { 'Oonagh Rafferty': 403, 'Delphine Auguste': 403, 'Noor Bakshi': 403 },
    '/alerts/new'
  )
  let rhian = await s.as('Rhian Pryce')
  await rhian.open('/alerts/new')
  await rhian.press('Informal alert')
  let page = await rhian.type(
    'Save for later',
    { references: 'CF-5101, CF-5102' },
    'works with cases CF-5101 and CF-5102'
  )
  expect(page.words).toContain('CF-5101: child in care, Orchard team')
  expect(page.words).toContain('Kofi Mensah, Social worker')
  expect(page.words).toContain('Tobias Wren, Team manager')
  await rhian.type('Save for later', { concern: words.concern }, 'Saved at 09:00')
  const id = await firstAlert(s)
  await s.strangersTry(id, '/draft')
  await s.strangersTry(id, '/draft', { revision: '2', concern: 'Theirs' })
  await s.strangersTry(id, '/raise', { revision: '2', concern: 'Theirs' })
  await s.strangersTry(id, '/discard')
  // Whom it will go to, and who oversees alerts, do not see a draft either.
  await s.readersTry({ 'Tobias Wren': 404, 'Kofi Mensah': 403, 'Gwen Ashcombe': 404 }, id, '/draft')

  await s.sleepUntil('2026-01-12T10:30:00.000Z')
  rhian = await s.as('Rhian Pryce')
  page = await rhian.open('/alerts')
  page = await rhian.follow(`/alerts/${id}/draft`)
  page = await rhian.press('Raise the alert')
  expect(page.status).toBe(422)
  expect(page.words).toContain('Choose what the concern is about')
  expect(page.words).toContain('Write what it means for the child')
  expect(page.words).toContain(words.concern)
  page = await rhian.press('Raise the alert', {
    category: ['drift_and_delay', 'placement'],
    impact: words.impact,
    asked: words.asked,
  })
  expect(page.whole).toContain('The alert was raised, and those to whom it goes were told.')
  expect(page.words).toContain('CF-5101 (child in care), CF-5102 (child in need)')
  expect(page.words).toContain('Monday 19 January 2026: 5 working days left')
  await s.runJobs()
  return id
}

/** Two answer at once: the second sees the first's words beside their own. */
const answerTwice = async (s: AlertStage, id: string) => {
  await s.sleepUntil('2026-01-14T09:00:00.000Z')
  await s.strangersTry(id, '')
  await s.strangersTry(id, '/respond', { revision: '3', words: 'Mine.' })
  await s.readersTry({ 'Rhian Pryce': 403, 'Gwen Ashcombe': 403 }, id, '/respond', {
    revision: '3',
    words: 'Mine.',
  })
  const [tobias, kofi] = [await s.as('Tobias Wren'), await s.as('Kofi Mensah')]
  await tobias.open('/notices')
  let page = await tobias.open('/alerts')
  expect(page.words).toContain('CF-5101')
  await tobias.follow(`/alerts/${id}`)
  page = await kofi.open(`/alerts/${id}`)
  expect(page.words).toContain('Your answer is asked for')
  page = await tobias.press('Send the answer', { words: words.answer })
  expect(page.whole).toContain('Your answer was sent to whoever raised it.')
  page = await kofi.press('Send the answer', { words: words.second })
  expect(page.status).toBe(409)
  expect(page.words).toContain('Somebody else recorded something on this alert')
  expect(page.words).toContain(words.answer)
  expect(page.words).toContain(words.second)
  page = await kofi.press('Add to the answer', { words: words.second })
  expect(page.status).toBe(200)
  await s.runJobs()
}

const notAccepted = async (s: AlertStage, id: string) => {
  await s.sleepUntil('2026-01-15T09:00:00.000Z')
  const typed = { revision: '5', words: 'Mine.' }
  await s.strangersTry(id, '/not-accept')
  await s.strangersTry(id, '/not-accept', typed)
  await s.strangersTry(id, '/accept', typed)
  await s.readersTry({ 'Tobias Wren': 403, 'Kofi Mensah': 403 }, id, '/not-accept')
  await s.readersTry({ 'Tobias Wren': 403, 'Kofi Mensah': 403 }, id, '/accept', typed)
  const rhian = await s.as('Rhian Pryce')
  await rhian.open(`/alerts/${id}`)
  await rhian.follow(`/alerts/${id}/not-accept`)
  let page = await rhian.press('Not accepted: ask again', { words: '' })
  expect([page.status, page.words.includes('Write why the answer is not enough')]).toEqual([
    422,
    true,
  ])
  // Meanwhile one of those asked adds to the answer: the officer reads it before deciding.
  const kofi = await s.as('Kofi Mensah')
  await kofi.open(`/alerts/${id}`)
  await kofi.press('Add to the answer', { words: 'The nursery was seen as well.' })
  page = await rhian.press('Not accepted: ask again', { words: words.refused })
  expect(page.status).toBe(409)
  expect(page.words).toContain('The nursery was seen as well.')
  expect(page.words).toContain(words.refused)
  page = await rhian.press('Not accepted: ask again', { words: words.refused })
  expect(page.words).toContain('Thursday 22 January 2026')
  await s.runJobs()
}

/** Formal, then the second stage with the first left out. */
const takeFurther = async (s: AlertStage, id: string) => {
  await s.sleepUntil('2026-01-16T09:00:00.000Z')
  const typed: Values = { revision: '7', stage: '0', words: 'Mine.', to: s.idOf('Kofi Mensah') }
  await s.strangersTry(id, '/escalate')
  await s.strangersTry(id, '/escalate', typed)
  await s.readersTry({ 'Tobias Wren': 403, 'Kofi Mensah': 403 }, id, '/escalate', typed)
  let rhian = await s.as('Rhian Pryce')
  await rhian.open(`/alerts/${id}`)
  await rhian.follow(`/alerts/${id}/escalate`)
  let page = await rhian.press('Take it further', { words: words.further })
  expect(page.words).toContain('Formal alert')
  expect(page.words).toContain('Friday 23 January 2026')
  expect(page.words).toContain('Friday 13 February 2026')

  await s.sleepUntil('2026-01-19T09:00:00.000Z')
  rhian = await s.as('Rhian Pryce')
  await rhian.open(`/alerts/${id}/escalate`)
  page = await rhian.press('Further: Stage 2: Head of service', { words: words.further })
  expect([page.status, page.words.includes(words.further)]).toEqual([200, true])
  page = await rhian.press('Take it further', { words: words.further })
  expect([page.status, page.words.includes('Write why you leave out Stage 1')]).toEqual([422, true])
  page = await rhian.press('Take it further', { words: words.further, skip: words.skipped })
  expect(page.words).toContain('Dispute at stage 2')
  expect(page.words).toContain(`Left out Stage 1: Team manager: ${words.skipped}`)
  expect(page.words).toContain('Ruth Ellingham, Head of service')
  expect((await s.stateOf(id)).stage).toBe(2)
}

/** The head answers; Cafcass, the child and another date are recorded beside it. All the while no mail server answers. */
const besideIt = async (s: AlertStage, id: string) => {
  await s.sleepUntil('2026-01-20T09:00:00.000Z')
  // Whoever answered before still reads it, and answers no more.
  await s.readersTry({ 'Tobias Wren': 403, 'Kofi Mensah': 403 }, id, '/respond', {
    revision: '9',
    words: 'Mine.',
  })
  const rhian = await s.as('Rhian Pryce')
  const cafcass: Values = {
    revision: '0',
    considered: 'yes',
    why: 'The plan of the court is not carried out.',
    ...dateBoxes('advice', 19, 1),
    ...dateBoxes('referred', 20, 1),
  }
  await s.strangersTry(id, '/cafcass')
  await s.strangersTry(id, '/cafcass', cafcass)
  await s.readersTry({ 'Ruth Ellingham': 403 }, id, '/cafcass', cafcass)
  await rhian.open(`/alerts/${id}`)
  await rhian.follow(`/alerts/${id}/cafcass`)
  const { revision: _, ...typed } = cafcass
  let page = await rhian.press('Save', typed)
  expect(page.words).toContain('Referred: Tuesday 20 January 2026.')

  const ruth = await s.as('Ruth Ellingham')
  await ruth.open('/alerts')
  await ruth.follow(`/alerts/${id}`)
  page = await ruth.press('Send the answer', { words: words.head })
  expect(page.words).toContain(words.head)

  const child: Values = { childTold: 'yes', advocateOffered: 'accepted' }
  await s.strangersTry(id, '/child', { revision: '0', ...child })
  await rhian.open(`/alerts/${id}`)
  await rhian.follow(`/alerts/${id}/child`)
  page = await rhian.press('Save', child)
  expect(page.words).toContain('Offered an advocate: yes, and wants one.')

  const later = { words: 'Until the second report.', ...dateBoxes('expected', 6, 2) }
  await s.strangersTry(id, '/extend', { revision: '10', ...later })
  await s.readersTry({ 'Ruth Ellingham': 403 }, id, '/extend', { revision: '10', ...later })
  await rhian.follow(`/alerts/${id}/extend`)
  for (const [day, month, fault] of [
    [16, 1, 'Friday 16 January 2026 has passed.'],
    [7, 2, 'Saturday 7 February 2026 is a Saturday. The next working day is Monday 9 February'],
  ] as const) {
    page = await rhian.press('Give another date', {
      ...later,
      ...dateBoxes('expected', day, month),
    })
    expect(page.status).toBe(422)
    expect(page.words).toContain(fault)
  }
  page = await rhian.press('Give another date', later)
  expect(page.words).toContain('Before, it was Monday 26 January 2026.')
  expect(page.words).toContain('Friday 6 February 2026')
}

export const tellAlertStory = async (s: AlertStage): Promise<void> => {
  const id = await raise(s)
  await answerTwice(s, id)
  await notAccepted(s, id)
  await takeFurther(s, id)
  await s.runJobs()
  await s.server.stop()
  await besideIt(s, id)
  await mailIsDown(s)
  await s.server.start()
  await closeTwice(s, id)
  await lookBack(s, id)
  await tellGoodPractice(s)
  await tellImmediateRisk(s)
  await readMails(s, [...Object.values(words), 'CF-5101', 'CF-5102', 'Orchard'])
  expect(await checkDatabase(s.context())).toEqual([])
  expect((await verifyEvents(s.db)).fault).toBeUndefined()
}
