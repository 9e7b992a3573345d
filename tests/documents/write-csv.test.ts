/** CSV is read back with a parser that had no part in writing it. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { writeCsv } from '../../src/documents/write-csv.ts'

const columns = [
  { header: 'Words', kind: 'text' },
  { header: 'n', kind: 'number' },
  { header: 'On', kind: 'date' },
] as const

test('commas, quotes, line ends and other scripts come back; numbers stay numbers', async () => {
  const csv = await new Response(
    writeCsv(columns, [
      ['a "b", c\nd', -3, '2026-01-30'],
      ['é 😀', null, undefined],
    ])
  ).text()
  expect(csv.startsWith('Words,n,On\n')).toBe(true)
  expect(parse(csv)).toEqual([
    ['Words', 'n', 'On'],
    ['a "b", c\nd', '-3', '2026-01-30'],
    ['é 😀', '', ''],
  ])
})

test.each(['=1+1', '+44', '-5 visits', '@SUM(A1)', '\t=1', '\r=1'])(
  'what a spreadsheet would run gets an apostrophe: %j',
  async (words) => {
    const csv = await new Response(writeCsv(columns, [[words, 1, null]])).text()
    expect(parse(csv)[1]).toEqual([`'${words}`, '1', ''])
  }
)

test('without rows there is the header', async () => {
  expect(await new Response(writeCsv(columns, [])).text()).toBe('Words,n,On\n')
})

test('long tables are written as csv-stringify writes the short ones', async () => {
  const rows = [
    '',
    'plain',
    ' a ',
    'a,b',
    '"',
    'a\nb',
    "'",
    '=1,"2"',
    '-',
    '＝1',
    '－1',
    '＋',
    '＠x',
    'é',
  ].map((words) => [words, 1.5, null])
  const csv = await new Response(writeCsv(columns, rows)).text()
  const expected = stringify(rows, {
    header: true,
    columns: ['Words', 'n', 'On'],
    escape_formulas: true,
  })
  expect(csv).toBe(expected)
})
