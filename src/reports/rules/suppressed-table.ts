/** A table of counts as it may be printed outside the council. */
import type { Figure } from './report.ts'
import type { CountTable } from './report-figures.ts'
import { tableId } from './report-ids.ts'
import type { Suppression } from './suppression.ts'

export const tableWith = (
  { isShown }: Suppression,
  name: string,
  { rows, total }: CountTable
): CountTable => {
  const shown = (row: string, column: string, figure: Figure): Figure =>
    isShown(tableId(name, row, column)) ? figure : 'c'
  const of = (key: string, row: CountTable['rows'][number]) => ({
    ...row,
    total: shown(key, '', row.total),
    counts: Object.fromEntries(
      Object.entries(row.counts).map(([column, count]) => [column, shown(key, column, count)])
    ),
  })
  return {
    rows: rows.map((row) => of(row.key, row)),
    total: total && of(' total', total),
  }
}
