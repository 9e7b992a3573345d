/** What a report for readers outside says and keeps: by example, and by searching for counts that could be worked out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tally } from '../../src/analytics/rules/tally.ts'
import { buildReport } from '../../src/reports/rules/build-report.ts'
import { externalFigures } from '../../src/reports/rules/external-figures.ts'
import type { Figure, ReportDistribution } from '../../src/reports/rules/report.ts'
import type { CountTable } from '../../src/reports/rules/report-figures.ts'
import { grades } from '../../src/rubrics/rules/scale.ts'

const ROUNDS = [
  { id: 'r1', name: 'April', kind: 'learning', date: '2016-04-29', selection: 'not_known' },
  { id: 'r2', name: 'May', kind: 'learning', date: '2016-05-29', selection: 'not_known' },
]

const gradesOf = (counts: readonly number[], roundId = 'r1'): Tally[] =>
  counts.flatMap((count, place) => ({
    theme: 'cp_plan',
    item: null,
    kind: 'grade' as const,
    roundId,
    value: grades[place] ?? '',
    count,
  }))

const PERIODS = {
  now: { from: '2016-04-01', to: '2016-06-30' },
  before: { from: '2016-01-01', to: '2016-03-31' },
  yearAgo: { from: '2015-04-01', to: '2015-06-30' },
}

const NONE: CountTable = { rows: [], total: undefined }

/** The data of files, of which the period's own lines are left out: what a round says by itself. */
const external = (tallies: readonly Tally[]) =>
  externalFigures({
    periods: PERIODS,
    stories: [],
    ...{ actions: NONE, safety: NONE, teams: NONE, statuses: NONE, rounds: NONE },
    ...{ alerts: NONE, alertsResolved: NONE, smallestRound: 0 },
    data: buildReport({ from: null, to: null, tallies, rounds: ROUNDS, items: [] }),
  }).figures.data

const entryOf = (counts: readonly number[]): ReportDistribution => {
  const [entry] = external(gradesOf(counts)).distributions
  if (!entry) throw new Error('no entry')
  return entry
}

const short = (counts: readonly number[]) => {
  const { n, counts: shown, percent, goodOrBetter } = entryOf(counts)
  const line = (figures: Record<string, Figure>) => Object.values(figures).join(' ')
  return `n ${n}: ${line(shown)} | ${line(percent)} | ${line(goodOrBetter ?? {})}`
}

describe('distributions', () => {
  test.each([
    // nothing small: nothing suppressed
    [[0, 10, 18, 9], 'n 37: 0 10 18 9 | 0 27 49 24 | 10 27 0.154 0.4298'],
    // one small count: n and the share would give it away
    [[3, 10, 18, 9], 'n c: c 10 18 9 | c c c c | c c c c'],
    [[0, 10, 18, 2], 'n c: 0 10 18 c | c c c c | 10 c c c'],
    // two small counts on one side: their sum is known and several pairs make it
    [[0, 30, 3, 2], 'n 35: 0 30 c c | c c c c | 30 86 0.7062 0.9374'],
    // the only pair that makes 2 is 1 and 1
    [[0, 30, 1, 1], 'n c: 0 30 c c | c c c c | 30 c c c'],
    // one on each side
    [[3, 10, 18, 4], 'n 35: c 10 18 c | c c c c | c c c c'],
    // good or better is small itself, and would be the rest of n
    [[0, 4, 18, 9], 'n c: 0 c 18 9 | c c c c | c c c c'],
    // n is small
    [[0, 3, 1, 0], 'n c: 0 c c 0 | c c c c | c c c c'],
    [[0, 0, 3, 0], 'n c: 0 0 c 0 | c c c c | 0 c c c'],
  ])('%j', (counts, printed) => {
    expect(short(counts)).toBe(printed)
  })

  test('counts beside n are counts too', () => {
    const [entry] = external([
      ...gradesOf([10, 10, 10, 10]),
      {
        theme: 'cp_plan',
        item: null,
        kind: 'grade',
        roundId: 'r1',
        value: 'not_applicable',
        count: 4,
      },
    ]).distributions
    expect(entry).toMatchObject({ n: 40, notApplicable: 'c', notEnoughEvidence: 0 })
  })
})

test('a change is printed where both of its shares are', () => {
  const [shown] = external([...gradesOf([0, 14, 16, 0]), ...gradesOf([0, 21, 9, 0], 'r2')]).changes
  expect(shown).toMatchObject({ difference: 0.2333, low: -0.0147, verdict: 'no clear change' })
  const [kept] = external([...gradesOf([0, 14, 16, 0]), ...gradesOf([2, 21, 9, 0], 'r2')]).changes
  expect(kept).toMatchObject({ difference: 'c', low: 'c', high: 'c', verdict: 'c' })
})

