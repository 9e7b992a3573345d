/** Control limits, runs tests and targets, against the vectors of the design and values worked out elsewhere. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anhoejRuns, fewestCrossings, mostInRun } from '../../src/analytics/rules/anhoej-runs.ts'
import {
  hasEnoughForLimits,
  laneyLimits,
  laneySigmaZ,
  pCentre,
  pLimits,
  xmr,
} from '../../src/analytics/rules/control-limits.ts'
import { fourPlaces } from '../../src/analytics/rules/round-half-up.ts'
import { assuranceOf } from '../../src/analytics/rules/target-assurance.ts'

/** domain.md §7.3, checked there against qicharts2. */
const ROUNDS = [
  [14, 30],
  [12, 28],
  [17, 32],
  [15, 25],
  [20, 30],
  [21, 29],
  [19, 27],
  [24, 31],
  [22, 30],
  [25, 33],
  [23, 28],
  [27, 32],
].map(([k = 0, n = 0]) => ({ k, n }))

describe('p-chart', () => {
  const centre = pCentre(ROUNDS) ?? 0

  test('its centre is everybody good of everybody counted', () => {
    expect(centre).toBeCloseTo(0.673239, 6)
    expect(pCentre([])).toBeUndefined()
  })

  test.each([
    [30, 0.4163, 0.9301],
    [28, 0.4073, 0.9392],
  ])('limits follow the number of audits: %i', (n, lower, upper) => {
    const limits = pLimits(centre, n)
    expect([fourPlaces(limits.lower), fourPlaces(limits.upper)]).toEqual([lower, upper])
  })

  test('limits are cut to 0 and 1, and near lines stand at two of three', () => {
    const limits = pLimits(0.9, 10)
    expect(limits.upper).toBe(1)
    expect(limits.lower).toBeCloseTo(0.9 - 3 * Math.sqrt(0.009), 12)
    expect(limits.nearLower).toBeCloseTo(0.9 - 2 * Math.sqrt(0.009), 12)
  })

  test.each([
    [0.5, 10, true],
    [0.5, 9, false],
    [0.8, 25, true],
    [0.8, 24, false],
    [0.2, 24, false],
    [1, 400, false],
  ])('with a centre of %d, %i audits have enough for limits: %s', (c, n, isEnough) => {
    expect(hasEnoughForLimits(c, n)).toBe(isEnough)
  })

  test('limits never widen with more audits, and hold the centre between them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 2000 }),
        (c, n) => {
          const fewer = pLimits(c, n)
          const more = pLimits(c, n + 1)
          expect(fewer.lower).toBeLessThanOrEqual(more.lower)
          expect(fewer.upper).toBeGreaterThanOrEqual(more.upper)
          expect(fewer.nearLower).toBeGreaterThanOrEqual(fewer.lower)
          expect(c).toBeGreaterThanOrEqual(fewer.nearLower)
          expect(c).toBeLessThanOrEqual(fewer.nearUpper)
        }
      )
    )
  })
})

describe('Laney’s p′', () => {
  const centre = pCentre(ROUNDS) ?? 0

  test('says how much more or less than chance the shares spread', () => {
    expect(laneySigmaZ(ROUNDS, centre)).toBeCloseTo(0.536094, 6)
    expect(laneySigmaZ(ROUNDS.slice(0, 1), centre)).toBeUndefined()
  })

  test('with a spread of one its limits are those of the p-chart', () => {
    expect(laneyLimits(0.4, 25, 1)).toEqual(pLimits(0.4, 25))
    expect(laneyLimits(0.4, 2500, 2).upper).toBeCloseTo(0.4 + 6 * Math.sqrt(0.24 / 2500), 12)
  })
})

describe('XmR', () => {
  const VALUES = [50, 43, 55, 60, 67, 72, 70, 77, 73, 76, 82, 84]

  test('mean, moving range, limits and near limits of domain.md §7.2', () => {
    const found = xmr(VALUES)
    expect(Object.values(found ?? {}).length).toBe(6)
    expect(
      [
        found?.mean,
        found?.averageMovingRange,
        found?.upper,
        found?.lower,
        found?.nearUpper,
        found?.nearLower,
      ].map((value) => fourPlaces(value ?? 0))
    ).toEqual([67.4167, 5.4545, 81.9258, 52.9076, 77.0894, 57.7439])
  })

  test('large moving ranges are dropped when asked for only', () => {
    // Ranges 1, 1, 1, 40, 1, 1, 1: their mean is 46/7, and 40 is more than 3.267 times that.
    const jump = [10, 11, 10, 11, 51, 50, 51, 50]
    expect(xmr(jump)?.averageMovingRange).toBeCloseTo(46 / 7, 12)
    expect(xmr(jump, { dropLarge: true })?.averageMovingRange).toBe(1)
    expect(xmr(VALUES, { dropLarge: true })).toEqual(xmr(VALUES))
  })

  test('a level series has limits on its mean, one value has none', () => {
    expect(xmr([3, 3, 3], { dropLarge: true })).toMatchObject({ mean: 3, lower: 3, upper: 3 })
    expect(xmr([3])).toBeUndefined()
  })
})

describe('Anhøj’s runs tests', () => {
  test.each([
    // domain.md §7.3
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
    [6, 6, 1],
  ])('%i points: at most %i in a run, at least %i crossings', (n, most, fewest) => {
    expect([mostInRun(n), fewestCrossings(n)]).toEqual([most, fewest])
  })

  test('counts runs and crossings of the median, without the points on it', () => {
    expect(anhoejRuns([1, 2, 3, 5, 5, 7, 8, 9])).toEqual({
      useful: 6,
      longestRun: 3,
      mostInRun: 6,
      crossings: 1,
      fewestCrossings: 1,
      isSignal: false,
    })
    expect(anhoejRuns(Array.from({ length: 16 }, (_, place) => place))?.isSignal).toBe(true)
    expect(anhoejRuns([4, 4, 4])).toBeUndefined()
  })

  test('counts of thousands of points do not run out of numbers', () => {
    // R: qbinom(0.05, 4999, 0.5)
    expect(fewestCrossings(5000)).toBe(2441)
  })
})

describe('a target line', () => {
  test.each([
    [0.95, 'up', 'consistently_fails'],
    [0.2, 'up', 'consistently_passes'],
    [0.6, 'up', 'hit_and_miss'],
    [0.9, 'up', 'hit_and_miss'],
    [0.95, 'down', 'consistently_passes'],
    [0.2, 'down', 'consistently_fails'],
  ] as const)('at %d, better %s: %s', (target, better, expected) => {
    expect(assuranceOf({ lower: 0.4, upper: 0.9 }, target, better)).toBe(expected)
  })
})
