/** The four rules for special causes: each alone, at its edge, and in the order of naming. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SeriesPoint, signalAt, signalsOf } from '../../src/analytics/rules/spc-signals.ts'

const LIMITS = { lower: 20, upper: 80, nearLower: 30, nearUpper: 70 }

/** Around a mean of 50, with limits at 20 and 80 and near lines at 30 and 70. */
const series = (...values: number[]): SeriesPoint[] =>
  values.map((value) => ({ value, centre: 50, limits: LIMITS }))

const told = (points: readonly SeriesPoint[], runLength?: number) =>
  signalsOf(points, runLength).map(({ rule, side, from, to }) => `${rule} ${side} ${from}-${to}`)

describe('a point beyond a limit', () => {
  test('above and below', () => {
    expect(told(series(50, 81, 49, 19))).toEqual(['beyond_limit up 1-1', 'beyond_limit down 3-3'])
  })

  test('on the limit is not beyond it', () => {
    expect(told(series(50, 80, 49, 20))).toEqual([])
  })
})

describe('a run on one side of the mean', () => {
  test('of seven', () => {
    expect(told(series(49, 51, 52, 51, 52, 51, 52, 51, 49))).toEqual(['run up 1-7'])
    expect(told(series(51, 49, 48, 49, 48, 49, 48, 51))).toEqual([])
  })

  test('goes on past the seventh', () => {
    expect(told(series(49, 48, 49, 48, 49, 48, 49, 48, 49))).toEqual(['run down 0-8'])
  })

  test('is broken by a point on the mean', () => {
    expect(told(series(51, 52, 51, 50, 52, 51, 52, 51))).toEqual([])
  })

  test('may be set to be shorter or longer', () => {
    expect(told(series(51, 52, 51, 52, 51, 52), 6)).toEqual(['run up 0-5'])
    expect(told(series(51, 52, 51, 52, 51, 52, 51), 8)).toEqual([])
  })
})

describe('a trend', () => {
  test('is seven points, six steps, all rising or all falling', () => {
    expect(told(series(44, 46, 48, 51, 53, 55, 57))).toEqual(['trend up 0-6'])
    expect(told(series(44, 46, 48, 51, 53, 55))).toEqual([])
    expect(told(series(58, 56, 54, 52, 48, 46, 44, 42))).toEqual(['trend down 0-7'])
  })

  test('is broken by two equal points', () => {
    expect(told(series(44, 46, 48, 48, 51, 53, 55, 57))).toEqual([])
  })
})

describe('two of three close to a limit', () => {
  test('with the third on the same side', () => {
    expect(told(series(49, 72, 51, 73, 49))).toEqual(['two_of_three up 1-3'])
    expect(told(series(49, 72, 74, 51, 49))).toEqual(['two_of_three up 1-2'])
  })

  test('not with the third on the other side, nor on the mean', () => {
    expect(told(series(72, 49, 73))).toEqual([])
    expect(told(series(72, 50, 73))).toEqual([])
  })

  test('a point beyond the limit is not close to it', () => {
    expect(told(series(51, 72, 85))).toEqual(['beyond_limit up 2-2'])
  })

  test('on the near line is not close', () => {
    expect(told(series(70, 70, 60))).toEqual([])
    expect(told(series(30, 29, 28))).toEqual(['two_of_three down 1-2'])
  })
})

test('without limits only runs and trends are told', () => {
  const bare = series(1, 2, 3, 4, 5, 6, 7).map((point) => ({ ...point, limits: undefined }))
  expect(told(bare)).toEqual(['trend up 0-6', 'run down 0-6'])
})

test('a point under several rules is named by the first: limit, trend, two of three, run', () => {
  const points = series(51, 53, 55, 57, 59, 71, 72, 81, 60)
  const signals = signalsOf(points)
  expect(signals.map(({ rule }) => rule)).toEqual(['beyond_limit', 'trend', 'two_of_three', 'run'])
  expect(points.map((_, place) => signalAt(signals, place)?.rule)).toEqual([
    ...['trend', 'trend', 'trend', 'trend', 'trend', 'trend', 'trend'],
    ...['beyond_limit', 'run'],
  ])
})

test('a series turned upside down has the same signals on the other side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 }), (values) => {
      const other = { up: 'down', down: 'up' } as const
      const turned = signalsOf(series(...values.map((value) => 100 - value)))
      expect(turned.map((one) => ({ ...one, side: other[one.side] }))).toEqual(
        signalsOf(series(...values))
      )
    })
  )
})
