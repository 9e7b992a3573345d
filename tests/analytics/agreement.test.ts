/** Agreement of two graders and of several, against the vectors of the design, irrCAC's example and scikit-learn. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementBand,
  gwetAgreement,
  type PairTable,
  plainAgreement,
  weightedKappa,
  weightOf,
} from '../../src/analytics/rules/agreement.ts'
import { krippendorffAlpha } from '../../src/analytics/rules/krippendorff.ts'
import { fourPlaces } from '../../src/analytics/rules/round-half-up.ts'
import { studentT } from '../../src/analytics/rules/student-t.ts'

/** domain.md §7.4: rows the auditor's O, G, RI, I, columns the moderator's. */
const MODERATED: PairTable = [
  [2, 1, 0, 0],
  [1, 12, 3, 0],
  [0, 2, 14, 2],
  [0, 0, 1, 4],
]

/** irrCAC's own example. */
const IRRCAC: PairTable = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
]

/** 20 pairs, 18 both good, one good and one requires improvement each way. */
const PARADOX: PairTable = [
  [0, 0, 0, 0],
  [0, 18, 1, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
]

/** The pairs of a table, one by one. */
const unitsOf = (table: PairTable) =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const))
  )

describe('in plain counts', () => {
  test('exact, within one and direction', () => {
    const found = plainAgreement(MODERATED)
    expect(found).toMatchObject({ n: 42, withinOne: 1, secondLower: 6, secondHigher: 4 })
    expect(fourPlaces(found?.exact ?? 0)).toBe(0.7619)
  })

  test('no pair has no agreement', () => {
    expect(
      plainAgreement([
        [0, 0],
        [0, 0],
      ])
    ).toBeUndefined()
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ])
    ).toBeUndefined()
    expect(
      gwetAgreement([
        [0, 0],
        [0, 0],
      ])
    ).toBeUndefined()
  })
})

describe('weighted kappa', () => {
  test.each([
    ['none', 0.638243],
    ['linear', 0.721116],
    ['quadratic', 0.814324],
  ] as const)('%s', (weighting, expected) => {
    expect(weightedKappa(MODERATED, weighting)).toBeCloseTo(expected, 6)
  })

  test('irrCAC’s example', () => {
    expect(weightedKappa(IRRCAC)).toBeCloseTo(0.7964094, 7)
  })

  test('says nothing where every pair is in one grade', () => {
    expect(
      weightedKappa([
        [0, 0],
        [0, 9],
      ])
    ).toBeUndefined()
  })
})

describe('Gwet’s AC1 and AC2', () => {
  test('AC1 with its standard error', () => {
    const found = gwetAgreement(MODERATED)
    expect(found?.coefficient).toBeCloseTo(0.695026, 6)
    expect(found?.standardError).toBeCloseTo(0.084624, 6)
  })

  test('AC2 quadratic with its standard error and interval', () => {
    const found = gwetAgreement(MODERATED, 'quadratic')
    expect(found?.coefficient).toBeCloseTo(0.927814, 6)
    expect(found?.standardError).toBeCloseTo(0.02137, 6)
    expect(found?.interval?.low).toBeCloseTo(0.8847, 4)
    expect(found?.interval?.high).toBeCloseTo(0.971, 4)
  })

  test.each([
    ['ordinal', 0.90003],
    ['linear', 0.837472],
  ] as const)('AC2 %s', (weighting, expected) => {
    expect(gwetAgreement(MODERATED, weighting)?.coefficient).toBeCloseTo(expected, 6)
  })

  test('irrCAC’s example', () => {
    const found = gwetAgreement(IRRCAC)
    expect(found?.coefficient).toBeCloseTo(0.8493305, 7)
    expect(found?.standardError).toBeCloseTo(0.04321747, 8)
  })

  test('perfect agreement has no error, a single pair no interval', () => {
    expect(
      gwetAgreement([
        [3, 0],
        [0, 4],
      ])
    ).toMatchObject({ coefficient: 1, standardError: 0 })
    expect(
      gwetAgreement([
        [1, 0],
        [0, 0],
      ])?.interval
    ).toBeUndefined()
  })

  test('the order of graders and of grades does not matter', () => {
    const tables = fc.array(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 }),
      { minLength: 4, maxLength: 4 }
    )
    fc.assert(
      fc.property(tables, (table) => {
        const turned = table.map((_, i) => table.map((row) => row[i] ?? 0))
        const reversed = table.toReversed().map((row) => row.toReversed())
        for (const weighting of ['none', 'linear', 'quadratic', 'ordinal'] as const) {
          const found = gwetAgreement(table, weighting)
          if (found === undefined) return
          expect(gwetAgreement(turned, weighting)?.coefficient).toBeCloseTo(found.coefficient, 9)
          expect(gwetAgreement(reversed, weighting)?.coefficient).toBeCloseTo(found.coefficient, 9)
          expect(found.coefficient).toBeLessThanOrEqual(1 + 1e-12)
        }
      })
    )
  })
})

