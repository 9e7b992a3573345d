// Writes src/settings/rules/bank-holidays.ts from the library date-holidays: `node tools/write-bank-holidays.mjs`.
// The library is needed here and in the test that compares, not by the server: loaded there it costs 40 MB.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Before 2013 the library leaves out days (29 April 2011, 4 June 2012); after 2050 nobody plans. */
export const firstYear = 2013
export const lastYear = 2050

/** The library's name of each day, and the letter it has in the file. */
const letters = {
  'New Year’s Day': 'N',
  'Good Friday': 'G',
  'Easter Monday': 'E',
  'Early May bank holiday': 'M',
  'Spring bank holiday': 'S',
  'Summer bank holiday': 'A',
  'Christmas Day': 'C',
  'Boxing Day': 'B',
  'Early May bank holiday (VE day)': 'V',
  'Queen’s Platinum Jubilee': 'P',
  'Queen Elizabeth’s Funeral Day': 'F',
  'King Charles III’s Coronation': 'K',
}

const isWeekend = (date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

/** One year in the file's form: `N01-03* G04-15 …`; a star marks a substitute day. Days on a weekend are left out. */
export const writtenYear = (holidays, year) =>
  holidays
    .getHolidays(year)
    .map(({ date, name, substitute }) => ({ date: date.slice(0, 10), name, substitute }))
    .filter(({ date }) => !isWeekend(date))
    .map(({ date, name, substitute }) => {
      const plain = name.replace(' (substitute day)', '').replace("'", '’')
      const letter = letters[plain]
      if (!letter)
        throw new Error(`${date}: give ‘${plain}’ a letter here and words in bank-holiday-names.ts`)
      return `${letter}${date.slice(5)}${substitute ? '*' : ''}`
    })
    .join(' ')

/** The whole of them, newest library, by year. */
export const writtenYears = async () => {
  const { default: Holidays } = await import('date-holidays')
  const england = new Holidays('GB', 'ENG', { languages: 'en', types: ['public', 'bank'] })
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return years.map((year) => [year, writtenYear(england, year)])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = (await writtenYears()).map(([year, days]) => `  ${year}: '${days}',`)
  const file = fileURLToPath(new URL('../src/settings/rules/bank-holidays.ts', import.meta.url))
  writeFileSync(
    file,
    `/**
 * The bank holidays of England and Wales that fall on a weekday, written by tools/write-bank-holidays.mjs from the
 * library date-holidays. Not to be edited by hand: a test compares it with the library and with what gov.uk published.
 * A letter for the day (rules/bank-holiday-names.ts), month and day, and a star on a substitute day.
 */
export const bankHolidays: Readonly<Record<number, string>> = {
${lines.join('\n')}
}
`
  )
}
