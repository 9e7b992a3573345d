/** The report model and its CSV: contracts.md §8. */
import { describe, expect, test } from 'vitest'
import { distributionCsv } from '../../src/analytics/rules/distribution-csv.ts'
import type { RoundFacts, Tally } from '../../src/analytics/rules/tally.ts'
import { buildReport } from '../../src/reports/rules/build-report.ts'

const ROUNDS: RoundFacts[] = [
  {
    id: 'r2',
    name: 'September 2016 learning audit',
    kind: 'learning',
    date: '2016-09-30',
    selection: 'not_known',
  },
  {
    id: 'r1',
    name: 'April 2016 learning audit',
    kind: 'learning',
    date: '2016-04-29',
    selection: 'not_known',
  },
  { id: 'r3', name: 'Dip sample', kind: 'dip', date: '2016-10-15', selection: 'not_known' },
  {
    id: 'r4',
    name: 'Autumn learning audit',
    kind: 'learning',
    date: '2016-11-30',
    selection: 'not_known',
  },
]

const ITEMS = [
  { theme: 'cp_plan', key: 'cp.clarity' },
  { theme: 'cp_plan', key: 'cp.actions' },
  { theme: 'cp_plan', key: 'cp.agencies', choices: ['police', 'health'], multiple: true },
]

const tally = (
  theme: string,
  item: string | null,
  roundId: string,
  value: string,
  count: number,
  kind: Tally['kind'] = 'grade'
): Tally => ({ theme, item, roundId, value, count, kind })

const build = (...tallies: Tally[]) =>
  buildReport({ from: null, to: null, tallies, rounds: ROUNDS, items: ITEMS })

describe('distributions', () => {
  test('are what contracts.md §8 prints, to the key', () => {
    const report = buildReport({
      from: '2016-04-01',
      to: '2017-12-31',
      rounds: ROUNDS,
      items: [],
      tallies: [
        tally('cin_plan', null, 'r1', 'good', 10),
        tally('cin_plan', null, 'r1', 'requires_improvement', 18),
        tally('cin_plan', null, 'r1', 'inadequate', 9),
      ],
    })
    expect(JSON.stringify(report)).toBe(
      JSON.stringify({
        from: '2016-04-01',
        to: '2017-12-31',
        audience: 'internal',
        distributions: [
          {
            theme: 'cin_plan',
            item: null,
            round: 'April 2016 learning audit',
            roundKind: 'learning',
            roundDate: '2016-04-29',
            n: 37,
            counts: { outstanding: 0, good: 10, requires_improvement: 18, inadequate: 9 },
            percent: { outstanding: 0, good: 27, requires_improvement: 49, inadequate: 24 },
            notApplicable: 0,
            notEnoughEvidence: 0,
            goodOrBetter: { count: 10, percent: 27, low: 0.154, high: 0.4298 },
          },
        ],
        measures: [],
        changes: [],
        breaks: [],
      })
    )
  })

  test('come by theme, theme grade first, rubric order, then text, then round', () => {
    const report = build(
      tally('voice', null, 'r1', 'good', 1),
      tally('cp_plan', 'Zeal', 'r1', 'good', 1),
      tally('cp_plan', 'An item of old', 'r1', 'good', 1),
      tally('cp_plan', 'cp.actions', 'r1', 'good', 1),
      tally('cp_plan', 'cp.clarity', 'r4', 'good', 1),
      tally('cp_plan', 'cp.clarity', 'r3', 'good', 1),
      tally('cp_plan', 'cp.clarity', 'r1', 'good', 1),
      tally('cp_plan', null, 'r1', 'good', 1),
      tally('audit', null, 'r1', 'good', 1)
    )
    expect(report.distributions.map((one) => [one.theme, one.item, one.roundDate])).toEqual([
      ['audit', null, '2016-04-29'],
      ['cp_plan', null, '2016-04-29'],
      ['cp_plan', 'cp.clarity', '2016-04-29'],
      ['cp_plan', 'cp.clarity', '2016-10-15'],
      ['cp_plan', 'cp.clarity', '2016-11-30'],
      ['cp_plan', 'cp.actions', '2016-04-29'],
      ['cp_plan', 'An item of old', '2016-04-29'],
      ['cp_plan', 'Zeal', '2016-04-29'],
      ['voice', null, '2016-04-29'],
    ])
  })

  test('count not applicable and not enough evidence beside n, and n 0 yields nothing', () => {
    const report = build(
      tally('cp_plan', null, 'r1', 'good', 1),
      tally('cp_plan', null, 'r1', 'not_applicable', 2),
      tally('cp_plan', null, 'r1', 'not_enough_evidence', 3),
      tally('cp_plan', 'cp.clarity', 'r1', 'not_applicable', 4),
      tally('cp_plan', 'cp.actions', 'r1', 'good', 0)
    )
    expect(report.distributions).toHaveLength(1)
    expect(report.distributions[0]).toMatchObject({ n: 1, notApplicable: 2, notEnoughEvidence: 3 })
  })
})

