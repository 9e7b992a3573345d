/** The heat table as rows: one a theme, group and value that occurred, so that a pivot table can be made of it. */
import type { HeatTable } from './heat-table.ts'
import type { CsvTable } from './table-csv.ts'

export const heatCsv = (
  table: HeatTable,
  labelOf: (group: { readonly key: string; readonly label: string }) => string
): CsvTable => ({
  columns: ['theme', 'group', 'n', 'grade', 'count'],
  rows: table.rows.flatMap(({ theme, cells }) =>
    cells.flatMap(({ n, parts }, place) => {
      const group = table.groups[place]
      const name = group === undefined ? '' : labelOf(group)
      return n === 0
        ? [[theme, name, 0, '', '']]
        : parts.map(({ value, count }) => [theme, name, n, value.key, count])
    })
  ),
})
