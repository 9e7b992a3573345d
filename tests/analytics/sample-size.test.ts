/** How many to audit, how sure that is, and how a sample is shared out: the vectors of domain.md §7.1. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocateProportionally,
  marginOf,
  sampleSize,
} from '../../src/analytics/rules/sample-size.ts'

describe('the size of a sample', () => {
  test.each([
    [347, 76, 39],
    [416, 79, 39],
    [651, 84, 41],
    [1274, 90, 42],
    [2310, 93, 42],
  ])('of %i children: %i for ten points either way, %i for fifteen', (population, ten, fifteen) => {
    expect([sampleSize(population, 0.1), sampleSize(population, 0.15)]).toEqual([ten, fifteen])
  })

  test('is never more than there are, nor less than one', () => {
    expect([sampleSize(1, 0.1), sampleSize(3, 0.01), sampleSize(500, 0.1, 0)]).toEqual([1, 3, 1])
  })

  test.each([
    [0, 0.1],
    [100, 0],
    [100, 1],
    [Number.NaN, 0.1],
  ])('of %d at %d makes no sense', (population, margin) => {
    expect(() => sampleSize(population, margin)).toThrow(RangeError)
  })

  test('a sample of the size asked for has the margin asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 5000 }),
        fc.integer({ min: 3, max: 30 }),
        (population, points) => {
          const margin = points / 100
          expect(marginOf(sampleSize(population, margin), population)).toBeLessThanOrEqual(
            margin + 1e-9
          )
        }
      )
    )
  })
})

describe('the margin of a sample', () => {
  test('shrinks as the sample nears everybody', () => {
    // 1.959964 · √(0.25/20) · √((347−20)/346)
    expect(marginOf(20, 347)).toBeCloseTo(0.213029, 6)
    expect(marginOf(347, 347)).toBe(0)
    expect(() => marginOf(348, 347)).toThrow('348 of 347 is no sample')
    expect(() => marginOf(0, 347)).toThrow('0 of 347 is no sample')
  })
})

describe('sharing a sample out', () => {
  const share = (total: number, sizes: Record<string, number>) => {
    const { byName, overflow } = allocateProportionally(
      total,
      Object.entries(sizes).map(([name, size]) => ({ name, size }))
    )
    return { ...Object.fromEntries(byName), overflow }
  }

  test('thirty over the four services of domain.md §7.1', () => {
    expect(share(30, { CIN: 651, CP: 347, LAC: 416, CL: 200 })).toEqual({
      CIN: 12,
      CP: 6,
      LAC: 8,
      CL: 4,
      overflow: 0,
    })
  })

  test('equal remainders go by name', () => {
    expect(share(5, { beta: 10, alpha: 10 })).toEqual({ alpha: 3, beta: 2, overflow: 0 })
  })

  test('every stratum with cases gets one, and what that adds is told', () => {
    expect(share(3, { a: 1000, b: 1, c: 1, d: 0 })).toEqual({ a: 3, b: 1, c: 1, d: 0, overflow: 2 })
  })

  test('no stratum gets more than it has', () => {
    expect(share(50, { a: 4, b: 2 })).toEqual({ a: 4, b: 2, overflow: 0 })
    expect(share(5, {})).toEqual({ overflow: 0 })
    expect(share(0, { a: 4 })).toEqual({ a: 0, overflow: 0 })
  })

  test('what is given is the total and the overflow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 200 }),
        (sizes, total) => {
          const strata = sizes.map((size, place) => ({ name: `s${place}`, size }))
          const { byName, overflow } = allocateProportionally(total, strata)
          const all = sizes.reduce((sum, size) => sum + size, 0)
          const given = [...byName.values()].reduce((sum, count) => sum + count, 0)
          expect(given - overflow).toBe(Math.min(total, all))
          for (const { name, size } of strata) {
            expect(byName.get(name)).toBeLessThanOrEqual(size)
            expect(size === 0 || total === 0 || (byName.get(name) ?? 0) > 0).toBe(true)
          }
        }
      )
    )
  })
})
