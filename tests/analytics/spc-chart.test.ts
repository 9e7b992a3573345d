/** Which rounds are measured by one line, when limits are none, on trial and fixed, and the signals in words. */
import { describe, expect, test } from 'vitest'
import { baselineFault } from '../../src/analytics/rules/baseline-date.ts'
import { rankItems } from '../../src/analytics/rules/item-ranking.ts'
import { latestSignal, lineAndPair } from '../../src/analytics/rules/line-and-pair.ts'
import { figuresOf, type RoundFigures } from '../../src/analytics/rules/round-figures.ts'
import { signalSentences, toldSignals } from '../../src/analytics/rules/signal-words.ts'
import { spcChart } from '../../src/analytics/rules/spc-chart.ts'

/** Round `place` of the vector, two months after the one before. */
const round = (place: number, k: number, n: number): RoundFigures => {
  const date = `${2023 + Math.floor(place / 6)}-${String(1 + 2 * (place % 6)).padStart(2, '0')}-28`
  const facts = {
    id: `r${place}`,
    name: `Round ${place + 1}`,
    kind: 'learning',
    date,
    selection: 'random',
  }
  const found = figuresOf(facts, 'grade', [
    { value: 'good', count: k },
    { value: 'inadequate', count: n - k },
  ])
  if (!found) throw new Error('no figures')
  return found
}

/** domain.md §7.3. */
const VECTOR = [
  ...[round(0, 14, 30), round(1, 12, 28), round(2, 17, 32), round(3, 15, 25)],
  ...[round(4, 20, 30), round(5, 21, 29), round(6, 19, 27), round(7, 24, 31)],
  ...[round(8, 22, 30), round(9, 25, 33), round(10, 23, 28), round(11, 27, 32)],
]

const sentences = (figures: readonly RoundFigures[], options?: Parameters<typeof spcChart>[1]) =>
  spcChart(figures, options).flatMap((stretch) => signalSentences(toldSignals(stretch)))

describe('limits', () => {
  test.each([
    [5, 'none'],
    [6, 'trial'],
    [11, 'trial'],
    [12, 'fixed'],
  ])('of %i rounds: %s', (rounds, state) => {
    const [stretch] = spcChart(VECTOR.slice(0, rounds))
    expect(stretch?.state).toBe(state)
    expect(
      stretch?.points.every(({ limits }) => (limits === undefined) === (state === 'none'))
    ).toBe(true)
  })

  test('of twelve are those of the vector', () => {
    const [stretch] = spcChart(VECTOR)
    expect(stretch?.centre).toBeCloseTo(0.673239, 6)
    expect(stretch?.points[0]?.limits?.lower).toBeCloseTo(0.4163, 4)
    expect(stretch?.points[1]?.limits?.upper).toBeCloseTo(0.9392, 4)
  })

  test('are set by the first twelve and extended', () => {
    const later = [...VECTOR, round(12, 5, 30), round(13, 5, 30)]
    expect(spcChart(later)[0]?.centre).toBe(spcChart(VECTOR)[0]?.centre)
    expect(sentences(later)).toContain('Round 13 and Round 14 are below the lower limit.')
  })

  test('are not drawn for a round that is too small, which is part of no run', () => {
    const small = [...VECTOR.slice(0, 6), round(6, 2, 9), ...VECTOR.slice(7)]
    const [stretch] = spcChart(small)
    expect(stretch?.points[6]).toMatchObject({ isSmall: true, limits: undefined, value: 2 / 9 })
    expect(stretch?.line.map(({ figures }) => figures.round.name)).not.toContain('Round 7')
  })

  test('leave rounds without a share out', () => {
    expect(spcChart([round(0, 2, 4)])).toEqual([])
    expect(spcChart([])).toEqual([])
  })
})

describe('a new baseline', () => {
  const baselines = [{ id: 'b', startsOn: '2024-03-01', reason: 'A new practice model' }]

  test('measures the rounds of its date and later by themselves', () => {
    const stretches = spcChart(VECTOR, { baselines })
    expect(
      stretches.map(({ points, state, baseline }) => [points.length, state, baseline?.id])
    ).toEqual([
      [7, 'trial', undefined],
      [5, 'none', 'b'],
    ])
  })

  test('before the first round changes nothing', () => {
    const early = [{ id: 'b', startsOn: '2022-01-01', reason: '' }]
    expect(spcChart(VECTOR, { baselines: early })[0]?.centre).toBe(spcChart(VECTOR)[0]?.centre)
  })
})

test('limits never reach across a break of meaning', () => {
  const lineOf = (id: string) => (['r0', 'r1', 'r2', 'r3'].includes(id) ? 'before' : 'after')
  const stretches = spcChart(VECTOR, { lineOf })
  expect(stretches.map(({ points, state }) => [points.length, state])).toEqual([
    [4, 'none'],
    [8, 'trial'],
  ])
  expect(stretches[1]?.centre).toBeCloseTo(181 / 240, 12)
})