test('the paradox: nine of ten agree, and kappa says less than chance', () => {
  expect(plainAgreement(PARADOX)?.exact).toBe(0.9)
  expect(Number(weightedKappa(PARADOX)?.toFixed(2))).toBe(-0.05)
  expect(Number(gwetAgreement(PARADOX)?.coefficient.toFixed(2))).toBe(0.9)
})

test.each([
  ['linear', 0, 3, 4, 0],
  ['quadratic', 0, 1, 4, 8 / 9],
  ['ordinal', 0, 1, 4, 5 / 6],
  ['ordinal', 0, 2, 4, 0.5],
  ['none', 2, 2, 4, 1],
  ['none', 1, 2, 4, 0],
] as const)('the %s weight of grades %i and %i of %i', (weighting, i, j, q, expected) => {
  expect(weightOf(weighting, i, j, q)).toBeCloseTo(expected, 12)
})

describe('Krippendorff’s alpha', () => {
  test.each([
    ['nominal', 0.642396],
    ['ordinal', 0.816802],
    ['interval', 0.816372],
  ] as const)('%s', (metric, expected) => {
    expect(krippendorffAlpha(unitsOf(MODERATED), metric)).toBeCloseTo(expected, 6)
  })

  test('irrCAC’s example', () => {
    expect(krippendorffAlpha(unitsOf(IRRCAC), 'nominal')).toBeCloseTo(0.7972585, 7)
  })

  test('four graders of twelve cases, some grades missing', () => {
    // Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section C: 0.743, 0.815, 0.849
    const graders = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ]
    const units = Array.from({ length: 12 }, (_, unit) => graders.map((row) => row[unit] ?? null))
    expect(krippendorffAlpha(units, 'nominal')?.toFixed(3)).toBe('0.743')
    expect(krippendorffAlpha(units, 'ordinal')?.toFixed(3)).toBe('0.815')
    expect(krippendorffAlpha(units, 'interval')?.toFixed(3)).toBe('0.849')
  })

  test('says nothing where nothing can be paired, or all grades are one', () => {
    expect(krippendorffAlpha([])).toBeUndefined()
    expect(
      krippendorffAlpha([
        [1, null],
        [null, 2],
      ])
    ).toBeUndefined()
    expect(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ])
    ).toBeUndefined()
  })
})

describe('bands of Landis and Koch', () => {
  test.each([
    [0, 'slight'],
    [0.2, 'slight'],
    [0.21, 'fair'],
    [0.6, 'moderate'],
    [0.61, 'substantial'],
    [0.8, 'substantial'],
    [0.81, 'almost perfect'],
    [1, 'almost perfect'],
    [-0.05, undefined],
  ] as const)('%d is %s', (coefficient, word) => {
    expect(agreementBand(coefficient, 20)).toBe(word)
  })

  test('no word under twenty pairs', () => {
    expect(agreementBand(0.9, 19)).toBeUndefined()
  })
})

describe('Student’s t', () => {
  test.each([
    // R: qt(0.975, df)
    [1, 12.7062047],
    [2, 4.3026527],
    [5, 2.5705818],
    [10, 2.2281389],
    [41, 2.019541],
    [99, 1.984217],
    [1000, 1.9623391],
  ])('with %i degrees of freedom', (df, expected) => {
    expect(studentT(df)).toBeCloseTo(expected, 6)
  })

  test('half a degree of freedom is none', () => {
    expect(() => studentT(0)).toThrow('0 is no degree of freedom')
    expect(() => studentT(1.5)).toThrow('1.5 is no degree of freedom')
  })
})
