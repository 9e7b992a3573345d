/** The chart of a figure as a drawing for a file: the same component as on the page. */
import type { ModelFigure } from '../../src/reports/rules/report-model.ts'
import { BarsChart } from './bars-chart.tsx'
import type { DrawnChart } from './report-document.ts'

export const drawChart = (figure: ModelFigure, place: string): DrawnChart | undefined => {
  if (figure.chart === undefined) return undefined
  const id = place.replace(/[^a-zA-Z0-9_-]+/g, '-')
  const svg = String(<BarsChart chart={figure.chart} id={`chart-${id}`} />)
  const sizeOf = (name: string) => Number(new RegExp(` ${name}="(\\d+)"`).exec(svg)?.[1] ?? 200)
  return { svg, width: sizeOf('width'), height: sizeOf('height') }
}
