/**
 * Files of 10,000 rows of 40 columns against the barest writer of the same rows, taking turns in one process; memory and
 * stalls at that size and at ten times it; a Word report of 96 items, and its chart as a picture.
 */
import type { DocumentModel } from '../src/documents/document-model.ts'
import { pictureOf } from '../src/documents/picture-of.ts'
import type { Column } from '../src/documents/sheet.ts'
import { writeCsv } from '../src/documents/write-csv.ts'
import { writeWord } from '../src/documents/write-word.ts'
import { writeWorkbook } from '../src/documents/write-workbook.ts'
import { zipFiles } from '../src/documents/zip-files.ts'
import type { Row } from './figures.ts'
import { costOf } from './memory.ts'

const ROWS = 10_000
const COLUMNS = 40
const RUNS = 5

/** A quarter each of text, text with something to escape, numbers and dates. */
const kinds = ['text', 'text', 'number', 'date'] as const
const columns: readonly Column[] = Array.from({ length: COLUMNS }, (_, place) => ({
  header: `Column ${place}`,
  kind: kinds[place % 4] ?? 'text',
}))

const cellOf = (row: number, column: number): string | number => {
  const day = String((row % 28) + 1).padStart(2, '0')
  return (
    [`Plan ${row} of ${column}`, `Visits & "plans" <${row}>`, row * 1.5 + column, `2026-01-${day}`][
      column % 4
    ] ?? ''
  )
}

const rowsOf = function* (count: number) {
  for (let row = 0; row < count; row++) {
    yield Array.from({ length: COLUMNS }, (_, column) => cellOf(row, column))
  }
}

const bareCell = (cell: string | number, column: number): string => {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (column % 4 === 3) return `<c s="1"><v>${Date.parse(cell) / 86_400_000 + 25_569}</v></c>`
  const text = cell.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`)
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`
}

/** What the fewest lines would be: dates and escaped text, no places, no names, no care for what stands in a cell. */
const bareSheet = function* () {
  let text = '<worksheet><sheetData>'
  for (const row of rowsOf(ROWS)) {
    text += `<row>${row.map(bareCell).join('')}</row>`
    if (text.length > 65_536) {
      yield text
      text = ''
    }
  }
  yield `${text}</sheetData></worksheet>`
}

const bareExcel = async (): Promise<number> => {
  let size = 0
  const files = async function* () {
    yield { name: 'xl/worksheets/sheet1.xml', text: bareSheet() }
  }
  for await (const bytes of zipFiles(files())) size += bytes.length
  return size
}

const bareCsv = async (): Promise<number> => {
  const encoder = new TextEncoder()
  let size = 0
  let text = ''
  for (const row of rowsOf(ROWS)) {
    text += `${row.map((cell) => (typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
    if (text.length > 65_536) {
      size += encoder.encode(text).length
      text = ''
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return size + encoder.encode(text).length
}

/** Reads as a client does that keeps nothing. */
const drain = async (stream: ReadableStream<Uint8Array>): Promise<number> => {
  let size = 0
  for await (const chunk of stream) size += chunk.length
  return size
}

const excel = (rows: number) =>
  drain(writeWorkbook([{ name: 'Audits', columns, rows: rowsOf(rows) }]))

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ms = (value: number) => `${value.toFixed(0)} ms`

const against = async (
  what: string,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
  least: number
): Promise<Row> => {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  await ours()
  await bare()
  for (let run = 0; run < RUNS; run++) {
    times.ours.push((await costOf(ours)).ms)
    times.bare.push((await costOf(bare)).ms)
  }
  const ratio = median(times.bare) / median(times.ours)
  return {
    what,
    ours: ms(median(times.ours)),
    against: ms(median(times.bare)),
    ratio,
    target: `≥ ${least}`,
    isMet: ratio >= least,
  }
}

const limit = (what: string, value: number, most: number, unit: string): Row => ({
  what,
  ours: `${value.toFixed(0)} ${unit}`,
  against: `${most} ${unit}`,
  ratio: value / most,
  target: '≤ 1',
  isMet: value <= most,
})

const bars = Array.from(
  { length: 30 },
  (_, place) =>
    `<g class="pl-bar--good"><rect x="${place * 36}" y="40" width="26" height="${60 + place * 3}"/></g><text x="${place * 36}" y="300" font-size="13">R${place}</text>`
)
const svg = `<svg viewBox="0 0 1120 330">${bars.join('')}</svg>`

const report = (hasChart: boolean): DocumentModel => ({
  title: 'Report',
  header: 'Aldermere',
  footer: 'October to December 2025',
  hasContents: true,
  blocks: [
    { kind: 'heading', level: 1, text: 'Items' },
    ...(hasChart
      ? [{ kind: 'chart' as const, caption: 'Plans', alt: 'Plans', svg, width: 1120, height: 330 }]
      : []),
    {
      kind: 'table',
      caption: '96 items',
      columns: ['Item', 'n', 'Good or better', 'Interval', 'Change'].map((title) => ({
        title,
        share: 20,
      })),
      rows: Array.from({ length: 96 }, (_, place) => [
        `Item ${place}: can parents see what has to be different?`,
        '37',
        '10 (27%)',
        '15% to 43%',
        'no clear change',
      ]),
    },
  ],
})

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  await work()
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push((await costOf(work)).ms)
  return median(times)
}

export const benchExcel = async (): Promise<Row[]> => {
  // What a busy machine takes from everybody, with nothing to do.
  const idle = await costOf(() => new Promise((resolve) => setTimeout(resolve, 2000)))
  const small = await costOf(() => excel(ROWS))
  const large = await costOf(() => excel(ROWS * 10))
  return [
    await against('Excel, 10,000 × 40, against a bare writer', () => excel(ROWS), bareExcel, 0.4),
    await against(
      'CSV, 10,000 × 40, against a bare writer',
      () => drain(writeCsv(columns, rowsOf(ROWS))),
      bareCsv,
      0.5
    ),
    limit('Excel, 10,000 rows: memory above idle', small.mb, 50, 'MB'),
    limit('Excel, 100,000 rows: memory above the end of those', large.mb, 50, 'MB'),
    limit(
      `Excel: longest stall (with nothing to do in two seconds: ${idle.stall.toFixed(0)} ms)`,
      Math.max(small.stall, large.stall),
      50,
      'ms'
    ),
    limit('Word report of 96 items', await timed(() => writeWord(report(false))), 150, 'ms'),
    limit('its chart as PNG', await timed(() => pictureOf(svg)), 200, 'ms'),
  ]
}
