/** How the story of an alert ends: resolved, reopened, closed by cover; and what everybody reads of it afterwards. */
import { expect } from 'vitest'
import type { AlertStage } from './alert-stage.ts'
import { dateBoxes } from './round-audits.ts'

/** What is typed in the story: all of it is read in the thread, and none of it in any mail. */
export const words = {
  concern: 'The sibling assessment agreed in October has not begun.',
  impact: 'Nobody can say whether the two should live together.',
  asked: 'Begin the assessment this week and say when it will end.',
  answer: 'Begun on Tuesday; the psychologist reports in March.',
  second: 'Visits to both schools are booked for Thursday.',
  refused: 'March is too late: the hearing is in February.',
  further: 'No earlier date was found in a week.',
  skipped: 'The team manager has answered twice already.',
  head: 'A second psychologist reports on 6 February.',
}

const noDate = { 'expected-day': '', 'expected-month': '', 'expected-year': '' }

/** Resolved, reopened, and closed by whoever covers. */
export const closeTwice = async (s: AlertStage, id: string) => {
  await s.sleepUntil('2026-01-23T09:00:00.000Z')
  const typed = { revision: '11', words: 'Mine.' }
  await s.strangersTry(id, '/resolve', typed)
  await s.readersTry({ 'Ruth Ellingham': 403, 'Tobias Wren': 403 }, id, '/resolve', typed)
  await s.readersTry({ 'Ruth Ellingham': 403 }, id, '/accept', typed)
  let rhian = await s.as('Rhian Pryce')
  await rhian.open(`/alerts/${id}`)
  let page = await rhian.press('Accept and close', { words: 'The report comes in time.' })
  expect(page.words).toContain('Friday 23 January 2026 by whoever raised it')

  await s.sleepUntil('2026-01-26T09:00:00.000Z')
  await s.strangersTry(id, '/reopen', { ...typed, ...noDate })
  await s.readersTry({ 'Ruth Ellingham': 403 }, id, '/reopen', { ...typed, ...noDate })
  rhian = await s.as('Rhian Pryce')
  await rhian.open(`/alerts/${id}`)
  await rhian.follow(`/alerts/${id}/reopen`)
  page = await rhian.press('Reopen', { words: 'The second psychologist withdrew.' })
  expect(page.words).toContain('Waiting for an answer')
  await rhian.open('/account/cover')
  page = await rhian.press('Set this cover', {
    coverId: s.idOf('Desmond Clarke'),
    ...dateBoxes('fromOn', 27, 1),
    ...dateBoxes('toOn', 30, 1),
  })
  expect(page.whole).toContain('The cover is set. Both are told.')
  // Not yet: cover begins on its first day.
  const { revision } = await s.stateOf(id)
  const close = { revision: String(revision), words: 'Agreed by telephone.' }
  await s.readersTry({ 'Desmond Clarke': 404 }, id, '/resolve', close)

  await s.sleepUntil('2026-01-28T09:00:00.000Z')
  await s.strangersTry(id, '/resolve', close)
  const desmond = await s.as('Desmond Clarke')
  await desmond.open(`/alerts/${id}`)
  page = await desmond.follow(`/alerts/${id}/resolve`)
  expect(page.words).toContain('Recorded as: Cover for the raiser.')
  page = await desmond.press('Close as resolved', { words: close.words })
  expect(page.words).toContain('Wednesday 28 January 2026 by the raiser’s cover')
  await s.sleepUntil('2026-02-02T08:30:00.000Z')
  await s.readersTry({ 'Desmond Clarke': 404 }, id, '')
}

const thread = [
  'Rhian Pryce raised it.',
  'Tobias Wren answered.',
  'Kofi Mensah answered.',
  'Rhian Pryce did not accept the answer.',
  'Rhian Pryce took it further: Formal alert.',
  'Rhian Pryce took it further: Stage 2: Head of service.',
  'Rhian Pryce recorded the referral to Cafcass of Tuesday 20 January 2026.',
  'Ruth Ellingham answered.',
  'recorded whether the child was told (yes) and offered an advocate (yes, and wants one).',
  'Rhian Pryce gave another date.',
  'Rhian Pryce accepted the answer and closed it as resolved.',
  'Rhian Pryce reopened it.',
  'Desmond Clarke, covering for Rhian Pryce, closed it as resolved.',
]

export const lookBack = async (s: AlertStage, id: string) => {
  for (const name of ['Rhian Pryce', 'Gwen Ashcombe', 'Beatrix Holloway', 'Tobias Wren']) {
    const page = await (await s.as(name)).open(`/alerts/${id}`)
    let from = page.words.indexOf('What happened')
    for (const moment of thread) {
      const at = page.words.indexOf(moment, from)
      expect(at, `${name} reads: ${moment}`).toBeGreaterThan(from)
      from = at
    }
    for (const typed of Object.values(words)) expect(page.words).toContain(typed)
    expect(page.words).toContain('Told: Kofi Mensah, Tobias Wren')
  }
}
