/** Figures of alerts from a council of eleven alerts that were counted by hand. Today is Monday 2 March 2026, the period begins with the year. */
import { describe, expect, test } from 'vitest'
import {
  type AlertFact,
  alertFigures,
  alertShare,
  type SumOf,
} from '../../src/analytics/rules/alert-figures.ts'
import { alertMonths, monthsFrom } from '../../src/analytics/rules/alert-months.ts'
import { alertRates } from '../../src/analytics/rules/alert-rates.ts'
import { workingCalendar } from '../../src/settings/rules/working-days.ts'

const clock = { today: '2026-03-02', daysBetween: workingCalendar([]).daysBetween }

type Part = 'raised' | 'open' | 'closed'

const alert = (given: Partial<AlertFact>, ...parts: Part[]): AlertFact => ({
  isRaised: parts.includes('raised') ? 1 : 0,
  isOpen: parts.includes('open') ? 1 : 0,
  isClosed: parts.includes('closed') ? 1 : 0,
  kind: 'informal',
  state: 'resolved',
  teamId: 'north',
  status: 'care',
  age: 9,
  isImmediate: 0,
  highestStage: 0,
  timesEscalated: 0,
  timesReopened: 0,
  raisedBy: 'ines',
  raisedOn: '2026-01-05',
  closedOn: null,
  firstExpectedOn: null,
  expectedOn: null,
  totalDueOn: null,
  ...given,
})

const sumOf = <Sum>(sum: SumOf<Sum>, facts: readonly AlertFact[]): Sum => {
  for (const fact of facts) sum.add(fact)
  return sum.sum()
}

const facts: readonly AlertFact[] = [
  // Four working days, by its date.
  alert(
    {
      raisedOn: '2026-01-05',
      closedOn: '2026-01-09',
      firstExpectedOn: '2026-01-12',
      expectedOn: '2026-01-12',
    },
    'raised',
    'closed'
  ),
  // Nine, after its first date and by the one that it was extended to.
  alert(
    {
      raisedOn: '2026-01-06',
      closedOn: '2026-01-19',
      firstExpectedOn: '2026-01-13',
      expectedOn: '2026-01-20',
    },
    'raised',
    'closed'
  ),
  // A dispute: 22, over its total of 20, and after both dates.
  alert(
    {
      kind: 'formal',
      raisedOn: '2026-01-07',
      closedOn: '2026-02-06',
      firstExpectedOn: '2026-01-14',
      expectedOn: '2026-01-28',
      totalDueOn: '2026-02-04',
      highestStage: 1,
      timesEscalated: 1,
    },
    'raised',
    'closed'
  ),
  // Four, and reopened on the way.
  alert(
    {
      kind: 'formal',
      raisedOn: '2026-01-12',
      closedOn: '2026-01-16',
      firstExpectedOn: '2026-01-19',
      expectedOn: '2026-01-19',
      totalDueOn: '2026-02-09',
      timesReopened: 1,
    },
    'raised',
    'closed'
  ),
  alert(
    { kind: 'good_practice', raisedOn: '2026-01-13', closedOn: '2026-01-14' },
    'raised',
    'closed'
  ),
  // Taken further from informal to formal; answered, so it waits for its raiser and is not overdue.
  alert(
    {
      kind: 'formal',
      state: 'responded',
      raisedOn: '2026-02-02',
      firstExpectedOn: '2026-02-09',
      expectedOn: '2026-02-16',
      totalDueOn: '2026-03-09',
      timesEscalated: 1,
    },
    'raised',
    'open'
  ),
  // Overdue.
  alert(
    {
      state: 'open',
      raisedOn: '2026-02-16',
      firstExpectedOn: '2026-02-23',
      expectedOn: '2026-02-23',
      raisedBy: 'colm',
    },
    'raised',
    'open'
  ),
  // An immediate risk, due today.
  alert(
    {
      kind: 'formal',
      state: 'open',
      isImmediate: 1,
      raisedOn: '2026-02-27',
      firstExpectedOn: '2026-03-02',
      expectedOn: '2026-03-02',
    },
    'raised',
    'open'
  ),
  alert(
    {
      state: 'withdrawn',
      raisedOn: '2026-02-10',
      closedOn: '2026-02-12',
      firstExpectedOn: '2026-02-17',
      expectedOn: '2026-02-17',
    },
    'raised',
    'closed'
  ),
  // Before the period: an overdue dispute that is over its total time …
  alert(
    {
      kind: 'formal',
      state: 'open',
      raisedOn: '2025-12-01',
      firstExpectedOn: '2025-12-08',
      expectedOn: '2026-01-05',
      totalDueOn: '2025-12-31',
      highestStage: 2,
      timesEscalated: 2,
    },
    'open'
  ),
  // … and one that was closed in it, seven working days over Christmas and after its date.
  alert(
    {
      raisedOn: '2025-12-22',
      closedOn: '2026-01-05',
      firstExpectedOn: '2025-12-31',
      expectedOn: '2025-12-31',
    },
    'closed'
  ),
]