describe('measures', () => {
  const measure = (kind: 'yes_no' | 'number' | 'category', counts: Record<string, number>) =>
    external(
      Object.entries(counts).map(([value, count]) => ({
        theme: 'cp_plan',
        item: 'x',
        kind,
        roundId: 'r1',
        value,
        count,
      }))
    ).measures[0]

  test('of yes and no', () => {
    expect(measure('yes_no', { yes: 22, no: 8 })).toMatchObject({ n: 30, yes: { percent: 73 } })
    expect(measure('yes_no', { yes: 22, no: 3 })).toMatchObject({
      n: 'c',
      values: { yes: 22, no: 'c' },
      yes: { percent: 'c', low: 'c', high: 'c' },
    })
  })

  test('of categories', () => {
    expect(measure('category', { a: 20, b: 3, c: 2 })).toMatchObject({
      n: 25,
      values: { a: 20, b: 'c', c: 'c' },
      percent: { a: 'c', b: 'c', c: 'c' },
    })
    expect(measure('category', { a: 20, b: 3 })).toMatchObject({
      n: 'c',
      values: { a: 20, b: 'c' },
    })
    // everybody chose a, b or both: ten people and two counts of at most 5 can only be 5 and 5
    expect(measure('category', { a: 4, b: 4, 'a\nb': 1 })).toMatchObject({ n: 9, multiple: true })
    expect(measure('category', { a: 5, b: 4, 'a\nb': 0 })).toMatchObject({ n: 9 })
    expect(measure('category', { 'a\nc': 5, b: 5 })).toMatchObject({ n: 10 })
    expect(measure('category', { 'a\nb': 1, a: 4, b: 5 })).toMatchObject({ n: 10, multiple: true })
  })

  test('of numbers', () => {
    expect(measure('number', { 3: 2, 9: 3 })).toMatchObject({ n: 'c', median: 'c', max: 'c' })
    expect(measure('number', { 3: 2, 9: 4 })).toMatchObject({ n: 6, median: 9, max: 9 })
  })
})

/** Every four counts that would print exactly the same; with n unknown up to a bound that leaves room to differ. */
const alike = (entry: ReportDistribution, most: number): number[][] => {
  const options = grades.map((grade) => {
    const shown = entry.counts[grade] ?? 'c'
    return shown === 'c' ? [1, 2, 3, 4, 5] : [shown]
  })
  const [o = [], g = [], r = [], i = []] = options
  const print = JSON.stringify(entry)
  return o
    .flatMap((a) => g.flatMap((b) => r.flatMap((c) => i.map((d) => [a, b, c, d]))))
    .filter((counts) => counts.reduce((sum, count) => sum + count, 0) <= most)
    .filter((counts) => {
      const n = counts.reduce((sum, count) => sum + count, 0)
      const good = (counts[0] ?? 0) + (counts[1] ?? 0)
      const fits = (figure: Figure, value: number) => figure === 'c' || figure === value
      return print !== '' && fits(entry.n, n) && fits(entry.goodOrBetter?.count ?? 'c', good)
    })
}

test('no small number can be worked out: at least two values from 1 to 5 fit what is printed', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), (counts) => {
      fc.pre(counts.some((one) => one > 0))
      const entry = entryOf(counts)
      const fitting = alike(entry, 500)
      const values = (figureOf: (counts: readonly number[]) => number) =>
        new Set(fitting.map(figureOf).filter((value) => value >= 1 && value <= 5)).size
      const small = (value: number) => value >= 1 && value <= 5
      const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0)
      for (const [place, one] of counts.entries()) {
        if (!small(one)) continue
        expect(values((fit) => fit[place] ?? 0)).toBeGreaterThanOrEqual(2)
      }
      if (small(sum(counts))) {
        expect(entry.n).toBe('c')
        expect(values((fit) => sum(fit))).toBeGreaterThanOrEqual(2)
      }
      if (small(sum(counts.slice(0, 2)))) {
        expect(entry.goodOrBetter?.count).toBe('c')
        expect(values((fit) => sum(fit.slice(0, 2)))).toBeGreaterThanOrEqual(2)
      }
      // Wherever a share is printed, so are the counts it is made of.
      if (entry.goodOrBetter?.percent !== 'c') {
        expect([entry.n, entry.goodOrBetter?.count]).not.toContain('c')
      }
      if (Object.values(entry.percent).some((one) => one !== 'c')) {
        expect(Object.values(entry.counts)).not.toContain('c')
      }
    }),
    { numRuns: 3000 }
  )
})
