/** What is missing before an audit can be submitted, in words and with the place to put it right; and how far it is. */
import { describe, expect, test } from 'vitest'
import type { AuditWork, KeptAnswer } from '../../src/audits/rules/audit-work.ts'
import { groupMissing, missingFrom } from '../../src/audits/rules/ready.ts'
import { auditProgress, sectionsOf } from '../../src/audits/rules/sections.ts'
import type { Rubric } from '../../src/rubrics/rules/rubric.ts'
import { readRubric } from '../support/published-rubrics.ts'

const noGrade = {
  indicativeGrade: null,
  indicativeReasons: [],
  auditorGrade: null,
  auditorReason: null,
  moderatedGrade: null,
  revision: 0,
  savedAt: null,
}

const kept = (itemKey: string, given: Partial<KeptAnswer>): [string, KeptAnswer] => [
  itemKey,
  {
    itemKey,
    state: 'answered',
    value: null,
    evidence: '',
    reason: '',
    revision: 1,
    savedAt: '2026-01-12T09:00:00.000Z',
    savedBy: null,
    ...given,
  },
]

const answered = (itemKey: string, value: string, evidence = '') =>
  kept(itemKey, { value, evidence })

const done = [
  answered('common.safe_now', 'yes'),
  answered('common.impact', 'good'),
  answered('common.family_feedback', '["parent"]'),
  answered('common.worker_involved', 'before_grading'),
  ...['clarity', 'actions', 'child_focus', 'core_group', 'progress', 'visits'].map((key) =>
    answered(`cp.${key}`, 'good')
  ),
  answered('cp.months_on_plan', '7'),
  answered('cp.repeat_plan', 'yes'),
  answered('cp.visit_within_4_weeks', 'yes'),
]

const good = { ...noGrade, indicativeGrade: 'good', auditorGrade: 'good' } as const

const workWith = (
  changes: [string, KeptAnswer][],
  grades: { theme?: object; overall?: object } = {}
): AuditWork => {
  const plan: Rubric = readRubric('cp_plan')
  return {
    common: readRubric('common'),
    themes: [{ ...good, theme: 'cp_plan', rubric: plan, ...grades.theme }],
    overall: { ...good, theme: 'audit', ...grades.overall },
    answers: new Map([...done, ...changes]),
  }
}

const missing = (...changes: [string, KeptAnswer][]) =>
  missingFrom(workWith(changes)).map(({ text, place }) => [text, place])

