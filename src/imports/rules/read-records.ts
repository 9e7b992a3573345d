/**
 * CSV text to records that know the line on which they start. Finds the delimiter and honours `sep=`.
 * What the columns mean is left to the caller.
 */
import { CsvError, Parser } from 'csv-parse'
import { lineStarts } from './decode-text.ts'
import type { FileFault } from './file-fault.ts'
import type { Steps } from './steps.ts'

export type CsvRecord = { line: number; cells: string[] }

const SEP = /^"?sep=(.)"?(\r\n|\n|\r|$)/i
const LONGEST_RECORD = 128_000
/** Bytes read between two turns. */
const SLICE_BYTES = 128 * 1024

/** The delimiter that splits the header into most cells; a comma when there is nothing to tell them apart. */
const findDelimiter = (text: string): string => {
  const header =
    text
      .trimStart()
      .match(/^(?:"[^"]*"|[^"\r\n])*/)?.[0]
      .replace(/"[^"]*"/g, '') ?? ''
  const uses = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (uses(one) > uses(best) ? one : best))
}

const syntaxMessage = (fault: CsvError): string =>
  fault.code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark is opened in this record and never closed; close it, or write "" for a quotation mark inside text'
    : fault.code === 'CSV_MAX_RECORD_SIZE'
      ? `this record is longer than ${LONGEST_RECORD.toLocaleString('en-GB')} characters; look for a quotation mark that is never closed`
      : 'this record is not CSV; look at its quotation marks'

/**
 * Reads CSV of one delimiter: comma, semicolon or tab, or what a first line `sep=` names. Quoted cells may hold line ends.
 * Records of empty cells are left out. A record that cannot be read ends the reading; those before it still come back.
 *
 * @param limit most records to read, header included; one more is read, so that the caller can tell
 */
export function* readRecords(
  text: string,
  limit: number
): Steps<{ records: CsvRecord[]; faults: FileFault[] }> {
  const sep = SEP.exec(text)
  const body = sep ? text.slice(sep[0].length) : text
  const linesBefore = sep ? 1 : 0
  const bytes = Buffer.from(body)
  const starts = lineStarts(bytes)
  const records: CsvRecord[] = []
  const faults: FileFault[] = []

  let line = 0
  let recordStart = 0
  /** csv-parse counts CRLF inside quotes twice, so lines are counted here, from where each record's bytes begin. */
  const startLine = () => {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= recordStart) line++
    return line + 1 + linesBefore
  }
  const parser = new Parser({
    delimiter: sep?.[1] ?? findDelimiter(body),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    to: limit + 1,
    on_record: (cells: string[], { bytes: end }) => {
      if (cells.some((cell) => cell.trim() !== '')) records.push({ line: startLine(), cells })
      recordStart = end
      return null
    },
  })
  // The stream's own two functions, called in order without a stream: both answer at once.
  let failed: unknown
  const note = (error?: Error | null) => {
    failed ??= error ?? undefined
  }
  for (let at = 0; at < bytes.length && failed === undefined; at += SLICE_BYTES) {
    if (at > 0) yield at / bytes.length
    parser._transform(bytes.subarray(at, at + SLICE_BYTES), 'utf8', note)
  }
  if (failed === undefined) parser._flush(note)
  if (failed !== undefined) {
    if (!(failed instanceof CsvError)) throw failed
    faults.push({ line: startLine(), message: syntaxMessage(failed) })
  }
  return { records, faults }
}
