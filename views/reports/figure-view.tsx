/** One figure of a report on a page: chart and table. Its words stand around it: read in report-body, written in write-page. */
import type { ModelFigure, ModelTable } from '../../src/reports/rules/report-model.ts'
import { DataTable } from '../components/data-table.tsx'
import { BarsChart } from './bars-chart.tsx'
import { cellWords } from './report-words.ts'

/** Ids of a page have no dots or slashes. */
export const idOf = (place: string): string => place.replace(/[^a-zA-Z0-9_-]+/g, '-')

export const FigureTable = ({ id, table }: { id: string; table: ModelTable }) => (
  <DataTable
    id={id}
    caption={table.caption}
    columns={table.columns.map(({ title, kind }) => ({
      header: title,
      isNumber: kind !== 'text',
    }))}
    rows={table.rows.map((row) =>
      row.map((cell, place) => cellWords(cell, table.columns[place]?.kind ?? 'text'))
    )}
  />
)

export const FigureView = ({ figure, place }: { figure: ModelFigure; place: string }) => (
  <>
    {figure.chart === undefined ? (
      ''
    ) : (
      <section class="pl-chart" aria-label={figure.chart.title} {...{ tabindex: 0 }}>
        <BarsChart chart={figure.chart} id={`chart-${idOf(place)}`} />
      </section>
    )}
    {figure.table === undefined ? (
      ''
    ) : (
      <FigureTable id={`table-${idOf(place)}`} table={figure.table} />
    )}
    {figure.notes.map((note) => (
      <p class="pl-muted">{note}</p>
    ))}
  </>
)
