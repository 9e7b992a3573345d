/**
 * Writes an Excel file as it is read: rows are asked for when there is room for them, so that neither many rows nor a
 * slow client fill the memory. Cells are typed; no text becomes a formula. Why it is our own: docs/decisions/0032.
 */
import type { Cell, Column, Sheet } from './sheet.ts'
import { sheetNames } from './sheet-names.ts'
import { cellXml, headerCell } from './sheet-text.ts'
import { streamOf } from './stream-of.ts'
import { closingParts, sheetEnd, sheetHead, type WrittenSheet } from './workbook-parts.ts'
import { type ZippedFile, zipFiles } from './zip-files.ts'

/** What Excel takes in a sheet, the header included. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

/** Characters of XML that are packed at once: under a millisecond of work, a few hundred cells. */
const PART = 32_768

const WIDTHS = { text: 24, number: 12, percent: 12, points: 12, date: 14, instant: 20 } as const

/** 0 is A, 26 is AA. */
const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : `${letterOf(Math.floor(place / 26) - 1)}${letterOf(place % 26)}`

export interface WorkbookOptions {
  /** In the properties of the file. */
  readonly title?: string
  /** Rows in a sheet before a next one is begun, header included; only tests ask for fewer than Excel takes. */
  readonly mostRows?: number
}

/** Rows of one sheet of the caller, which may fill several of the file. */
interface Source {
  readonly columns: readonly Column[]
  readonly widths: readonly number[]
  readonly letters: readonly string[]
  readonly next: () => Promise<IteratorResult<readonly Cell[]>> | IteratorResult<readonly Cell[]>
}

/** Points. A line of text, and the most that Excel takes. */
const LINE = 15
const MOST_HEIGHT = 409

/** A width is counted in digits, of which letters take a little less; of a bold header they take a little more. */
const LETTERS = 1.1
const BOLD_LETTERS = 0.95

/** Lines that words fill, each as long as the width allows. */
const linesOf = (text: string, width: number): number => {
  let lines = 0
  for (const line of text.split('\n')) {
    lines += 1
    let used = 0
    for (const { length } of line.split(' ')) {
      if (used > 0 && used + 1 + length > width) {
        lines += 1
        used = 0
      }
      // A word that is longer than a line breaks where it has to.
      lines += Math.max(0, Math.ceil(length / width) - 1)
      used += (used > 0 ? 1 : 0) + (length > width ? length % width : length)
    }
  }
  return lines
}

const points = (lines: number): number | undefined =>
  lines === 1 ? undefined : Math.min(lines * LINE, MOST_HEIGHT)

/**
 * How high a row has to be for its longest text, roughly: programs that do not measure it again show the first line
 * alone otherwise. Undefined for one line.
 */
const heightOf = ({ columns, widths }: Source, cells: readonly Cell[]): number | undefined => {
  let most = 1
  for (let place = 0; place < columns.length; place++) {
    const cell = cells[place]
    if (typeof cell !== 'string' || columns[place]?.kind !== 'text') continue
    const width = (widths[place] ?? 0) * LETTERS
    if (cell.length <= width && !cell.includes('\n')) continue
    most = Math.max(most, linesOf(cell, width))
  }
  return points(most)
}

/** What stands to the right is indented, and the button of the filter takes some room. */
const BESIDE_HEADER = 2

const headerXml = ({ columns, letters, widths }: Source): string => {
  const lines = columns.map(({ header }, place) =>
    linesOf(header, Math.max(1, ((widths[place] ?? 0) - BESIDE_HEADER) * BOLD_LETTERS))
  )
  const height = points(Math.max(...lines))
  const cells = columns.map((column, place) => headerCell(`${letters[place]}1`, column))
  // Without customHeight some programs measure the row again, as if it were one line.
  return `<row r="1"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`
}

const rowXml = (source: Source, number: number, cells: readonly Cell[]): string => {
  const { columns, letters } = source
  const height = heightOf(source, cells)
  let xml = height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}">`
  for (let place = 0; place < columns.length; place++) {
    xml += cellXml(`${letters[place]}${number}`, columns[place]?.kind ?? 'text', cells[place])
  }
  return `${xml}</row>`
}

const iteratorOf = (rows: Sheet['rows']) =>
  Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()

const filesOf = async function* (
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  { title = '', mostRows = MOST_ROWS }: WorkbookOptions
): AsyncGenerator<ZippedFile, void> {
  const written: WrittenSheet[] = []
  const nameFor = sheetNames()
  for await (const { name, columns, rows } of sheets) {
    if (columns.length === 0 || columns.length > MOST_COLUMNS) {
      throw new RangeError(`a sheet has 1 to ${MOST_COLUMNS} columns, not ${columns.length}`)
    }
    const iterator = iteratorOf(rows)
    const source: Source = {
      columns,
      widths: columns.map(({ kind, width }) => width ?? WIDTHS[kind]),
      letters: columns.map((_, place) => letterOf(place)),
      next: () => iterator.next(),
    }
    const lastColumn = letterOf(columns.length - 1)
    let isDone = false
    // Whether there is a row that found no room, is known only by asking for it.
    let waiting: readonly Cell[] | undefined
    const text = async function* (sheet: { name: string; lastColumn: string; lastRow: number }) {
      let part = `${sheetHead(source.widths)}${headerXml(source)}`
      for (;;) {
        const got = waiting
        waiting = undefined
        const next = got === undefined ? await source.next() : { done: false, value: got }
        if (next.done) {
          isDone = true
          break
        }
        if (sheet.lastRow === mostRows) {
          waiting = next.value
          break
        }
        sheet.lastRow++
        part += rowXml(source, sheet.lastRow, next.value)
        if (part.length >= PART) {
          yield part
          part = ''
        }
      }
      yield part + sheetEnd(sheet, { title, widths: source.widths })
    }
    try {
      while (!isDone) {
        const sheet = { name: nameFor(name), lastColumn, lastRow: 1 }
        yield { name: `xl/worksheets/sheet${written.length + 1}.xml`, text: text(sheet) }
        written.push(sheet)
      }
    } finally {
      if (!isDone) await iterator.return?.()
    }
  }
  if (written.length === 0) throw new RangeError('a workbook has at least one sheet')
  yield* closingParts(title, written)
}

/**
 * An Excel file (.xlsx) as a stream.
 *
 * - Text that begins with `=`, `+`, `-` or `@` is text, also after somebody edits the cell.
 * - `kind: 'date'` takes `YYYY-MM-DD`, `'instant'` ISO 8601 in UTC, shown as London's clocks did.
 * - Text over 32,767 characters is cut with a mark; control characters become U+FFFD.
 * - Rows that a sheet cannot hold (over 1,048,576 with the header) go on in "Name (2)".
 * - Rows are asked for as the stream is read; cancelling it calls `return` on their iterator.
 * - A fault of the rows is a fault of the stream, so that half a file never looks like a whole one.
 *
 * Nothing here gives way to other work between rows but the packing, every few hundred cells; rows that are costly to
 * read should come in pages.
 *
 * @param sheets at least one; each with 1 to 16,384 columns
 */
export const writeWorkbook = (
  sheets: AsyncIterable<Sheet> | Iterable<Sheet>,
  options: WorkbookOptions = {}
): ReadableStream<Uint8Array<ArrayBuffer>> => streamOf(zipFiles(filesOf(sheets, options)))
