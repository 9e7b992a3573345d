/** A report as a file: Word, Excel, CSV, JSON or a web page, each laid out from the one model; and that it was taken out. */
import { Hono } from 'hono'
import { drawChart } from '../../views/reports/draw-chart.tsx'
import { filePage } from '../../views/reports/file-page.tsx'
import { reportDocument } from '../../views/reports/report-document.ts'
import { type ReportStanding, reportFacts } from '../../views/reports/report-facts.ts'
import { distributionCsv } from '../analytics/rules/distribution-csv.ts'
import { writeWord } from '../documents/write-word.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { NotFound, WrongState } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, contextOf } from '../http/env.ts'
import { loadWordsCheck } from './load-words-check.ts'
import { type ReportFormat, recordReportExport } from './record-report-export.ts'
import { readableReport, reads, shownReport } from './record-routes.tsx'
import { reportSheets } from './report-sheets.ts'
import { alertsCsv } from './rules/alerts-csv.ts'
import { reportFileName } from './rules/file-name.ts'
import type { WordsByPlace } from './rules/final-words.ts'
import { wordsShown } from './rules/final-words.ts'
import { reportJson } from './rules/report-json.ts'
import type { ReportModel } from './rules/report-model.ts'

export const reportFiles = new Hono<AppEnv>()

export type WrittenReport = ReportStanding & {
  readonly model: ReportModel
  readonly words: WordsByPlace
}

type Format = {
  readonly key: ReportFormat
  readonly label: string
  readonly write: (
    report: WrittenReport
  ) => Promise<string | Uint8Array<ArrayBuffer>> | ReadableStream<Uint8Array<ArrayBuffer>>
}

export const reportFormats: readonly Format[] = [
  {
    key: 'docx',
    label: 'Word',
    write: (report) => writeWord(reportDocument(report, drawChart)),
  },
  {
    key: 'xlsx',
    label: 'Excel',
    write: ({ model, words, ...standing }) =>
      writeWorkbook(reportSheets(model, words, reportFacts(model, standing)), {
        title: model.title,
      }),
  },
  {
    key: 'csv',
    label: 'CSV: distributions by round',
    write: async ({ model }) => distributionCsv(model.data.distributions),
  },
  {
    key: 'alerts.csv',
    label: 'CSV: practice alerts',
    write: async ({ model }) => alertsCsv(model.data.alerts),
  },
  {
    key: 'json',
    label: 'JSON',
    write: async (report) => `${JSON.stringify(reportJson(report), null, 2)}\n`,
  },
  {
    key: 'html',
    label: 'Web page as a file',
    write: async (report) => filePage(report),
  },
]

reportFiles.get('/reports/:id/files/:file', reads, async (c) => {
  const report = await readableReport(c)
  const format = reportFormats.find(({ key }) => c.req.param('file') === `report.${key}`)
  if (!format) throw new NotFound('No such file')
  const { model, words } = await shownReport(c, report)
  const { number, frozenAt, replacesNumber, reissueReason, replacedBy } = report
  // Frozen, its words were looked at; a draft for outside goes through the same door before it leaves.
  const questions =
    frozenAt === null
      ? await loadWordsCheck(c.get('deps').db, report.audience, wordsShown(model, words))
      : []
  const refused = questions.flatMap((one) => one.refused.map((why) => `${one.title}: ${why}`))
  if (refused.length > 0) throw new WrongState(refused.join(' '))
  const file = await format.write({
    ...{ model, words, number, frozenAt },
    replaces:
      replacesNumber === null ? undefined : { number: replacesNumber, reason: reissueReason ?? '' },
    replacedBy: replacedBy ?? undefined,
  })
  // Last, so that nothing is recorded as taken out that could not be made.
  await recordReportExport(contextOf(c), { report, format: format.key })
  return download(c, reportFileName(report), format.key, file)
})
