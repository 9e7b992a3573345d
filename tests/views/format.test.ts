/** The words people read: dates, times, counts and labels, as tables. */
import { describe, expect, it } from 'vitest'
import {
  dateOf,
  dueInWords,
  formatCount,
  formatDate,
  formatInstant,
  formatMonth,
  formatShortDate,
  formatTime,
  gradeLabel,
  gradeLetter,
  kindLabel,
  percentOf,
  plural,
  statusLabel,
} from '../../views/format.ts'

describe('dates', () => {
  it.each([
    ['2026-01-30', 'Friday 30 January 2026', '30 Jan 2026'],
    ['2026-02-01', 'Sunday 1 February 2026', '1 Feb 2026'],
    ['2024-02-29', 'Thursday 29 February 2024', '29 Feb 2024'],
    ['2025-09-30', 'Tuesday 30 September 2025', '30 Sep 2025'],
    ['1999-12-31', 'Friday 31 December 1999', '31 Dec 1999'],
  ])('%s', (date, long, short) => {
    expect(formatDate(date)).toBe(long)
    expect(formatShortDate(date)).toBe(short)
    expect(formatMonth(date)).toBe(long.replace(/^\S+ \d+ /, ''))
  })

  it.each(['', '30/01/2026', '2026-02-30', '2026-13-01', '2026-1-5', '2026-01-30T10:00:00Z'])(
    'refuses %j',
    (date) => {
      expect(() => formatDate(date)).toThrow('is not a date of the form YYYY-MM-DD')
    }
  )
})

describe('instants, as London has them', () => {
  it.each([
    ['2026-01-30T16:42:00.000Z', '16:42', 'Friday 30 January 2026 at 16:42', '2026-01-30'],
    ['2026-07-01T23:30:00.000Z', '00:30', 'Thursday 2 July 2026 at 00:30', '2026-07-02'],
    ['2026-03-29T00:59:00.000Z', '00:59', 'Sunday 29 March 2026 at 00:59', '2026-03-29'],
    ['2026-03-29T01:00:00.000Z', '02:00', 'Sunday 29 March 2026 at 02:00', '2026-03-29'],
    ['2026-10-25T00:30:00.000Z', '01:30', 'Sunday 25 October 2026 at 01:30', '2026-10-25'],
    ['2026-10-25T01:30:00.000Z', '01:30', 'Sunday 25 October 2026 at 01:30', '2026-10-25'],
    ['2026-01-01T00:00:00.000Z', '00:00', 'Thursday 1 January 2026 at 00:00', '2026-01-01'],
  ])('%s', (instant, time, words, date) => {
    expect(formatTime(instant)).toBe(time)
    expect(formatInstant(instant)).toBe(words)
    expect(dateOf(instant)).toBe(date)
  })

  it('refuses what is not an instant', () => {
    expect(() => formatTime('yesterday')).toThrow('"yesterday" is not an instant in ISO-8601')
  })
})

describe('due', () => {
  it.each([
    ['2026-01-28', '2026-01-30', '2 days late', true],
    ['2026-01-29', '2026-01-30', '1 day late', true],
    ['2026-01-30', '2026-01-30', 'Due today', false],
    ['2026-01-31', '2026-01-30', 'Due tomorrow', false],
    ['2026-02-07', '2026-01-30', 'Due in 8 days', false],
    ['2026-03-30', '2026-03-28', 'Due in 2 days', false],
    ['2025-01-30', '2026-01-30', '365 days late', true],
  ])('due %s seen from %s', (dueOn, todayOn, text, late) => {
    expect(dueInWords(dueOn, todayOn)).toEqual({ text, late })
  })
})

describe('counts and shares', () => {
  it.each([
    [0, '0 audits'],
    [1, '1 audit'],
    [2, '2 audits'],
    [1200, '1,200 audits'],
  ])('%i', (n, words) => {
    expect(plural(n, 'audit')).toBe(words)
  })

  it('takes a plural that does not end in s', () => {
    expect(plural(1, 'child', 'children')).toBe('1 child')
    expect(plural(3, 'child', 'children')).toBe('3 children')
  })

  it('puts commas where people look for them', () => {
    expect([999, 1000, 1234567, 1234.5].map(formatCount)).toEqual([
      '999',
      '1,000',
      '1,234,567',
      '1,234.5',
    ])
  })

  it.each([
    [135, 201, '67%'],
    [1, 8, '13%'],
    [1, 200, '1%'],
    [1, 201, '0%'],
    [0, 4, '0%'],
    [4, 4, '100%'],
    [0, 0, ''],
  ])('%i of %i', (count, total, words) => {
    expect(percentOf(count, total)).toBe(words)
  })
})

describe('labels', () => {
  it.each([
    ['outstanding', 'Outstanding', 'O'],
    ['good', 'Good', 'G'],
    ['requires_improvement', 'Requires improvement', 'RI'],
    ['inadequate', 'Inadequate', 'I'],
    ['not_applicable', 'Not applicable', ''],
    ['not_enough_evidence', 'Not enough evidence', ''],
    ['constructor', 'Constructor', ''],
  ])('grade %s', (grade, label, letter) => {
    expect(gradeLabel(grade)).toBe(label)
    expect(gradeLetter(grade)).toBe(letter)
  })

  it.each([
    ['early_help', 'Early help'],
    ['assessment', 'Assessment'],
    ['cin', 'Child in need'],
    ['cp', 'Child protection'],
    ['care', 'Child in care'],
    ['care_leaver', 'Care leaver'],
    ['closed', 'Closed'],
    ['private_fostering', 'Private fostering'],
  ])('status %s', (status, label) => {
    expect(statusLabel(status)).toBe(label)
  })

  it.each([
    ['learning', 'Learning audit'],
    ['thematic', 'Thematic audit'],
    ['dip', 'Dip sample'],
    ['multi_agency', 'Multi-agency audit'],
    ['re_audit', 'Re-audit'],
    ['observation', 'Observation of practice'],
    ['self_assessment', 'Self-assessment'],
  ])('kind %s', (kind, label) => {
    expect(kindLabel(kind)).toBe(label)
  })
})
