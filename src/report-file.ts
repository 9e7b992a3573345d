/** What the command line writes as a whole report: the command reaches no views, so it is handed them here. */
import { reportFormats } from './reports/file-routes.tsx'
import type { ReportModel } from './reports/rules/report-model.ts'

/** @returns a report without anybody's words, in a format that is laid out from the model */
export const writeReportFile = async (
  model: ReportModel,
  key: 'docx' | 'xlsx' | 'html'
): Promise<Uint8Array> => {
  const format = reportFormats.find((one) => one.key === key)
  if (!format) throw new Error(`there is no format ${key}`)
  const file = await format.write({ model, words: new Map(), number: null, frozenAt: null })
  return new Uint8Array(await new Response(file).arrayBuffer())
}