describe('missing', () => {
  test('nothing, when every question is answered and graded', () => {
    expect(missing()).toEqual([])
  })

  test.each<[string, [string, KeptAnswer], string, string]>([
    [
      'a question with words and no answer',
      kept('cp.clarity', { state: 'blank', evidence: 'Read the plan.' }),
      'Answer ‘Clear to parents’',
      'themes/cp_plan#item-cp-clarity',
    ],
    [
      'not applicable without a reason',
      kept('cp.core_group', { state: 'not_applicable' }),
      'Say why ‘Core groups drive the plan’ is not applicable',
      'themes/cp_plan#item-cp-core_group',
    ],
    [
      'not enough evidence without a reason',
      kept('cp.core_group', { state: 'not_enough_evidence', reason: ' ' }),
      'Say what evidence was missing for ‘Core groups drive the plan’',
      'themes/cp_plan#item-cp-core_group',
    ],
    [
      'a grade below good without evidence',
      answered('cp.clarity', 'requires_improvement'),
      'Write what in the record shows that ‘Clear to parents’ is requires improvement',
      'themes/cp_plan#item-cp-clarity',
    ],
    [
      'a “no” without a narrative',
      answered('cp.visit_within_4_weeks', 'no'),
      'Write what in the record shows the “no” to ‘Visited within 4 weeks’',
      'themes/cp_plan#item-cp-visit_within_4_weeks',
    ],
  ])('%s', (_, change, text, place) => {
    expect(missing(change)).toEqual([[text, place]])
  })

  test('a child who is not safe calls for words and for one more answer, in their own part', () => {
    expect(missing(answered('common.safe_now', 'no'))).toEqual([
      [
        'Write what in the record shows the “no” to ‘Safe today’',
        'themes/safe-now#item-common-safe_now',
      ],
      ['Answer ‘Danger known and acted on’', 'themes/safe-now#item-common-already_known'],
    ])
  })

  test('no feedback calls for the reason', () => {
    expect(missing(answered('common.family_feedback', '["none"]'))).toEqual([
      ['Answer ‘Why no feedback’', 'themes/common#item-common-no_feedback_reason'],
    ])
  })

  test('below good with evidence, and set aside with a reason, are complete', () => {
    expect(
      missing(
        answered('cp.clarity', 'inadequate', 'The danger is nowhere stated.'),
        kept('cp.core_group', { state: 'not_applicable', reason: 'The plan began last week.' })
      )
    ).toEqual([])
  })

  test('a danger that is already known needs what is being done about it, and then no more', () => {
    const textsWith = (evidence: string) =>
      missingFrom(
        workWith([
          answered('common.safe_now', 'no', 'Left alone at night.'),
          answered('common.already_known', 'yes', evidence),
          answered('common.escalated', 'Team manager, 10:15, by phone'),
        ])
      ).map(({ text }) => text)
    expect(textsWith('')).toEqual(['Write what is already being done about the danger'])
    expect(textsWith('Strategy discussion on 9 January; stays with an aunt.')).toEqual([])
  })

  test('words of a length that the council set, spaces not counted', () => {
    const changes = [
      answered('cp.clarity', 'inadequate', 'Not there.'),
      answered('cp.actions', 'requires_improvement', 'Two of five actions have no owner.'),
      answered('cp.repeat_plan', 'no', 'No   \n   \n   \n   \n  .'),
      kept('cp.visits', { state: 'not_applicable', reason: 'Placed away.' }),
      answered('cp.progress', 'good'),
    ]
    const textsAt = (leastEvidence: number) =>
      missingFrom({ ...workWith(changes), leastEvidence }).map(({ text }) => text)
    expect(textsAt(0)).toEqual([])
    expect(textsAt(20)).toEqual([
      'Write what in the record shows that ‘Clear to parents’ is inadequate, in at least 20 characters',
      'Say why ‘Purposeful visits, seen alone’ is not applicable, in at least 20 characters',
      'Write what in the record shows the “no” to ‘Second or later plan’, in at least 20 characters',
    ])
  })

  test('a grade that is not chosen, or differs without a reason', () => {
    const notChosen = { auditorGrade: null }
    const differs = { auditorGrade: 'outstanding', auditorReason: '' }
    expect(
      missingFrom(workWith([], { theme: notChosen, overall: differs })).map(({ text }) => text)
    ).toEqual([
      'Choose your grade for Child protection plan',
      'Say why your overall grade differs from the indicative grade',
    ])
    const explained = { ...differs, auditorReason: 'The parents’ own account outweighs the rest.' }
    expect(missingFrom(workWith([], { overall: explained }))).toEqual([])
  })

  test('findings without words and actions that nobody could carry out', () => {
    const action = { what: 'Rewrite the plan', intendedChange: '', ownerId: null, dueOn: null }
    const concluded = {
      findings: [{ kind: 'strength' as const, words: ' ' }],
      actions: [{ ...action, state: 'open' }],
    }
    expect(missingFrom(workWith([]), concluded).map(({ text }) => text)).toEqual([
      'Write what the strength is, or remove it',
      'Action 1: choose who will do it',
      'Action 1: enter the date by which it will be done',
      'Action 1: say what it should change for the child',
    ])
  })

  test('a part of which nothing is answered is one thing to do', () => {
    const work = { ...workWith([]), answers: new Map(done.slice(0, 4)) }
    expect(groupMissing(work, missingFrom(work))).toEqual([
      {
        title: 'Child protection plan',
        things: [{ text: 'Nothing is answered yet', place: 'themes/cp_plan' }],
      },
    ])
  })
})

describe('parts and progress', () => {
  test('safety first, then the themes, then the rest of the common questions', () => {
    expect(
      sectionsOf(workWith([])).map(({ key, items }) => [key, items.map((item) => item.key)])
    ).toEqual([
      ['safe-now', ['common.safe_now', 'common.already_known', 'common.escalated']],
      ['cp_plan', expect.arrayContaining(['cp.clarity', 'cp.visit_within_4_weeks'])],
      [
        'common',
        [
          'common.impact',
          'common.family_feedback',
          'common.no_feedback_reason',
          'common.worker_involved',
          'common.good_practice',
        ],
      ],
    ])
  })

  test('follow-ups count once they are called for; what may stay blank never does', () => {
    expect(auditProgress(workWith([]))).toEqual({ answered: 13, toAnswer: 13 })
    const unsafe = workWith([answered('common.safe_now', 'cannot_tell')])
    expect(auditProgress(unsafe)).toEqual({ answered: 13, toAnswer: 14 })
  })
})
