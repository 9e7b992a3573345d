/** The indicative grade of a theme: every rule of design contract §2 alone and together. */
import { describe, expect, test } from 'vitest'
import { indicativeThemeGrade } from '../../src/grading/rules/indicative-grade.ts'
import { type GradingRules, standardRules } from '../../src/rubrics/rules/grading-rule.ts'
import { criteria } from './criteria.ts'

const allOff: GradingRules = {
  lower_median: 'on',
  critical_inadequate_caps: 'off',
  critical_ri_caps: 'off',
  half_weak_caps: 'off',
  outstanding_needs: 'off',
  no_evidence_counts_as: 'off',
  unsafe_caps: 'off',
}
const graded = (written: string, rules: Partial<GradingRules> = {}, from = standardRules) =>
  indicativeThemeGrade({ criteria: criteria(written), rules: { ...from, ...rules } })

describe('lower_median alone', () => {
  test.each([
    ['G', 'good'],
    ['O G', 'good'],
    ['O I', 'inadequate'],
    ['O G RI', 'good'],
    ['I O O', 'outstanding'],
    ['O G RI I', 'requires_improvement'],
    ['O O G G', 'good'],
    ['RI G RI O G', 'good'],
    ['I I G O O O', 'good'],
    ['NA NA RI NA', 'requires_improvement'],
    ['- G - -', 'good'],
  ])('%s', (written, grade) => {
    expect(graded(written, {}, allOff)).toMatchObject({ grade, pointsTo: grade, reasons: [] })
  })

  test.each([
    ['O I', 'outstanding'],
    ['O G RI I', 'good'],
    ['O G RI', 'good'],
    ['G', 'good'],
  ])('off, of two middle grades the better counts: %s', (written, grade) => {
    expect(graded(written, { lower_median: 'off' }, allOff)).toMatchObject({ grade, reasons: [] })
  })
})

describe('no grade', () => {
  test.each([
    ['', false],
    ['NA NA', false],
    ['- -', true],
    ['NA -', true],
  ])('"%s"', (written, soFar) => {
    expect(graded(written)).toEqual({
      grade: undefined,
      pointsTo: undefined,
      reasons: [],
      soFar,
      needsSecondLook: false,
    })
  })
})

describe('so far', () => {
  test.each([
    ['G G', false],
    ['G NA NE', false],
    ['G -', true],
  ])('"%s"', (written, soFar) => {
    expect(graded(written).soFar).toBe(soFar)
  })
})

describe('critical_inadequate_caps alone', () => {
  const rules = { critical_inadequate_caps: 'inadequate' } as const

  test.each([
    [
      'I! G G',
      'Held at inadequate: ‘A’ is critical and was graded inadequate. Without it the answers point to good.',
    ],
    [
      'I! O O O I!',
      'Held at inadequate: ‘A’ and ‘E’ are critical and were graded inadequate. Without them the answers point to outstanding.',
    ],
    [
      'I! I! I! G G G G',
      'Held at inadequate: ‘A’, ‘B’ and ‘C’ are critical and were graded inadequate. Without them the answers point to good.',
    ],
  ])('%s', (written, reason) => {
    expect(graded(written, rules, allOff)).toMatchObject({ grade: 'inadequate', reasons: [reason] })
  })

  test.each([
    ['not critical', 'I G G', 'good'],
    ['critical and better', 'RI! G G', 'good'],
    ['inadequate already', 'I! I', 'inadequate'],
  ])('does nothing: %s', (_why, written, grade) => {
    expect(graded(written, rules, allOff)).toMatchObject({ grade, pointsTo: grade, reasons: [] })
  })

  test('set to another grade', () => {
    const gentler = { critical_inadequate_caps: 'requires_improvement' } as const
    expect(graded('I! G G', gentler, allOff)).toMatchObject({
      grade: 'requires_improvement',
      reasons: [
        'Held at requires improvement: ‘A’ is critical and was graded inadequate. Without it the answers point to good.',
      ],
    })
  })
})

describe('critical_ri_caps alone', () => {
  const rules = { critical_ri_caps: 'requires_improvement' } as const

  test('holds at requires improvement', () => {
    expect(graded('RI! O O', rules, allOff)).toMatchObject({
      grade: 'requires_improvement',
      pointsTo: 'outstanding',
      reasons: [
        'Held at requires improvement: ‘A’ is critical and was graded requires improvement. Without it the answers point to outstanding.',
      ],
    })
  })

  test('a worse answer is not held more gently', () => {
    expect(graded('I! O O', rules, allOff)).toMatchObject({
      grade: 'requires_improvement',
      reasons: [
        'Held at requires improvement: ‘A’ is critical and was graded inadequate. Without it the answers point to outstanding.',
      ],
    })
    const odd = { critical_ri_caps: 'inadequate', critical_inadequate_caps: 'good' } as const
    expect(graded('I! O O', odd, allOff).grade).toBe('inadequate')
  })

  test.each([
    ['not critical', 'RI G G', 'good'],
    ['critical and good', 'G! G RI', 'good'],
  ])('does nothing: %s', (_why, written, grade) => {
    expect(graded(written, rules, allOff)).toMatchObject({ grade, reasons: [] })
  })
})

