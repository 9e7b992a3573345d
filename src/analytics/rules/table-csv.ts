/** Any table of results as CSV. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
import { stringify } from 'csv-stringify/sync'

export type CsvTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export const tableCsv = ({ columns, rows }: CsvTable): string =>
  stringify(
    rows.map((row) => [...row]),
    { header: true, columns: [...columns], escape_formulas: true }
  )
