/** The programme fits together on whatever day somebody starts the demonstration. */
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, workingDayUpTo } from '../../src/demo/rules/days.ts'
import { makeProgramme } from '../../src/demo/rules/programme.ts'

const everyDayOfTwoYears = Array.from({ length: 731 }, (_, day) => addDays('2026-01-01', day))

test('four years of bi-monthly rounds, two between them, and the one that is open', () => {
  const programme = makeProgramme('2026-11-23')
  expect(programme.map(({ name }) => name)).toEqual([
    'November 2022 learning audit',
    'January 2023 learning audit',
    'March 2023 learning audit',
    'May 2023 learning audit',
    'July 2023 learning audit',
    'September 2023 learning audit',
    'November 2023 learning audit',
    'January 2024 learning audit',
    'March 2024 learning audit',
    'May 2024 learning audit',
    'July 2024 learning audit',
    'September 2024 learning audit',
    'November 2024 learning audit',
    'January 2025 learning audit',
    'March 2025 learning audit',
    'May 2025 learning audit',
    'July 2025 learning audit',
    'August 2025 thematic audit: permanence',
    'September 2025 learning audit',
    'November 2025 learning audit',
    'January 2026 learning audit',
    'March 2026 learning audit',
    'May 2026 learning audit',
    'July 2026 learning audit',
    'September 2026 learning audit',
    'October 2026 dip sample: supervision on child protection plans',
    'November 2026 learning audit',
  ])
  expect(programme.at(-1)).toMatchObject({
    windowFrom: '2026-11-02',
    windowTo: '2026-11-27',
    dueOn: '2026-12-04',
    isOpen: true,
  })
})

describe('on every day of two years', () => {
  test.each([
    [
      'round names differ',
      (today: string) => new Set(makeProgramme(today).map(({ name }) => name)).size === 27,
    ],
    [
      'one round is open, the last',
      (today: string) => makeProgramme(today).findIndex(({ isOpen }) => isOpen) === 26,
    ],
    [
      'every other round was closed by yesterday’s working day',
      (today: string) =>
        makeProgramme(today)
          .slice(0, -1)
          .every(({ windowTo }) => addDays(windowTo, 6) <= workingDayUpTo(addDays(today, -1))),
    ],
    [
      'the open round began weeks ago and is due in a week or so',
      (today: string) => {
        const [open] = makeProgramme(today).slice(-1)
        if (!open) return false
        const age = daysBetween(open.windowFrom, today)
        const left = daysBetween(today, open.dueOn)
        return age >= 20 && age <= 26 && left >= 5 && left <= 11 && open.windowFrom < open.windowTo
      },
    ],
  ])('%s', (_what, holds) => {
    expect(everyDayOfTwoYears.filter((today) => !holds(today))).toEqual([])
  })
})
