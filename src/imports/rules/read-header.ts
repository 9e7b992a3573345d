/** The header of a results file: which column is where, and what is wrong with it. */
import { meantOr } from '../../rubrics/rules/nearest-names.ts'
import { asTyped, type FileFault } from './file-fault.ts'
import type { CsvRecord } from './read-records.ts'
import { COLUMNS, type Column, REQUIRED_COLUMNS } from './results-file.ts'

const readName = (cell: string) =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** Where each column is, by its place in a record; faults name every missing, unknown and repeated column. */
export const readHeader = (
  header: CsvRecord
): { places: Map<Column, number>; faults: FileFault[] } => {
  const places = new Map<Column, number>()
  const messages: string[] = []
  const unknown: { cell: string; place: number }[] = []

  for (const [place, cell] of header.cells.entries()) {
    const column = COLUMNS.find((one) => one === readName(cell))
    if (!column) unknown.push({ cell, place })
    else if (places.has(column)) {
      messages.push(`the column “${column}” is there twice; keep one of them`)
    } else places.set(column, place)
  }
  for (const { cell, place } of unknown) {
    if (cell.trim() === '') {
      messages.push(`column ${place + 1} has no name; name it, or remove the column`)
      continue
    }
    const free = COLUMNS.filter((column) => !places.has(column))
    const right = meantOr(cell, free, `the columns are ${COLUMNS.join(', ')}`, 1)
    messages.push(`the column ${asTyped(cell.trim())} is not known; ${right}`)
  }
  for (const column of REQUIRED_COLUMNS) {
    if (!places.has(column))
      messages.push(`the column “${column}” is missing; add it to the header`)
  }
  return { places, faults: messages.map((message) => ({ line: header.line, message })) }
}
