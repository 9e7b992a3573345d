/** Working days: bank holidays as gov.uk published them, the library they come from, and the clocks that count them. */
import { expect, test } from 'vitest'
import { bankHolidays } from '../../src/settings/rules/bank-holidays.ts'
import {
  bankHolidayYears,
  knowsBankHolidays,
  workingCalendar,
} from '../../src/settings/rules/working-days.ts'

const calendar = workingCalendar([])

/** What gov.uk published for England and Wales, weekdays and substitute days, year by year. */
const published: Record<number, string> = {
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

const everyDay = (year: number): string[] => {
  const days: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

test.each(Object.keys(published).map(Number))(
  'the bank holidays of %i are those of gov.uk',
  (year) => {
    const off = everyDay(year).filter((day) => {
      const why = calendar.whyNotWorking(day)
      return why !== undefined && !/^a S(?:atur|un)day$/.test(why)
    })
    expect(off.map((day) => day.slice(5)).join(' ')).toBe(published[year])
    expect(off.every((day) => !calendar.isWorkingDay(day))).toBe(true)
  }
)

test('the written bank holidays are those of the library', async () => {
  const { writtenYears } = await import('../../tools/write-bank-holidays.mjs')
  expect(bankHolidays).toEqual(Object.fromEntries(await writtenYears()))
  const years = Object.keys(bankHolidays).map(Number)
  expect([years.at(0), years.at(-1)]).toEqual([bankHolidayYears.first, bankHolidayYears.last])
})

test.each([
  ['2026-11-23', undefined],
  ['2026-11-28', 'a Saturday'],
  ['2026-11-29', 'a Sunday'],
  ['2025-12-26', 'the Boxing Day bank holiday'],
  ['2026-12-26', 'a Saturday'],
  ['2026-12-28', 'the substitute bank holiday for Boxing Day'],
  ['2028-01-03', 'the substitute bank holiday for New Year’s Day'],
  ['2020-05-04', undefined],
  ['2020-05-08', 'the early May (VE Day) bank holiday'],
  ['2022-05-30', undefined],
  ['2022-06-02', 'the spring bank holiday'],
  ['2022-06-03', 'the Platinum Jubilee bank holiday'],
  ['2022-09-19', 'the State Funeral of Queen Elizabeth II bank holiday'],
  ['2023-05-08', 'the Coronation bank holiday'],
])('%s is %s', (date, why) => {
  expect(calendar.whyNotWorking(date)).toBe(why)
  expect(calendar.isWorkingDay(date)).toBe(why === undefined)
})

test('closure days of the council are no working days; one on a bank holiday keeps the name of that', () => {
  const closed = workingCalendar(['2026-12-29', '2026-12-28', '2026-12-29', '2026-12-27'])
  expect(closed.whyNotWorking('2026-12-29')).toBe('a closure day of the council')
  expect(closed.whyNotWorking('2026-12-28')).toBe('the substitute bank holiday for Boxing Day')
  expect(closed.whyNotWorking('2026-12-27')).toBe('a Sunday')
  expect(closed.dueAfter('2026-12-24', 1)).toBe('2026-12-30')
  expect(closed.daysBetween('2026-12-24', '2026-12-30')).toBe(1)
})

test.each([
  ['a Monday', '2026-11-23', 5, '2026-11-30'],
  ['no days: the same day', '2026-11-23', 0, '2026-11-23'],
  ['a Saturday counts as the Monday', '2026-11-28', 5, '2026-12-07'],
  ['no days from a Sunday: the Monday', '2026-11-29', 0, '2026-11-30'],
  ['over Christmas and the New Year', '2026-12-22', 5, '2026-12-31'],
  ['across the turn of the year', '2026-12-29', 5, '2027-01-06'],
  ['raised on Christmas Day', '2026-12-25', 1, '2026-12-30'],
  ['over the last Sunday of March, when clocks go forward', '2026-03-27', 1, '2026-03-30'],
  ['over the last Sunday of October, when they go back', '2026-10-23', 1, '2026-10-26'],
  ['the 20 days of a dispute over Easter and May', '2026-03-30', 20, '2026-04-29'],
  ['over the 29th of February', '2028-02-28', 2, '2028-03-01'],
])('%s: due', (_what, raisedOn, days, due) => {
  expect(calendar.dueAfter(raisedOn, days)).toBe(due)
  expect(calendar.daysBetween(raisedOn, due)).toBe(days)
})

test.each([
  ['on the day', '2026-11-27', '2026-11-27', 0],
  ['on the Monday before', '2026-11-27', '2026-11-23', 4],
  ['the Saturday before a Monday', '2026-11-30', '2026-11-28', 1],
  ['the Saturday after a Friday', '2026-11-27', '2026-11-28', -1],
  ['the Monday after a Friday', '2026-11-27', '2026-11-30', -1],
  ['the Tuesday after a Friday', '2026-11-27', '2026-12-01', -2],
  ['Boxing Day after Christmas Eve', '2026-12-24', '2026-12-26', -1],
  ['the working day after Christmas Eve', '2026-12-24', '2026-12-29', -1],
  ['across the turn of the year', '2027-01-04', '2026-12-31', 1],
  ['a date that became a day off, the day before', '2026-12-26', '2026-12-24', 0],
])('%s: days left', (_what, dueOn, today, left) => {
  expect(calendar.daysLeft(dueOn, today)).toBe(left)
})

test('what began and ended within the same days off took no working day', () => {
  expect(calendar.daysBetween('2026-11-28', '2026-11-29')).toBe(0)
  expect(calendar.daysBetween('2026-11-28', '2026-11-30')).toBe(0)
  expect(calendar.daysBetween('2026-11-27', '2026-11-28')).toBe(0)
  expect(calendar.daysBetween('2026-11-30', '2026-11-23')).toBe(-5)
  // Dates that it has met: first as a beginning, then as an end.
  expect(calendar.daysBetween('2026-11-23', '2026-11-28')).toBe(4)
  expect(calendar.daysBetween('2026-11-28', '2026-11-23')).toBe(-4)
})

test('the working day after a day is never that day', () => {
  expect(calendar.nextWorkingDay('2026-11-23')).toBe('2026-11-24')
  expect(calendar.nextWorkingDay('2026-11-27')).toBe('2026-11-30')
  expect(calendar.nextWorkingDay('2026-12-24')).toBe('2026-12-29')
})

test('counting agrees with going day by day, before 1970 and beyond the known years too', () => {
  for (const year of [1969, 2020, 2026, 2051]) {
    const days = everyDay(year)
    const start = days[0] ?? ''
    let count = 0
    for (const day of days.slice(1)) {
      if (calendar.isWorkingDay(day)) count += 1
      expect([day, calendar.daysLeft(day, start)]).toEqual([day, count])
    }
  }
})

test('outside the known years it says that bank holidays are not known; weekends still are', () => {
  expect(['2012-12-25', '2013-12-25', '2050-12-26', '2051-12-25'].map(knowsBankHolidays)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(calendar.isWorkingDay('2051-12-25')).toBe(true)
  expect(calendar.whyNotWorking('2051-12-24')).toBe('a Sunday')
})

test.each(['', 'soon', '2026-13-01', '23/11/2026'])('‘%s’ is no date', (date) => {
  expect(() => calendar.isWorkingDay(date)).toThrow(new RangeError(`‘${date}’ is not a date`))
})