describe('signals in words', () => {
  const level = Array.from({ length: 12 }, (_, place) => round(place, place % 2 ? 16 : 14, 30))

  test('a run, with its rounds', () => {
    const more = [12, 13, 14, 15, 16, 17, 18].map((place) => round(place, place % 2 ? 19 : 18, 30))
    expect(sentences([...level, ...more])).toEqual([
      'Eight rounds running above the average, from Round 12 to Round 19.',
    ])
    expect(sentences([...level, ...more], { runLength: 9 })).toEqual([])
  })

  test('a trend, two of three and a round beyond a limit, in the order of naming', () => {
    const falling = [22, 20, 18, 16, 13, 6, 5].map((k, step) => round(12 + step, k, 30))
    expect(sentences([...level, ...falling])).toEqual([
      'Round 18 and Round 19 are below the lower limit.',
      'Seven rounds running, each lower than the one before, from Round 13 to Round 19.',
    ])
    const high = [round(12, 21, 30), round(13, 16, 30), round(14, 22, 30)]
    expect(sentences([...level, ...high])).toEqual([
      'Two of three rounds running are close to the upper limit, from Round 13 to Round 15.',
    ])
  })
})

describe('the line and a pair of years', () => {
  test.each([
    [undefined, 'no clear change', 'same'],
    ['up', 'improved', 'same'],
    ['up', 'no clear change', 'line_only'],
    [undefined, 'declined', 'pair_only'],
    ['up', 'declined', 'opposite'],
    ['down', 'improved', 'opposite'],
    ['up', undefined, undefined],
  ] as const)('%s and %s: %s', (side, verdict, expected) => {
    expect(lineAndPair(side, verdict)).toBe(expected)
  })

  test('the latest signal is the one that reaches furthest', () => {
    const [stretch] = spcChart([...VECTOR, round(12, 5, 30)])
    if (!stretch) throw new Error('no stretch')
    expect(latestSignal(toldSignals(stretch))).toMatchObject({ rule: 'beyond_limit', side: 'down' })
    expect(latestSignal([])).toBeUndefined()
  })
})

describe('the date of a baseline', () => {
  const span = { first: '2023-01-27', last: '2025-11-28' }
  test.each([
    ['2024-06-01', undefined],
    [
      '2023-01-27',
      'No round is dated before it: the first with results is of Friday 27 January 2023, and a new baseline comes after that',
    ],
    [
      '2025-11-29',
      'No round is dated on it or after it: the last with results is of Friday 28 November 2025',
    ],
    [
      '2026-02-01',
      'The date is in the future: give the day on which practice or recording changed',
    ],
    ['2025-02-30', '“2025-02-30” is a date that does not exist; check day and month'],
  ])('%s', (date, fault) => {
    expect(baselineFault(date, span, '2026-01-30')).toBe(fault)
  })
})

describe('items by need', () => {
  const item = (key: string) => ({ key, label: key, kind: 'grade' as const })
  const facts = (id: string, date: string) => ({
    ...{ id, name: id, kind: 'learning', date, selection: 'random' },
  })
  const rounds = [facts('a', '2025-09-26'), facts('b', '2025-11-28')]
  const base = {
    items: [
      item(''),
      item('few'),
      item('weak'),
      item('strong'),
      { ...item('yes'), kind: 'yes_no' as const },
    ],
    versions: [],
    rounds,
    useOf: () => undefined,
  }

  test('the largest share first, too few for a share last', () => {
    const counts = [
      { roundId: 'a', item: 'strong', n: 20, below: 2 },
      { roundId: 'a', item: 'weak', n: 10, below: 5 },
      { roundId: 'b', item: 'weak', n: 10, below: 7 },
      { roundId: 'b', item: 'few', n: 4, below: 4 },
    ]
    expect(
      rankItems({ ...base, counts }).map(({ item: of, n, below }) => [of.key, n, below])
    ).toEqual([
      ['weak', 20, 12],
      ['strong', 20, 2],
      ['few', 4, 4],
    ])
  })

  test('rounds that asked something else are left out, and that is told', () => {
    const counts = [
      { roundId: 'a', item: 'weak', n: 10, below: 10 },
      { roundId: 'b', item: 'weak', n: 10, below: 1 },
    ]
    const useOf = (roundId: string) => ({
      used: [{ versionId: roundId, sinceVersionId: roundId, reason: '' }],
      hasHistory: false,
    })
    expect(rankItems({ ...base, counts, useOf })).toMatchObject([{ n: 10, below: 1, isCut: true }])
  })
})
