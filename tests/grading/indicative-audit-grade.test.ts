/** The indicative grade of an audit: from theme grades, the common block and the child's safety. */
import { describe, expect, test } from 'vitest'
import type { Safety } from '../../src/grading/rules/cap.ts'
import {
  type AuditAnswers,
  indicativeAuditGrade,
} from '../../src/grading/rules/indicative-grade.ts'
import { type GradingRules, standardRules } from '../../src/rubrics/rules/grading-rule.ts'
import type { Grade } from '../../src/rubrics/rules/scale.ts'
import { criteria } from './criteria.ts'

const safe: Safety = { safeNow: 'yes', alreadyKnown: undefined, capSetAside: false }
const unsafe: Safety = { safeNow: 'no', alreadyKnown: 'no', capSetAside: false }

const theme = (
  title: string,
  written: string,
  { rules = {}, chosen }: { rules?: Partial<GradingRules>; chosen?: Grade } = {}
): AuditAnswers['themes'][number] => ({
  title,
  criteria: criteria(written),
  rules: { ...standardRules, ...rules },
  chosen,
})

/** `impact` is written as in {@link criteria}, and is critical when it ends in `!`. */
const audit = (
  themes: AuditAnswers['themes'],
  impact = 'G!',
  safety = safe,
  rules: Partial<GradingRules> = {}
) =>
  indicativeAuditGrade({
    themes,
    common: {
      criteria: criteria(impact).map((each) => ({ ...each, short: 'Difference made' })),
      rules: { ...standardRules, ...rules },
    },
    safety,
  })

describe('the middle of theme grades and impact', () => {
  test.each([
    ['one theme and impact', [theme('T', 'G')], 'O!', 'good'],
    ['impact counts like a theme', [theme('T', 'O'), theme('U', 'G')], 'O!', 'outstanding'],
    ['impact not applicable', [theme('T', 'G')], 'NA!', 'good'],
    ['impact not answered', [theme('T', 'G')], '-!', 'good'],
    ['a theme where nothing applies', [theme('T', 'NA NA'), theme('U', 'O')], 'O!', 'outstanding'],
    ['a theme held down counts as held', [theme('T', 'O O RI'), theme('U', 'O')], 'G!', 'good'],
    [
      'a grade chosen by the auditor counts',
      [theme('T', 'O', { chosen: 'good' }), theme('U', 'G')],
      'O!',
      'good',
    ],
  ])('%s', (_what, themes, impact, grade) => {
    expect(audit(themes, impact)).toMatchObject({ grade, pointsTo: grade, reasons: [] })
  })

  test.each([
    ['no themes', []],
    ['nothing applies', [theme('T', 'NA')]],
    ['nothing graded yet', [theme('T', '- -')]],
  ])('no grade: %s', (_what, themes) => {
    expect(audit(themes, 'I!', unsafe)).toMatchObject({
      grade: undefined,
      pointsTo: undefined,
      reasons: [],
    })
  })
})

describe('critical criteria', () => {
  test('anywhere cap the audit, named with their theme', () => {
    expect(
      audit([theme('Care plan', 'I! G G'), theme('Voice', 'G'), theme('Plan', 'G')])
    ).toMatchObject({
      grade: 'inadequate',
      pointsTo: 'good',
      reasons: [
        'Held at inadequate: ‘A’ (Care plan) is critical and was graded inadequate. Without it the grades point to good.',
      ],
    })
  })

  test('of several themes make one reason', () => {
    const themes = [
      theme('Care plan', 'RI! G G'),
      theme('Voice', 'RI! G G'),
      theme('X', 'G'),
      theme('Y', 'G'),
    ]
    expect(audit(themes).reasons).toEqual([
      'Held at requires improvement: ‘A’ (Care plan) and ‘A’ (Voice) are critical and were graded requires improvement. Without them the grades point to good.',
    ])
  })

  test('cap the audit even where the auditor chose a better grade for the theme', () => {
    const themes = [theme('Care plan', 'I! G G', { chosen: 'good' }), theme('Voice', 'G')]
    expect(audit(themes)).toMatchObject({ grade: 'inadequate', pointsTo: 'good' })
  })

  test('cap by the rules of their own rubric', () => {
    const off = { critical_inadequate_caps: 'off', critical_ri_caps: 'off' } as const
    const themes = [theme('Care plan', 'I! G G', { rules: off }), theme('Voice', 'G')]
    expect(audit(themes).grade).toBe('good')
    expect(
      audit([theme('Care plan', 'I! G G'), theme('V', 'G'), theme('W', 'G')], 'G!', safe, off).grade
    ).toBe('inadequate')
  })

  test('impact caps', () => {
    expect(audit([theme('T', 'G'), theme('U', 'G')], 'I!')).toMatchObject({
      grade: 'inadequate',
      reasons: [
        'Held at inadequate: ‘Difference made’ is critical and was graded inadequate. Without it the grades point to good.',
      ],
    })
    expect(audit([theme('T', 'G'), theme('U', 'G')], 'NE!')).toMatchObject({
      grade: 'requires_improvement',
      needsSecondLook: true,
    })
  })
})

