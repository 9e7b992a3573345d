/** Dates typed in three boxes, and London's calendar. */
import { expect, test } from 'vitest'
import { londonDate } from '../../src/people/rules/london-date.ts'
import { typedDate } from '../../src/people/rules/typed-date.ts'

const read = (day: string, month: string, year: string) =>
  typedDate({ day, month, year }, 'The due date')

test.each([
  [['5', '1', '2026'], '2026-01-05'],
  [['05', '01', '2026'], '2026-01-05'],
  [[' 29 ', 'feb', '2028'], '2028-02-29'],
  [['30', 'SEPTEMBER', '2026'], '2026-09-30'],
] as const)('%j is %s', ([day, month, year], date) => {
  expect(read(day, month, year)).toEqual({ ok: true, date })
})

test.each([
  [['', '', ''], 'Enter the due date, for example 30 1 2026'],
  [['', '1', '2026'], 'The due date must include a day'],
  [['1', '', ''], 'The due date must include a month and a year'],
  [['1', '1', '26'], 'The year of the due date must have four digits'],
  [['29', '2', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['31', '4', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['1', '13', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['0', '1', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['x', 'y', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['-1', '1', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['1', 'm', '2026'], 'The due date must be a real date, for example 30 1 2026'],
  [['1', '1', '1999'], 'The due date must be between 2000 and 2099'],
] as const)('%j: %s', ([day, month, year], fault) => {
  expect(read(day, month, year)).toEqual({ ok: false, fault })
})

test('a date is London’s, in summer and in winter', () => {
  expect(londonDate('2026-07-01T22:59:59.999Z')).toBe('2026-07-01')
  expect(londonDate('2026-07-01T23:00:00.000Z')).toBe('2026-07-02')
  expect(londonDate('2026-12-31T23:59:59.999Z')).toBe('2026-12-31')
})
