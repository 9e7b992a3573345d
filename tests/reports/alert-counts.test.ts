/** Practice alerts in a report: counted by hand, and outside the council without a number from 1 to 5 or one that gives it away. */
import { expect, test } from 'vitest'
import type { AlertFact } from '../../src/analytics/rules/alert-figures.ts'
import { alertsOf, alertTables } from '../../src/reports/rules/alert-counts.ts'
import { buildModel } from '../../src/reports/rules/build-model.ts'
import { externalFigures } from '../../src/reports/rules/external-figures.ts'
import type { ChapterKey } from '../../src/reports/rules/report-model.ts'

type Part = 'raised' | 'closed'

const fact = (part: Part, kind: string, state: string, inTime = true): AlertFact => ({
  isRaised: part === 'raised' ? 1 : 0,
  isOpen: 0,
  isClosed: part === 'closed' ? 1 : 0,
  kind,
  state,
  teamId: null,
  status: null,
  age: null,
  isImmediate: 0,
  highestStage: 0,
  timesEscalated: 0,
  timesReopened: 0,
  raisedBy: 'ines',
  raisedOn: '2026-01-05',
  closedOn: part === 'closed' ? (inTime ? '2026-01-12' : '2026-01-13') : null,
  firstExpectedOn: '2026-01-12',
  expectedOn: '2026-01-20',
  totalDueOn: null,
})

const times = (count: number, one: AlertFact): AlertFact[] =>
  Array.from({ length: count }, () => one)

const facts = [
  ...times(12, fact('raised', 'informal', 'resolved')),
  ...times(8, fact('raised', 'informal', 'open')),
  ...times(3, fact('raised', 'formal', 'responded')),
  ...times(7, fact('raised', 'formal', 'resolved')),
  ...times(9, fact('raised', 'good_practice', 'resolved')),
  ...times(12, fact('closed', 'informal', 'resolved')),
  ...times(6, fact('closed', 'formal', 'resolved', false)),
  ...times(9, fact('closed', 'good_practice', 'resolved')),
  ...times(2, fact('closed', 'informal', 'withdrawn')),
]

const whole = alertsOf(alertTables(facts))

test('inside every number stands, and a concern counts by the date first expected', () => {
  expect(whole).toEqual({
    raised: [
      { kind: 'informal', n: 20, resolved: 12, withdrawn: 0, open: 8 },
      { kind: 'formal', n: 10, resolved: 7, withdrawn: 0, open: 3 },
      { kind: 'good_practice', n: 9, resolved: 9, withdrawn: 0, open: 0 },
    ],
    resolved: {
      n: 18,
      byFirstExpected: { count: 12, percent: 67, low: 0.4375, high: 0.8372 },
    },
  })
})

const outside = () => {
  const period = { from: '2026-01-01', to: '2026-03-31' }
  const none = { rows: [], total: undefined }
  return externalFigures({
    periods: { now: period, before: period, yearAgo: period },
    stories: [],
    ...{ actions: none, safety: none, teams: none, statuses: none, rounds: none, smallestRound: 0 },
    ...alertTables(facts),
    data: {
      ...{ ...period, audience: 'internal', distributions: [], measures: [], changes: [] },
      ...{ breaks: [], alerts: whole },
    },
  })
}

test('outside 3 is suppressed, and so is the sum that would give it away', () => {
  const { alerts } = outside().figures.data
  expect(alerts?.raised).toEqual([
    { kind: 'informal', n: 20, resolved: 12, withdrawn: 0, open: 8 },
    { kind: 'formal', n: 'c', resolved: 7, withdrawn: 0, open: 'c' },
    { kind: 'good_practice', n: 9, resolved: 9, withdrawn: 0, open: 0 },
  ])
  expect(alerts?.resolved).toEqual(whole?.resolved)
})

test('without alerts there is nothing', () => {
  expect(alertsOf(alertTables([]))).toBeUndefined()
})

test('outside, the data of a report without the chapter of alerts has none: two days’ counts are not set beside each other', () => {
  const { figures, print } = outside()
  const dataOf = (audience: 'internal' | 'external', chapters: readonly ChapterKey[]) =>
    buildModel({ council: 'Aldermere', title: 'Report', filters: [] }, chapters, {
      ...{ figures, print, audience, themes: new Map(), today: '2026-04-01' },
    }).data
  expect(dataOf('external', ['practice'])).not.toHaveProperty('alerts')
  expect(dataOf('external', ['practice', 'alerts'])).toHaveProperty('alerts')
  expect(dataOf('internal', ['practice'])).toHaveProperty('alerts')
})