describe('the rules of counting, on theme grades', () => {
  test('half weak', () => {
    const themes = [theme('T', 'RI'), theme('U', 'G'), theme('V', 'RI')]
    expect(audit(themes, 'G!', safe, { half_weak_caps: 'inadequate' })).toMatchObject({
      grade: 'inadequate',
      reasons: [
        'Held at inadequate: 2 of 4 are requires improvement or worse. Without it the grades point to requires improvement.',
      ],
    })
  })

  test('outstanding needs', () => {
    expect(audit([theme('T', 'O'), theme('U', 'O'), theme('Voice', 'RI')], 'O!')).toMatchObject({
      grade: 'good',
      reasons: [
        'Held at good: outstanding needs everything to be good or better, and Voice is not. Without it the grades point to outstanding.',
      ],
    })
  })
})

describe('unsafe_caps', () => {
  const themes = [theme('T', 'G'), theme('U', 'G')]

  test('not safe now, and not already known', () => {
    expect(audit(themes, 'G!', unsafe)).toMatchObject({
      grade: 'inadequate',
      pointsTo: 'good',
      reasons: [
        'Held at inadequate: the child is not safe now, and this was not already known and acted on. Without it the grades point to good.',
      ],
    })
  })

  test.each<[string, Safety]>([
    ['safe', safe],
    ['already known and acted on', { ...unsafe, alreadyKnown: 'yes' }],
    ['cannot tell', { ...unsafe, safeNow: 'cannot_tell' }],
    ['not said yet whether known', { ...unsafe, alreadyKnown: undefined }],
    ['safe after all, an old answer left behind', { ...unsafe, safeNow: 'yes' }],
    ['set aside by a QA lead', { ...unsafe, capSetAside: true }],
  ])('does nothing: %s', (_why, safety) => {
    expect(audit(themes, 'G!', safety)).toMatchObject({ grade: 'good', reasons: [] })
  })

  test('switched off, or set to another grade', () => {
    expect(audit(themes, 'G!', unsafe, { unsafe_caps: 'off' }).grade).toBe('good')
    expect(audit(themes, 'G!', unsafe, { unsafe_caps: 'requires_improvement' }).grade).toBe(
      'requires_improvement'
    )
  })

  test('together with everything else, the worst wins', () => {
    const weak = [theme('T', 'O O RI!'), theme('U', 'O'), theme('V', 'O'), theme('W', 'O')]
    expect(audit(weak, 'O!', unsafe)).toMatchObject({
      grade: 'inadequate',
      pointsTo: 'outstanding',
      reasons: [
        'Held at inadequate: the child is not safe now, and this was not already known and acted on.',
        'Otherwise held at requires improvement: ‘C’ (T) is critical and was graded requires improvement.',
        'Otherwise held at good: outstanding needs everything to be good or better, and T is not. Without these limits the grades point to outstanding.',
      ],
    })
  })
})

describe('so far and second look', () => {
  test.each<[string, ReturnType<typeof audit>, boolean]>([
    ['everything answered', audit([theme('T', 'G')]), false],
    ['a criterion open', audit([theme('T', 'G -')]), true],
    ['impact open', audit([theme('T', 'G')], '-!'), true],
    ['safety open', audit([theme('T', 'G')], 'G!', { ...safe, safeNow: undefined }), true],
    [
      'unsafe, whether known is open',
      audit([theme('T', 'G')], 'G!', { ...unsafe, alreadyKnown: undefined }),
      true,
    ],
  ])('%s', (_what, found, soFar) => {
    expect(found.soFar).toBe(soFar)
  })

  test('missing evidence in one theme marks the audit', () => {
    expect(audit([theme('T', 'G G NE')]).needsSecondLook).toBe(true)
    expect(audit([theme('T', 'G G')]).needsSecondLook).toBe(false)
  })
})
