/**
 * Nobody who has the file alone can work out a number from 1 to 5: tried on random reports by a solver of its own, which
 * reads the figures as printed and knows which of them add up to which.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tally } from '../../src/analytics/rules/tally.ts'
import { buildReport } from '../../src/reports/rules/build-report.ts'
import { externalFigures } from '../../src/reports/rules/external-figures.ts'
import { lineStories } from '../../src/reports/rules/period-line.ts'
import type { CountTable, ReportFigures } from '../../src/reports/rules/report-figures.ts'
import { grades } from '../../src/rubrics/rules/scale.ts'
import { attack, type PrintedFile } from './attack.ts'

const ROUNDS = [
  { id: 'a', name: 'May', kind: 'learning', date: '2026-05-29', selection: 'random' },
  { id: 'b', name: 'June', kind: 'learning', date: '2026-06-29', selection: 'random' },
  { id: 'c', name: 'March', kind: 'learning', date: '2026-03-29', selection: 'random' },
]
const PERIODS = {
  now: { from: '2026-04-01', to: '2026-06-30' },
  before: { from: '2026-01-01', to: '2026-03-31' },
  yearAgo: { from: '2025-04-01', to: '2025-06-30' },
}
const VALUES = [...grades, 'not_applicable', 'not_enough_evidence']

/** Of one theme: its grade, two items and one measure, each with the same number of audits in a round. */
type Counts = readonly number[]

const tallies = (rounds: readonly (readonly Counts[])[]): Tally[] =>
  rounds.flatMap((entries, round) =>
    entries.flatMap((counts, entry) =>
      counts.map((count, place) => ({
        theme: 'cp_plan',
        item: entry === 0 ? null : `item_${entry}`,
        kind: 'grade' as const,
        roundId: ROUNDS[round]?.id ?? '',
        value: VALUES[place] ?? '',
        count,
      }))
    )
  )

const table = (
  rows: readonly Counts[],
  columns: readonly string[],
  isSummed: boolean
): CountTable => {
  const sum = (counts: Counts) => counts.reduce((total, count) => total + count, 0)
  const column = (place: number) => sum(rows.map((counts) => counts[place] ?? 0))
  return {
    rows: rows.map((counts, row) => ({
      key: `row ${row}`,
      label: `Row ${row}`,
      total: sum(counts),
      counts: Object.fromEntries(columns.map((name, place) => [name, counts[place] ?? 0])),
    })),
    total: isSummed
      ? {
          key: 'total',
          label: 'Total',
          total: sum(rows.map(sum)),
          counts: Object.fromEntries(columns.map((name, place) => [name, column(place)])),
        }
      : undefined,
  }
}

const none: CountTable = { rows: [], total: undefined }

const figuresOf = (
  rounds: readonly (readonly Counts[])[],
  tables: Partial<Pick<ReportFigures, 'actions' | 'safety' | 'teams'>> = {}
): ReportFigures => {
  const all = tallies(rounds)
  const sources = { tallies: all, rounds: ROUNDS, versions: new Map(), useOf: () => undefined }
  return {
    periods: PERIODS,
    stories: lineStories(sources, PERIODS),
    ...{ actions: none, safety: none, teams: none, statuses: none, rounds: none },
    ...{ alerts: none, alertsResolved: none },
    ...tables,
    smallestRound: 0,
    data: buildReport({
      from: PERIODS.now.from,
      to: PERIODS.now.to,
      tallies: all.filter(({ roundId }) => roundId !== 'c'),
      rounds: ROUNDS.slice(0, 2),
      items: [],
    }),
  }
}

const printed = (figures: ReportFigures): PrintedFile => {
  const external = externalFigures(figures)
  return { truth: figures, figures: external.figures, print: external.print }
}

/** Counts as files have them: mostly small, some nought, some large. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 6, max: 30 }) }
)

/** A round: the grade of the theme, and items whose audits are as many (by more or fewer without evidence). */
const round = fc
  .tuple(
    fc.array(count, { minLength: 6, maxLength: 6 }),
    fc.array(fc.array(count, { minLength: 5, maxLength: 5 }), { minLength: 0, maxLength: 2 })
  )
  .map(([theme, items]): Counts[] => {
    const total = theme.reduce((sum, one) => sum + one, 0)
    return [
      theme,
      ...items.map((counts) => {
        const own = counts.reduce((sum, one) => sum + one, 0)
        return [...counts, Math.max(0, total - own)]
      }),
    ]
  })

describe('everything printed leaves two values for every suppressed number', () => {
  test('of themes and items, by round and over the period, this period and the one before', () => {
    fc.assert(
      fc.property(fc.tuple(round, round, round), (rounds) => {
        expect(attack(printed(figuresOf(rounds)))).toEqual([])
      }),
      { numRuns: 200, seed: 20260630 }
    )
  })

  test('of tables whose rows and columns add up', () => {
    const rows = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.array(count, { minLength: 4, maxLength: 4 }), (teams, actions) => {
        const tables = {
          teams: table(teams, ['period', 'rest'], true),
          actions: table(
            [actions, actions.toReversed()],
            ['in_time', 'late', 'overdue', 'open'],
            false
          ),
        }
        expect(attack(printed(figuresOf([], tables)))).toEqual([])
      }),
      { numRuns: 200, seed: 20260630 }
    )
  })
})

test('the solver finds what a careless report gives away', () => {
  const figures = figuresOf([[[0, 12, 15, 2, 0, 0]]])
  const careless: PrintedFile = {
    truth: figures,
    figures: {
      ...figures,
      data: {
        ...figures.data,
        distributions: figures.data.distributions.map((entry) => ({
          ...entry,
          counts: { ...entry.counts, inadequate: 'c' },
        })),
      },
    },
    print: (line) => ({
      n: line.distribution.n,
      counts: { ...line.distribution.counts, inadequate: 'c' },
      percent: {},
      notApplicable: 0,
      notEnoughEvidence: 0,
      good: null,
    }),
  }
  expect(attack(careless)).not.toEqual([])
})

test('does not suppress more than it has to', () => {
  // Two small counts on one side: n and the share stay.
  const of = (counts: Counts) => {
    const { print, figures } = externalFigures(figuresOf([[counts]]))
    const line = figures.stories[0]?.lines.now
    return line && print(line)
  }
  expect(of([0, 30, 3, 3, 0, 0])).toMatchObject({
    n: 36,
    good: { count: 30, percent: 83 },
    below: 6,
  })
  // A grade of its own goes along before the share does.
  expect(of([3, 14, 12, 0, 0, 0])).toMatchObject({ n: 29, good: { count: 17, percent: 59 } })
  // Below good is a number too: n stays, and the share is said to lie between.
  expect(of([0, 30, 3, 2, 0, 0])).toMatchObject({
    ...{ n: 35, good: { count: 'c', percent: 'c' }, below: 'c' },
    between: { n: { low: 35, high: 35 }, good: { low: 30, high: 34 } },
  })
})
