/** An Excel file is read back with a library that had no part in writing it, and its XML is looked at. */
import JSZip from 'jszip'
import readXlsx, { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Cell, Sheet } from '../../src/documents/sheet.ts'
import { type WorkbookOptions, writeWorkbook } from '../../src/documents/write-workbook.ts'

const bytesOf = async (sheets: readonly Sheet[], options?: WorkbookOptions) =>
  Buffer.from(await new Response(writeWorkbook(sheets, options)).arrayBuffer())

const partOf = async (bytes: Buffer, name: string) =>
  (await JSZip.loadAsync(bytes)).file(name)?.async('string')

const text = (header: string) => ({ header, kind: 'text' }) as const

const oneColumn = (name: string, ...cells: Cell[]): Sheet => ({
  name,
  columns: [text('Words')],
  rows: cells.map((cell) => [cell]),
})

test('numbers, dates, instants and text come back as what they are', async () => {
  const bytes = await bytesOf([
    {
      name: 'Audits',
      columns: [
        text('Reference'),
        { header: 'n', kind: 'number' },
        { header: 'Audited on', kind: 'date' },
        { header: 'Exported', kind: 'instant' },
      ],
      rows: [
        ['0017', 12.5, '2026-01-30', '2026-01-30T18:00:00.000Z'],
        ['é 😀 <b> & "c"', 'c', 'not known', '2026-07-01T05:00:00.000Z'],
        [null, undefined, '2026-02-31', '1899-01-01T00:00:00.000Z'],
      ],
    },
  ])
  expect(await readSheet(bytes)).toEqual([
    ['Reference', 'n', 'Audited on', 'Exported'],
    ['0017', 12.5, new Date('2026-01-30T00:00:00.000Z'), new Date('2026-01-30T18:00:00.000Z')],
    // British Summer Time: clocks in London showed an hour more.
    ['é 😀 <b> & "c"', 'c', 'not known', new Date('2026-07-01T06:00:00.000Z')],
    [null, null, '2026-02-31', '1899-01-01T00:00:00.000Z'],
  ])
})

test('the header is frozen, filtered and repeated in print, and columns have widths', async () => {
  const bytes = await bytesOf(
    [
      {
        name: "Team's audits",
        columns: [{ ...text('Words'), width: 60 }, text('Who')],
        rows: [['a', 'b']],
      },
    ],
    { title: 'Evidence & more' }
  )
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  )
  expect(sheet).toContain('<col min="1" max="1" width="60" customWidth="1"/>')
  expect(sheet).toContain('<autoFilter ref="A1:B2"/>')
  expect(await partOf(bytes, 'xl/workbook.xml')).toContain(
    'name="_xlnm.Print_Titles" localSheetId="0">\'Team\'\'s audits\'!$1:$1<'
  )
  expect(await partOf(bytes, 'docProps/core.xml')).toContain(
    '<dc:title>Evidence &amp; more</dc:title>'
  )
})

test('shares and differences are numbers that Excel shows as percentages', async () => {
  const bytes = await bytesOf([
    {
      name: 'Shares',
      columns: [
        { header: 'Share', kind: 'percent' },
        { header: 'Difference', kind: 'points' },
      ],
      rows: [
        [0.41, -0.0317],
        ['c', null],
      ],
    },
  ])
  expect((await readSheet(bytes)).slice(1)).toEqual([
    [0.41, -0.0317],
    ['c', null],
  ])
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<c r="A2" s="8"><v>0.41</v></c><c r="B2" s="9"><v>-0.0317</v></c>')
  const looks = ((await partOf(bytes, 'xl/styles.xml')) ?? '').split('<cellXfs')[1] ?? ''
  const [percent, points] = [looks.split('<xf ')[9], looks.split('<xf ')[10]]
  // 9 is Excel's own 0%.
  expect(percent).toContain('numFmtId="9"')
  expect(points).toContain('numFmtId="166"')
})

test('a header that breaks into lines has room for them, and the title stands on each page', async () => {
  const columns = [{ header: 'Requires improvement', kind: 'number', width: 15 }] as const
  const bytes = await bytesOf([{ name: 'A', columns, rows: [[1]] }], { title: 'Q&A report' })
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<row r="1" ht="30" customHeight="1">')
  expect(sheet).toContain('<oddHeader>&amp;LQ&amp;&amp;A report</oddHeader>')
})

