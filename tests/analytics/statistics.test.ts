/** Intervals, quartiles and rounding, against values worked out elsewhere. */
import { describe, expect, test } from 'vitest'
import { largestRemainder } from '../../src/analytics/rules/largest-remainder.ts'
import { newcombe } from '../../src/analytics/rules/newcombe.ts'
import { quartiles } from '../../src/analytics/rules/quartiles.ts'
import { fourPlaces, percentHalfUp } from '../../src/analytics/rules/round-half-up.ts'
import { wilson } from '../../src/analytics/rules/wilson.ts'

describe('wilson', () => {
  test.each([
    // domain.md §7.1, checked there against statsmodels
    [9, 17, 0.3096, 0.7383],
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [7, 10, 0.3968, 0.8922],
    [10, 10, 0.7225, 1],
    [29, 40, 0.5717, 0.8389],
    // contracts.md §8
    [10, 37, 0.154, 0.4298],
  ])('%i of %i', (k, n, low, high) => {
    const interval = wilson(k, n)
    expect([fourPlaces(interval.low), fourPlaces(interval.high)]).toEqual([low, high])
  })

  test('nought and all are exact, without floating-point dust', () => {
    expect(wilson(0, 7).low).toBe(0)
    expect(wilson(7, 7).high).toBe(1)
  })

  test.each([
    [1, 0],
    [3, 2],
    [-1, 4],
    [0.5, 4],
  ])('%d of %d is not a share', (k, n) => {
    expect(() => wilson(k, n)).toThrow(`${k} of ${n} is not a share`)
  })
})

describe('newcombe', () => {
  test('a rise of 23 points on 30 and 30 is not shown to be real', () => {
    const change = newcombe({ k: 14, n: 30 }, { k: 21, n: 30 })
    expect({
      difference: fourPlaces(change.difference),
      low: fourPlaces(change.low),
      high: fourPlaces(change.high),
      verdict: change.verdict,
    }).toEqual({ difference: 0.2333, low: -0.0147, high: 0.445, verdict: 'no clear change' })
  })

  test('the other way round it is the same interval below nought', () => {
    const up = newcombe({ k: 14, n: 30 }, { k: 21, n: 30 })
    const down = newcombe({ k: 21, n: 30 }, { k: 14, n: 30 })
    expect(down.low).toBeCloseTo(-up.high, 12)
    expect(down.high).toBeCloseTo(-up.low, 12)
  })

  test('names a change only when the interval leaves nought out', () => {
    expect(newcombe({ k: 87, n: 190 }, { k: 135, n: 201 }).verdict).toBe('improved')
    expect(newcombe({ k: 135, n: 201 }, { k: 87, n: 190 }).verdict).toBe('declined')
    expect(newcombe({ k: 5, n: 10 }, { k: 5, n: 10 }).verdict).toBe('no clear change')
  })
})

describe('largestRemainder', () => {
  test.each([
    [
      [0, 10, 18, 9],
      [0, 27, 49, 24],
    ],
    // three equal remainders and one unit to give: the better grade has it
    [
      [1, 1, 1, 0],
      [34, 33, 33, 0],
    ],
    [
      [0, 1, 1, 1],
      [0, 34, 33, 33],
    ],
    [
      [1, 2, 2, 1],
      [17, 33, 33, 17],
    ],
    [
      [1, 1, 3, 3],
      [13, 13, 37, 37],
    ],
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  ])('%j is %j', (counts, percent) => {
    expect(largestRemainder(counts)).toEqual(percent)
  })
})

describe('percentHalfUp', () => {
  test.each([
    [1, 8, 13],
    [1, 200, 1],
    [1, 201, 0],
    [10, 37, 27],
    [29, 200, 15],
    [0, 3, 0],
    [3, 3, 100],
  ])('%i of %i is %i', (k, n, percent) => {
    expect(percentHalfUp(k, n)).toBe(percent)
  })
})

test('fourPlaces keeps sign, drops dust and never prints -0', () => {
  expect([fourPlaces(0.44500001), fourPlaces(-0.01466), fourPlaces(0.00005)]).toEqual([
    0.445, -0.0147, 0.0001,
  ])
  expect(Object.is(fourPlaces(-0.00001), 0)).toBe(true)
})

describe('quartiles', () => {
  test.each([
    // R: quantile(c(1, 2, 3, 4), type = 7)
    [[1, 2, 3, 4], 1.75, 2.5, 3.25],
    [[5], 5, 5, 5],
    [[10, 2], 4, 6, 8],
    // R: quantile(c(3, 6, 7, 8, 8, 10, 13, 15, 16, 20), type = 7)
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 7.25, 9, 14.5],
    [[1.1, 1.4], 1.175, 1.25, 1.325],
  ])('%j', (values, lower, median, upper) => {
    const found = quartiles(values.map((value) => ({ value, count: 1 })))
    expect([found?.lowerQuartile, found?.median, found?.upperQuartile]).toEqual([
      lower,
      median,
      upper,
    ])
  })

  test('counts weigh as many single values would', () => {
    expect(
      quartiles([
        { value: 9, count: 1 },
        { value: 2, count: 3 },
        { value: 4, count: 0 },
      ])
    ).toEqual({ n: 4, median: 2, lowerQuartile: 2, upperQuartile: 3.75, min: 2, max: 9 })
  })

  test('nothing measured has no quartiles', () => {
    expect(quartiles([])).toBeUndefined()
  })
})
