/** Every event reads as a sentence about who did what. */
import { expect, test } from 'vitest'
import { describeEvent } from '../../src/events/describe-event.ts'
import { eventTypes } from '../../src/events/event-types.ts'

test.each([
  [
    'audit.submitted',
    { hash: 'h', answers: 24, first: true },
    'submitted an audit with 24 answers',
  ],
  [
    'audit.submitted',
    { hash: 'h', answers: 1, first: false },
    'submitted an audit again with 1 answer',
  ],
  [
    'person.sign_in_refused',
    { reason: 'throttled' },
    'was not signed in: there were too many wrong passwords',
  ],
  [
    'audit.allocated',
    { roundId: 'r', auditorId: 'p', previousAuditorId: null, ownTeam: true },
    'allocated an audit, of a case of their own team',
  ],
  ['audit.graded', { theme: 'audit', revision: 1, hash: 'h' }, 'graded the whole audit'],
  [
    'results.imported',
    { fileHash: 'h', audits: 2, judgements: 40, replaced: 1 },
    'imported 2 audits with 40 judgements, replacing 1',
  ],
  [
    'person.added',
    { roles: ['qa_lead', 'manager'], teamId: null },
    'added an account (qa lead, manager)',
  ],
  ['tea.made', {}, 'did: tea.made'],
])('%s %o', (type, details, words) => {
  expect(describeEvent({ type, details: JSON.stringify(details) }, 'Amara Osei')).toBe(
    `Amara Osei ${words}`
  )
})

test('the list of types is the one that the sentences are for', () => {
  expect(eventTypes.length).toBeGreaterThan(30)
})
