/** Periods, the teams that a person sees figures of, comparisons and figures of rounds, each by example. */
import { describe, expect, test } from 'vitest'
import { compareTwelveMonths } from '../../src/analytics/rules/comparison.ts'
import { isInPeriod, monthsBefore, twelveMonthsOf } from '../../src/analytics/rules/period.ts'
import { figuresOf } from '../../src/analytics/rules/round-figures.ts'
import { roundSteps } from '../../src/analytics/rules/round-steps.ts'
import {
  type TeamPlace,
  visibleTeams,
  withTeamsBelow,
} from '../../src/analytics/rules/visible-teams.ts'

const round = (date: string, selection = 'not_known') => ({
  id: date,
  name: `Round of ${date}`,
  kind: 'learning',
  date,
  selection,
})

const graded = (date: string, good: number, inadequate: number, selection?: string) => {
  const figures = figuresOf(round(date, selection), 'grade', [
    { value: 'good', count: good },
    { value: 'inadequate', count: inadequate },
  ])
  if (!figures) throw new Error('no figures')
  return figures
}

describe('periods', () => {
  test.each([
    ['2026-01-12', 12, '2025-01-12'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2023-03-31', 1, '2023-02-28'],
    ['2026-01-31', 2, '2025-11-30'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-01-12', 24, '2024-01-12'],
  ])('%s less %i months is %s', (date, months, then) => {
    expect(monthsBefore(date, months)).toBe(then)
  })

  test('twelve months end today and begin the day after the same date a year ago', () => {
    const today = '2026-01-12'
    expect(twelveMonthsOf('2025-01-13', today)).toBe('last')
    expect(twelveMonthsOf('2025-01-12', today)).toBe('before')
    expect(twelveMonthsOf('2024-01-13', today)).toBe('before')
    expect(twelveMonthsOf('2024-01-12', today)).toBeUndefined()
    // A round that is open is dated by the end of its window.
    expect(twelveMonthsOf('2026-02-28', today)).toBe('last')
    expect(isInPeriod('2024-01-12', '2y', today)).toBe(false)
    expect(isInPeriod('1999-01-01', 'all', today)).toBe(true)
  })
})

describe('teams whose figures a person sees', () => {
  const team = (
    id: string,
    parentId: string | null,
    kind: 'service' | 'team' = 'team'
  ): TeamPlace => ({
    id,
    name: id,
    parentId,
    kind,
    closedOn: null,
  })
  const teams = [
    team('north', null, 'service'),
    team('north 1', 'north'),
    team('north 1a', 'north 1'),
    team('south', null, 'service'),
    team('south 1', 'south'),
    team('stray', null),
  ]
  const seen = (scopes: Parameters<typeof visibleTeams>[1], own: string | null) =>
    visibleTeams(teams, scopes, own).map(({ id, depth }) => `${depth} ${id}`)

  test('follow the tree from where the scope begins', () => {
    expect(seen(['all'], null)).toEqual([
      '0 north',
      '1 north 1',
      '2 north 1a',
      '0 south',
      '1 south 1',
      '0 stray',
    ])
    expect(seen(['team'], 'north 1')).toEqual(['0 north 1', '1 north 1a'])
    expect(seen(['service'], 'north 1a')).toEqual(['0 north', '1 north 1', '2 north 1a'])
    expect(seen(['service'], 'stray')).toEqual(['0 stray'])
    expect(seen(['team', 'service'], 'north 1')).toHaveLength(3)
    expect(seen(['team'], null)).toEqual([])
    expect(seen([], 'north 1')).toEqual([])
  })

  test('a team brings those below it, and only what is visible', () => {
    const visible = visibleTeams(teams, ['team'], 'north 1')
    expect(withTeamsBelow(visible, 'north 1')).toEqual(['north 1', 'north 1a'])
    expect(withTeamsBelow(visible, 'north')).toEqual([])
  })
})

describe('the comparison of twelve months', () => {
  const today = '2026-01-12'

  test('adds up rounds and names a change when the interval does', () => {
    const comparison = compareTwelveMonths(
      [
        graded('2023-12-01', 9, 1),
        graded('2024-06-01', 87, 103),
        graded('2025-03-01', 60, 40),
        graded('2025-09-01', 75, 26),
      ],
      today
    )
    expect(comparison.before).toMatchObject({ n: 190, figures: { count: 87, percent: 46 } })
    expect(comparison.last).toMatchObject({ n: 201, figures: { count: 135, percent: 67 } })
    expect(comparison.verdict).toBe('improved')
  })

  test('says nothing of a change where either has too few', () => {
    const comparison = compareTwelveMonths(
      [graded('2024-06-01', 0, 4), graded('2025-06-01', 50, 0)],
      today
    )
    expect(comparison.before?.n).toBe(4)
    expect(comparison.verdict).toBeUndefined()
    expect(compareTwelveMonths([], today)).toMatchObject({ last: undefined, before: undefined })
  })

  test('speaks of all cases only where every round was random or a census', () => {
    const speaks = (...selections: string[]) =>
      compareTwelveMonths(
        selections.map((selection, place) => graded(`2025-0${place + 2}-01`, 5, 5, selection)),
        today
      ).isOfAllCases
    expect(speaks('random', 'census')).toBe(true)
    expect(speaks('random', 'targeted')).toBe(false)
    expect(speaks('not_known')).toBe(false)
  })
})

test('rounds too small for a share are left out of the steps from round to round', () => {
  const steps = roundSteps([
    graded('2025-01-01', 5, 25),
    graded('2025-03-01', 2, 2),
    graded('2025-05-01', 28, 2),
  ])
  expect(steps).toEqual([{ roundId: '2025-05-01', verdict: 'improved' }])
})

test('figures of a round count what is outside n beside it', () => {
  expect(
    figuresOf(round('2025-01-01'), 'number', [
      { value: '10', count: 1 },
      { value: '9', count: 2 },
      { value: 'not_applicable', count: 4 },
    ])
  ).toMatchObject({
    n: 3,
    values: [
      { value: '9', count: 2 },
      { value: '10', count: 1 },
    ],
    notApplicable: 4,
    quartiles: { median: 9, upperQuartile: 9.5 },
    share: undefined,
  })
  expect(
    figuresOf(round('2025-01-01'), 'grade', [{ value: 'not_enough_evidence', count: 4 }])
  ).toBeUndefined()
})