test.each(['=1+1', '+44 20', '-5 visits', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
  'what begins like a formula is text and stays text when it is edited: %j',
  async (words) => {
    const bytes = await bytesOf([oneColumn('A', words)])
    const sheet = (await partOf(bytes, 'xl/worksheets/sheet1.xml')) ?? ''
    expect(sheet).toContain('<c r="A2" s="3" t="inlineStr">')
    expect(sheet).not.toContain('<f>')
    const looks = ((await partOf(bytes, 'xl/styles.xml')) ?? '').split('<cellXfs')[1] ?? ''
    expect(looks.split('<xf ')[4]).toContain('quotePrefix="1"')
    expect((await readSheet(bytes))[1]).toEqual([words.trim()])
  }
)

test('what XML cannot hold is replaced where one sees it, and an escape of the format is text', async () => {
  const bytes = await bytesOf([
    oneColumn('A', 'bell\u0007 half\uD83D end\uFFFE', 'a_x000A_b', 'a\r\nb'),
  ])
  const sheet = await partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('bell\uFFFD half\uFFFD end\uFFFD')
  expect(sheet).toContain('a_x005F_x000A_b')
  expect(sheet).toContain('a\nb')
})

test('numbers that are none are text', async () => {
  const bytes = await bytesOf([oneColumn('A', Number.NaN, Number.POSITIVE_INFINITY, -0.5)])
  expect(await readSheet(bytes)).toEqual([['Words'], ['NaN'], ['Infinity'], [-0.5]])
})

test('a text longer than a cell holds is cut, says so, and no character is halved', async () => {
  const bytes = await bytesOf([oneColumn('A', '😀'.repeat(20_000), 'x'.repeat(32_767))])
  const [, [long] = [], [whole] = []] = await readSheet(bytes)
  expect(String(long)).toMatch(
    /^(?:😀)+ \[cut here: 40000 characters are more than a cell can hold\]$/u
  )
  expect(String(long).length).toBeLessThanOrEqual(32_767)
  expect(whole).toBe('x'.repeat(32_767))
})

test('names of sheets are made fit for Excel, and each stands once', async () => {
  const names = [
    'Actions: late/due [2026]?',
    'Findings',
    'FINDINGS',
    "'quoted'",
    'History',
    '',
    'A name that is quite a bit longer than thirty-one characters',
    'A name that is quite a bit longer than thirty-one letters',
  ]
  const bytes = await bytesOf(names.map((name) => oneColumn(name, 'x')))
  expect((await readXlsx(bytes)).map(({ sheet }) => sheet)).toEqual([
    'Actions late due 2026',
    'Findings',
    'FINDINGS (2)',
    'quoted',
    'History of',
    'Sheet',
    'A name that is quite a bit…',
    'A name that is quite a bit… (2)',
  ])
})

test('rows that a sheet cannot hold go on in the next, under the same header', async () => {
  const bytes = await bytesOf(
    [oneColumn('Long', 'a', 'b', 'c'), oneColumn('Just full', 'a', 'b')],
    {
      mostRows: 3,
    }
  )
  expect(await readXlsx(bytes)).toEqual([
    { sheet: 'Long', data: [['Words'], ['a'], ['b']] },
    { sheet: 'Long (2)', data: [['Words'], ['c']] },
    { sheet: 'Just full', data: [['Words'], ['a'], ['b']] },
  ])
})

test('a sheet without rows has its header', async () => {
  expect(await readSheet(await bytesOf([oneColumn('None')]))).toEqual([['Words']])
})

test('the same rows make the same bytes', async () => {
  const sheets = [oneColumn('A', 'a', 1)]
  expect(await bytesOf(sheets)).toEqual(await bytesOf(sheets))
})

test('without a sheet, or without a column, there is no file', async () => {
  await expect(bytesOf([])).rejects.toThrow('a workbook has at least one sheet')
  await expect(bytesOf([{ name: 'A', columns: [], rows: [] }])).rejects.toThrow(
    'a sheet has 1 to 16384 columns, not 0'
  )
})