describe('half_weak_caps alone', () => {
  const rules = { half_weak_caps: 'inadequate' } as const

  test.each([
    ['RI RI G', '2 of 3 are requires improvement or worse', 'requires improvement'],
    ['RI G', '1 of 2 is requires improvement or worse', 'requires improvement'],
    ['I RI RI G O O NA -', '3 of 6 are requires improvement or worse', 'requires improvement'],
  ])('%s', (written, because, pointsTo) => {
    expect(graded(written, rules, allOff)).toMatchObject({
      grade: 'inadequate',
      reasons: [`Held at inadequate: ${because}. Without it the answers point to ${pointsTo}.`],
    })
  })

  test('less than half does nothing', () => {
    expect(graded('RI RI G G G', rules, allOff)).toMatchObject({ grade: 'good', reasons: [] })
  })

  test('at its standard it adds to the better of two middle grades', () => {
    expect(graded('G G RI RI', { lower_median: 'off' })).toMatchObject({
      grade: 'requires_improvement',
      pointsTo: 'good',
    })
    expect(graded('G G RI RI', { lower_median: 'off', half_weak_caps: 'off' }).grade).toBe('good')
  })
})

describe('outstanding_needs alone', () => {
  const rules = { outstanding_needs: 'on' } as const

  test.each([
    [
      'O O RI',
      'Held at good: outstanding needs everything to be good or better, and ‘C’ is not. Without it the answers point to outstanding.',
    ],
    [
      'O O O RI I',
      'Held at good: outstanding needs everything to be good or better, and ‘D’ and ‘E’ are not. Without them the answers point to outstanding.',
    ],
  ])('%s', (written, reason) => {
    expect(graded(written, rules, allOff)).toMatchObject({
      grade: 'good',
      pointsTo: 'outstanding',
      reasons: [reason],
    })
  })

  test.each([
    ['O', 'outstanding'],
    ['O O G', 'outstanding'],
    ['O O NA G', 'outstanding'],
    ['O G', 'good'],
    ['G G RI', 'good'],
  ])('does nothing: %s', (written, grade) => {
    expect(graded(written, rules, allOff)).toMatchObject({ grade, reasons: [] })
  })
})

describe('no_evidence_counts_as alone', () => {
  test.each([
    ['G NE', 'requires_improvement', 'requires_improvement'],
    ['G NE', 'inadequate', 'inadequate'],
    ['G NE', 'good', 'good'],
    ['G G NE', 'requires_improvement', 'good'],
    ['NE NE', 'requires_improvement', 'requires_improvement'],
    ['G NE', 'off', 'good'],
    ['NE', 'off', undefined],
  ] as const)('%s, counted as %s', (written, as, grade) => {
    expect(graded(written, { no_evidence_counts_as: as }, allOff)).toEqual({
      grade,
      pointsTo: grade,
      reasons: [],
      soFar: false,
      needsSecondLook: true,
    })
  })

  test('a critical criterion without evidence is held as what it counts as', () => {
    expect(graded('NE! G G NE!')).toMatchObject({
      grade: 'requires_improvement',
      needsSecondLook: true,
      reasons: [],
    })
    expect(graded('NE! O O')).toMatchObject({
      grade: 'requires_improvement',
      pointsTo: 'outstanding',
      reasons: [
        'Held at requires improvement: ‘A’ is critical and has not enough evidence, which counts as requires improvement.',
        'Otherwise held at good: outstanding needs everything to be good or better, and ‘A’ is not. Without these limits the answers point to outstanding.',
      ],
    })
  })
})

describe('rules together, all at their standard', () => {
  test.each([
    ['all good', 'G! G G G', 'good', 'good', 0],
    ['median good, critical inadequate', 'I! G G G', 'inadequate', 'good', 1],
    ['median good, critical requires improvement', 'RI! G G G', 'requires_improvement', 'good', 1],
    ['both critical grades', 'RI! I! G G G', 'inadequate', 'good', 2],
    ['outstanding but for one', 'O O O RI', 'good', 'outstanding', 1],
    ['outstanding, critical weak', 'O O O RI!', 'requires_improvement', 'outstanding', 2],
    ['outstanding, everything else wrong', 'O O O O RI! I! I', 'inadequate', 'outstanding', 3],
    [
      'median requires improvement already',
      'RI! RI G',
      'requires_improvement',
      'requires_improvement',
      0,
    ],
    ['median inadequate already', 'I! I RI', 'inadequate', 'inadequate', 0],
  ])('%s', (_what, written, grade, pointsTo, reasons) => {
    const found = graded(written)
    expect(found).toMatchObject({ grade, pointsTo })
    expect(found.reasons).toHaveLength(reasons)
  })

  test('the most severe reason comes first, and only the last says what it is without them', () => {
    expect(graded('O O O O RI! I! I').reasons).toEqual([
      'Held at inadequate: ‘F’ is critical and was graded inadequate.',
      'Otherwise held at requires improvement: ‘E’ is critical and was graded requires improvement.',
      'Otherwise held at good: outstanding needs everything to be good or better, and ‘E’, ‘F’ and ‘G’ are not. Without these limits the answers point to outstanding.',
    ])
  })
})
