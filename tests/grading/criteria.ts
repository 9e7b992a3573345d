/** Short ways to write answers in grading tests. */

import type { CriterionAnswer } from '../../src/grading/rules/grade.ts'
import type { GradedCriterion } from '../../src/grading/rules/indicative-grade.ts'

const meaning: Readonly<Record<string, CriterionAnswer>> = {
  O: 'outstanding',
  G: 'good',
  RI: 'requires_improvement',
  I: 'inadequate',
  NA: 'not_applicable',
  NE: 'not_enough_evidence',
}

/**
 * `'G RI! -'`: three criteria named A, B and C; good, critical and requires improvement, and not
 * answered yet.
 */
export const criteria = (written: string): readonly GradedCriterion[] =>
  written
    .split(' ')
    .filter((each) => each !== '')
    .map((each, index) => {
      const code = each.replace('!', '')
      if (code !== '-' && !(code in meaning)) throw new Error(`no answer ${each}`)
      const short = 'ABCDEFGHIJ'.charAt(index)
      return {
        key: `t.${short.toLowerCase()}`,
        short,
        critical: each.endsWith('!'),
        answer: meaning[code],
      }
    })