describe('measures', () => {
  test('of yes and no', () => {
    const report = build(
      tally('cp_plan', 'safety plan', 'r1', 'yes', 22, 'yes_no'),
      tally('cp_plan', 'safety plan', 'r1', 'no', 3, 'yes_no'),
      tally('cp_plan', 'safety plan', 'r1', 'not_applicable', 9, 'yes_no')
    )
    expect(JSON.stringify(report.measures)).toBe(
      JSON.stringify([
        {
          theme: 'cp_plan',
          item: 'safety plan',
          round: 'April 2016 learning audit',
          kind: 'yes_no',
          n: 25,
          values: { yes: 22, no: 3 },
          yes: { percent: 88, low: 0.7004, high: 0.9583 },
        },
      ])
    )
    expect(report.distributions).toEqual([])
  })

  test('of numbers', () => {
    const report = build(
      tally('cp_plan', 'days', 'r1', '9', 1, 'number'),
      tally('cp_plan', 'days', 'r1', '10', 1, 'number'),
      tally('cp_plan', 'days', 'r1', '2', 2, 'number')
    )
    expect(JSON.stringify(report.measures[0])).toBe(
      JSON.stringify({
        theme: 'cp_plan',
        item: 'days',
        round: 'April 2016 learning audit',
        kind: 'number',
        n: 4,
        median: 5.5,
        lowerQuartile: 2,
        upperQuartile: 9.25,
        min: 2,
        max: 10,
      })
    )
  })

  test('of categories, in the rubric’s order; several choices need not sum', () => {
    const report = build(
      tally('cp_plan', 'cp.agencies', 'r1', 'health\npolice', 3, 'category'),
      tally('cp_plan', 'cp.agencies', 'r1', 'police', 1, 'category'),
      tally('cp_plan', 'mode', 'r1', 'telephone only', 2, 'category'),
      tally('cp_plan', 'mode', 'r1', 'group meeting', 1, 'category')
    )
    expect(report.measures).toEqual([
      {
        theme: 'cp_plan',
        item: 'cp.agencies',
        round: 'April 2016 learning audit',
        kind: 'category',
        n: 4,
        multiple: true,
        values: { police: 4, health: 3 },
        percent: { police: 100, health: 75 },
      },
      {
        theme: 'cp_plan',
        item: 'mode',
        round: 'April 2016 learning audit',
        kind: 'category',
        n: 3,
        multiple: false,
        values: { 'group meeting': 1, 'telephone only': 2 },
        percent: { 'group meeting': 33, 'telephone only': 67 },
      },
    ])
  })
})

describe('changes', () => {
  test('compare consecutive rounds of one kind, and leave the dip out of the line', () => {
    const report = build(
      tally('cp_plan', null, 'r1', 'good', 14),
      tally('cp_plan', null, 'r1', 'inadequate', 16),
      tally('cp_plan', null, 'r2', 'outstanding', 21),
      tally('cp_plan', null, 'r2', 'inadequate', 9),
      tally('cp_plan', null, 'r3', 'inadequate', 30),
      tally('cp_plan', null, 'r4', 'requires_improvement', 40),
      tally('cp_plan', 'cp.clarity', 'r2', 'not_applicable', 4),
      tally('cp_plan', 'cp.clarity', 'r1', 'good', 4)
    )
    expect(report.changes).toEqual([
      {
        theme: 'cp_plan',
        item: null,
        roundKind: 'learning',
        fromRound: 'April 2016 learning audit',
        toRound: 'September 2016 learning audit',
        difference: 0.2333,
        low: -0.0147,
        high: 0.445,
        verdict: 'no clear change',
      },
      expect.objectContaining({
        fromRound: 'September 2016 learning audit',
        toRound: 'Autumn learning audit',
        difference: -0.7,
        verdict: 'declined',
      }),
    ])
  })
})

describe('CSV', () => {
  test('has the columns of contracts.md §8, and no cell that a spreadsheet would run', () => {
    const rounds = [
      {
        id: 'r1',
        name: '=HYPERLINK("x"),2',
        kind: 'learning',
        date: '2016-04-29',
        selection: 'not_known',
      },
    ]
    const { distributions } = buildReport({
      from: null,
      to: null,
      rounds,
      items: [],
      tallies: [
        tally('@theme', '-item', 'r1', 'good', 10),
        tally('@theme', '-item', 'r1', 'inadequate', 27),
        tally('cin_plan', null, 'r1', 'good', 1),
      ],
    })
    expect(distributionCsv(distributions)).toBe(
      [
        'theme,item,round,round_kind,round_date,n,outstanding,good,requires_improvement,inadequate,not_applicable,not_enough_evidence,good_or_better,good_or_better_percent,low,high',
        `'@theme,'-item,"'=HYPERLINK(""x""),2",learning,2016-04-29,37,0,10,0,27,0,0,10,27,0.154,0.4298`,
        `cin_plan,,"'=HYPERLINK(""x""),2",learning,2016-04-29,1,0,1,0,0,0,0,1,100,0.2065,1`,
        '',
      ].join('\n')
    )
  })

  test('is a header alone when there is nothing', () => {
    expect(distributionCsv([]).split('\n')).toHaveLength(2)
  })
})
