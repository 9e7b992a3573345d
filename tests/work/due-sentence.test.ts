/** The sentence at the head of My work, in every case that the calendar makes. */
import { expect, test } from 'vitest'
import { dueSummary } from '../../src/work/rules/due-summary.ts'
import { dueSentence } from '../../views/work/due-sentence.ts'

const today = '2026-01-12'
const [late, later, friday, next] = ['2026-01-09', '2026-01-10', '2026-01-30', '2026-02-06']

test.each<[string, (string | null)[]]>([
  ['You have no audits to do.', []],
  ['Your audit is due by Friday 30 January 2026.', [friday]],
  ['Your audit is due today, Monday 12 January 2026.', [today]],
  ['Your audit is late.', [late]],
  ['You have 1 audit to do.', [null]],
  ['Both your audits are due by Friday 30 January 2026.', [friday, friday]],
  ['All 3 of your audits are due by Friday 30 January 2026.', [friday, friday, friday]],
  ['3 of your 4 audits are due by Friday 30 January 2026.', [friday, next, friday, friday]],
  ['1 of your 2 audits is due by Friday 30 January 2026.', [next, friday]],
  ['2 of your 3 audits are due today, Monday 12 January 2026.', [next, today, today]],
  ['Both your audits are late.', [late, later]],
  ['All 3 of your audits are late.', [late, later, late]],
  ['1 of your 2 audits is late; the other is due by Friday 30 January 2026.', [late, friday]],
  [
    '1 of your 4 audits is late; the other 3 are due by Friday 30 January 2026.',
    [late, friday, friday, friday],
  ],
  [
    '2 of your 4 audits are late, and 1 more is due by Friday 30 January 2026.',
    [late, later, friday, next],
  ],
  ['1 of your 2 audits is late.', [late, null]],
  ['You have 2 audits to do.', [null, null]],
  ['1 of your 2 audits is due by Friday 30 January 2026.', [null, friday]],
])('%s', (sentence, dueDates) => {
  expect(dueSentence(dueSummary(dueDates, today), today)).toBe(sentence)
})