const of = (count: number, n: number) => expect.objectContaining({ count, n })

test('every figure is what was counted by hand', () => {
  expect(sumOf(alertFigures(clock), facts).figures).toEqual({
    raised: 9,
    open: 4,
    overdue: 2,
    resolved: 5,
    withdrawn: 1,
    // 4, 4, 7, 9 and 22.
    days: { n: 5, median: 7, lowerQuartile: 4, upperQuartile: 9, min: 4, max: 22 },
    byFirst: of(2, 5),
    byLast: of(3, 5),
    goodPractice: of(1, 9),
    escalated: of(2, 7),
    disputed: of(1, 7),
    reopened: of(1, 5),
    disputes: { open: 1, openOver: 1, closedOver: of(1, 1) },
  })
})

test('a share comes with its Wilson interval, and none of nought is no share', () => {
  expect(alertShare(2, 5)).toEqual({ count: 2, n: 5, percent: 40, low: 0.1176, high: 0.7693 })
  expect(alertShare(0, 0)).toBeUndefined()
})

test('nothing raised gives nought and no shares', () => {
  expect(alertFigures(clock).sum().figures).toEqual({
    raised: 0,
    open: 0,
    overdue: 0,
    resolved: 0,
    withdrawn: 0,
    days: undefined,
    byFirst: undefined,
    byLast: undefined,
    goodPractice: undefined,
    escalated: undefined,
    disputed: undefined,
    reopened: undefined,
    disputes: { open: 0, openOver: 0, closedOver: undefined },
  })
})

test('months without alerts are there, and a resolution counts in the month of its closing', () => {
  expect(sumOf(alertMonths('2026-01-01', '2026-03-02'), facts)).toEqual([
    { month: '2026-01', concerns: 4, goodPractice: 1, resolved: 4, byFirst: of(2, 4) },
    { month: '2026-02', concerns: 4, goodPractice: 0, resolved: 1, byFirst: of(0, 1) },
    { month: '2026-03', concerns: 0, goodPractice: 0, resolved: 0, byFirst: undefined },
  ])
  expect(alertMonths(undefined, '2026-03-02').sum()).toEqual([])
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('those who raised any stand apart from each other', () => {
  const figures = sumOf(alertFigures(clock), facts).raisers
  expect(
    figures.map(({ personId, raised, open, overdue, resolved }) => [
      personId,
      raised,
      open,
      overdue,
      resolved,
    ])
  ).toEqual([
    ['ines', 8, 3, 1, 5],
    ['colm', 1, 1, 1, 0],
  ])
})

describe('for each hundred open cases', () => {
  const raised = [
    { status: 'care', count: 7 },
    { status: 'cp', count: 2 },
    { status: null, count: 1 },
  ]

  test('over the cases of today, to one place', () => {
    const open = [
      { status: 'care', count: 64 },
      { status: 'cp', count: 4 },
      { status: 'cin', count: 32 },
    ]
    expect(alertRates(raised, open)).toEqual([
      { key: 'care', raised: 7, openCases: 64, perHundred: 10.9 },
      // Four cases are too few.
      { key: 'cp', raised: 2, openCases: 4, perHundred: undefined },
      { key: 'all', raised: 10, openCases: 100, perHundred: 10 },
    ])
  })

  test('not known where no case was ever brought in', () => {
    expect(alertRates(raised, undefined).map(({ perHundred }) => perHundred)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
