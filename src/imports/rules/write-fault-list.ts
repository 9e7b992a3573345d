/** Faults as CSV, for the person who puts them right in a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import type { FileFault } from './file-fault.ts'

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export const writeFaultList = (faults: readonly FileFault[]): string => {
  const rows = faults.map(({ line, message }) => [String(line), guarded(message)])
  return `\uFEFF${stringify([['line', 'fault'], ...rows], { record_delimiter: 'windows' })}`
}
