/** The sentence at the head of a round's page, in every case that the counts make. */
import { expect, test } from 'vitest'
import { roundSentence } from '../../views/rounds/round-words.ts'
import { roundsSentence } from '../../views/work/rounds-sentence.ts'

const none = { audits: 0, submitted: 0, late: 0, toAllocate: 0, withdrawn: 0 }
const idle = 'Nobody has been given anything to do.'

test.each([
  ['draft', {}, 'This round is a draft without cases.'],
  ['draft', { audits: 1 }, `This round is a draft with 1 case, allocated. ${idle}`],
  [
    'draft',
    { audits: 1, toAllocate: 1 },
    `This round is a draft with 1 case, not allocated yet. ${idle}`,
  ],
  ['draft', { audits: 8 }, `This round is a draft with 8 cases, all of them allocated. ${idle}`],
  [
    'draft',
    { audits: 8, toAllocate: 8 },
    `This round is a draft with 8 cases, none of them allocated yet. ${idle}`,
  ],
  [
    'draft',
    { audits: 8, toAllocate: 7 },
    `This round is a draft with 8 cases, 1 of them allocated. ${idle}`,
  ],
  ['open', {}, 'There are no audits in this round.'],
  ['open', { audits: 1 }, 'The only audit is not submitted yet.'],
  ['open', { audits: 1, late: 1 }, 'The only audit is late.'],
  ['open', { audits: 1, submitted: 1 }, 'The only audit is submitted.'],
  ['open', { audits: 12 }, 'None of 12 audits is submitted yet; none is late.'],
  ['open', { audits: 12, submitted: 1 }, '1 of 12 audits is submitted; none is late.'],
  ['open', { audits: 12, submitted: 3, late: 2 }, '3 of 12 audits are submitted; 2 are late.'],
  ['open', { audits: 1_200, submitted: 3, late: 1 }, '3 of 1,200 audits are submitted; 1 is late.'],
  ['open', { audits: 12, submitted: 12 }, 'All 12 audits are submitted.'],
  ['closed', {}, 'This round was closed without audits.'],
  ['closed', { audits: 1, submitted: 1 }, 'The only audit was submitted.'],
  ['closed', { withdrawn: 1 }, 'The only audit was withdrawn.'],
  ['closed', { audits: 12, submitted: 12 }, 'All 12 audits were submitted.'],
  [
    'closed',
    { audits: 12, submitted: 12, withdrawn: 2 },
    '12 of 14 audits were submitted; 2 were withdrawn.',
  ],
  [
    'closed',
    { audits: 1, submitted: 1, withdrawn: 1 },
    '1 of 2 audits was submitted; 1 was withdrawn.',
  ],
  ['closed', { audits: 3, submitted: 2 }, '2 of 3 audits were submitted.'],
] as const)('%s %o: %s', (state, totals, sentence) => {
  expect(roundSentence(state, { ...none, ...totals })).toBe(sentence)
})

test('several open rounds are counted together', () => {
  const first = { audits: 12, submitted: 3, late: 2 }
  expect(roundsSentence([first])).toBe(
    '3 of 12 audits in the open round are submitted; 2 are late.'
  )
  expect(roundsSentence([first, { audits: 4, submitted: 0, late: 0 }])).toBe(
    '3 of 16 audits in 2 open rounds are submitted; 2 are late.'
  )
  expect(roundsSentence([{ audits: 0, submitted: 0, late: 0 }])).toBe(
    'There are no audits in the open round.'
  )
})

test('says of reopened audits that results count them', () => {
  expect(roundsSentence([{ audits: 49, submitted: 27, late: 6, reopened: 2 }])).toBe(
    '27 of 49 audits in the open round are submitted; 2 are reopened and count in results as they were; 6 are late.'
  )
})
