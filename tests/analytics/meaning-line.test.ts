/** Which rounds stand on one line, where it breaks and why, and with which version an item came or went. */
import { describe, expect, test } from 'vitest'
import { compareTwelveMonths } from '../../src/analytics/rules/comparison.ts'
import { itemStory } from '../../src/analytics/rules/meaning-line.ts'
import { figuresOf } from '../../src/analytics/rules/round-figures.ts'
import { roundSteps } from '../../src/analytics/rules/round-steps.ts'
import {
  lineOfRound,
  namedBreaks,
  type RoundUse,
  sinceWords,
} from '../../src/analytics/rules/theme-lines.ts'
import { fourGrade, type Scale } from '../../src/rubrics/rules/scale.ts'

const rag: Scale = {
  key: 'rag',
  title: 'Red, amber, green',
  isOrdered: true,
  values: (['green', 'amber', 'red'] as const).map((key) => ({
    key,
    label: key,
    letter: key.charAt(0).toUpperCase(),
    colour: key,
    isPositive: key === 'green',
    isOutside: false,
  })),
}

const version = (
  name: string,
  base: string | null,
  keys: readonly string[],
  more: { scale?: Scale; isWithdrawn?: boolean } = {}
) => ({
  id: `id ${name}`,
  version: name,
  publishedAt: '2026-01-01T09:00:00.000Z',
  publishedBy: null,
  note: '',
  baseVersionId: base && `id ${base}`,
  isWithdrawn: more.isWithdrawn ?? false,
  items: keys.map((key) => ({ key })),
  scale: more.scale ?? fourGrade,
})

const versions = [
  version('1', null, ['a', 'b']),
  version('1-local.1', '1', ['a', 'b', 'c']),
  version('1-local.2', '1-local.1', ['a', 'c'], { scale: rag }),
]

/** `1-local.2<1` is a version that means what version 1 meant. */
const use = (...texts: string[]): RoundUse => ({
  hasHistory: texts.includes('history'),
  used: texts
    .filter((text) => text !== 'history')
    .map((text) => {
      const [name = '', since = name] = text.split('<')
      return { versionId: `id ${name}`, sinceVersionId: `id ${since}`, reason: '' }
    }),
})

const line = (id: string, found: RoundUse | undefined, item = 'a', values = ['good']) =>
  lineOfRound({ id, use: found }, { versions, item, isGraded: true, values })

const breaks = (...uses: (RoundUse | undefined)[]) =>
  namedBreaks(
    uses.map((found, place) => line(`r${place}`, found)),
    versions
  ).map(({ fromRoundId, toRoundId, cause, versions: pair }) =>
    [fromRoundId, toRoundId, cause, pair?.from, pair?.to].join(' ')
  )

describe('a line of rounds', () => {
  test.each([
    ['one version', [use('1'), use('1')], []],
    ['another that means the same', [use('1'), use('1-local.1<1')], []],
    ['history goes on from the first version', [use('history'), undefined, use('1')], []],
    ['a changed meaning', [use('1'), use('1-local.1')], ['r0 r1 meaning 1 1-local.1']],
    ['back to the old one', [use('1-local.1'), use('1')], ['r0 r1 meaning 1-local.1 1']],
    [
      'changed, then the same again',
      [use('1'), use('1-local.1'), use('1-local.1')],
      ['r0 r1 meaning 1 1-local.1'],
    ],
    ['two versions of one meaning in a round', [use('1'), use('1', '1-local.1<1')], []],
    [
      'two meanings in a round',
      [use('1'), use('1-local.1', '1'), use('1-local.1')],
      ['r0 r1 mixed 1 1-local.1', 'r1 r2 mixed 1 1-local.1'],
    ],
    [
      'two rounds of two meanings',
      [use('1', '1-local.1'), use('1', '1-local.1')],
      ['r0 r1 mixed 1 1-local.1'],
    ],
    [
      'history beside a changed version in one round',
      [use('1'), use('history', '1-local.1')],
      ['r0 r1 mixed 1 1-local.1'],
    ],
  ])('%s', (_, uses, expected) => {
    expect(breaks(...uses)).toEqual(expected)
  })

  test('another scale breaks it, whatever the publisher said of the meaning', () => {
    const rounds = [
      line('r0', use('1'), 'a', ['good']),
      line('r1', use('1-local.2<1'), 'a', ['green']),
    ]
    expect(namedBreaks(rounds, versions)).toMatchObject([{ cause: 'scale' }])
    expect(rounds.map(({ scale }) => scale.key)).toEqual(['four_grade', 'rag'])
  })

  test('a theme or item that no rubric knows has one line', () => {
    const rounds = ['r0', 'r1'].map((id) =>
      lineOfRound({ id, use: undefined }, { versions: [], item: 'x', isGraded: true, values: [] })
    )
    expect(namedBreaks(rounds, [])).toEqual([])
  })

  test('says since which versions a round means what it means', () => {
    expect(sinceWords(line('r', use('1-local.1<1')), versions)).toBe('1')
    expect(sinceWords(line('r', use('1-local.1', '1')), versions)).toBe('1 and 1-local.1')
    expect(sinceWords(line('r', undefined, 'c'), versions)).toBe('1-local.1')
  })
})

test.each([
  ['a', undefined, undefined],
  ['b', undefined, '1-local.2'],
  ['c', '1-local.1', undefined],
  ['', undefined, undefined],
  ['never', undefined, undefined],
])('item %s: new with %s, left out by %s', (item, firstIn, leftOutIn) => {
  const story = itemStory(versions, item)
  expect([story.firstIn?.version, story.leftOutIn?.version]).toEqual([firstIn, leftOutIn])
})

test('a version that is withdrawn leaves nothing out', () => {
  const withdrawn = [
    ...versions.slice(0, 2),
    version('1-local.2', '1-local.1', ['a'], { isWithdrawn: true }),
  ]
  expect(itemStory(withdrawn, 'b').leftOutIn).toBeUndefined()
})

const graded = (date: string, good: number, inadequate: number) => {
  const round = { id: date, name: date, kind: 'learning', date, selection: 'random' }
  const figures = figuresOf(round, 'grade', [
    { value: 'good', count: good },
    { value: 'inadequate', count: inadequate },
  ])
  if (!figures) throw new Error('no figures')
  return figures
}

const since2025 = (roundId: string) => (roundId < '2025-06' ? 'old' : 'new')

test('steps across a break are not compared, and are not pairs', () => {
  const rounds = [
    graded('2025-01-01', 5, 25),
    graded('2025-07-01', 28, 2),
    graded('2025-09-01', 28, 2),
  ]
  expect(roundSteps(rounds, since2025).map(({ verdict }) => verdict)).toEqual([
    'not comparable',
    'no clear change',
  ])
})

describe('twelve months', () => {
  const today = '2026-01-12'

  test('across a break count the latest meaning alone, and compare nothing', () => {
    const comparison = compareTwelveMonths(
      [graded('2024-06-01', 80, 20), graded('2025-03-01', 40, 60), graded('2025-09-01', 30, 10)],
      today,
      since2025
    )
    expect(comparison).toMatchObject({ isCut: true, last: { n: 40 }, before: undefined })
    expect(comparison.verdict).toBeUndefined()
  })

  test('a break that is older than both years cuts nothing', () => {
    const comparison = compareTwelveMonths(
      [graded('2023-06-01', 80, 20), graded('2024-09-01', 50, 50), graded('2025-09-01', 90, 10)],
      today,
      (id) => (id < '2024' ? 'old' : 'new')
    )
    expect(comparison).toMatchObject({ isCut: false, verdict: 'improved' })
  })
})
