/** Writes a table as CSV as it is read, for tables longer than memory; short ones are written in rules of their feature. */
import { setImmediate } from 'node:timers/promises'
import type { Cell, Column, Rows } from './sheet.ts'
import { streamOf } from './stream-of.ts'

/** Rows that are written at once: a millisecond or two of work. */
const AT_ONCE = 100

/** As csv-stringify's `escape_formulas`, which writes our short tables; the wide forms are read as formulas too. */
const startsFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** By hand, since csv-stringify takes more than twice as long; a test holds it to the same result. */
const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = startsFormula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const lines = (rows: readonly (readonly Cell[])[]): string => {
  let text = ''
  for (const row of rows) text += `${row.map(cellText).join(',')}\n`
  return text
}

const chunksOf = async function* (
  columns: readonly Column[],
  rows: Rows
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder()
  let batch: (readonly Cell[])[] = [columns.map(({ header }) => header)]
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < AT_ONCE) continue
    yield encoder.encode(lines(batch))
    batch = []
    // Rows that are there at once would otherwise keep everybody else waiting until the last.
    await setImmediate()
  }
  if (batch.length > 0) yield encoder.encode(lines(batch))
}

/**
 * CSV (RFC 4180 but for line feeds alone) in UTF-8 as a stream, with a header. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front; numbers stay numbers, dates and instants stay as they are given. Rows are asked
 * for as the stream is read; cancelling it calls `return` on their iterator.
 */
export const writeCsv = (
  columns: readonly Column[],
  rows: Rows
): ReadableStream<Uint8Array<ArrayBuffer>> => streamOf(chunksOf(columns, rows))
