/** A report to read, to take out and to issue anew. */
import { Hono } from 'hono'
import { ReportPage } from '../../views/reports/report-page.tsx'
import { ReissuePage } from '../../views/reports/step-pages.tsx'
import { FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { reportFormats } from './file-routes.tsx'
import { reissueForm } from './input.ts'
import {
  isWriter,
  readableReport,
  reads,
  reportPage,
  shownReport,
  writes,
} from './record-routes.tsx'
import { reissueReport } from './reissue-report.ts'
import { findReissue } from './report-store.ts'
import { readFrozen } from './rules/frozen-content.ts'

export const reportReading = new Hono<AppEnv>()

const notices: Record<string, string> = {
  frozen: 'The report is frozen. Its figures and words stay as they are.',
}

const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

reportReading.get('/reports/:id', reads, async (c) => {
  const report = await readableReport(c)
  const { model, words } = await shownReport(c, report)
  const newer =
    report.replacedBy === null ? undefined : await findReissue(c.get('deps').db, report.id)
  return renderPage(
    c,
    { ...reportPage(model.title), ...noticeOf(c) },
    <ReportPage
      report={report}
      model={model}
      words={words}
      formats={reportFormats.map(({ key, label }) => ({ key, label }))}
      mayWrite={isWriter(c)}
      newer={newer}
      overlaps={report.content === null ? undefined : readFrozen(report.content).overlaps}
    />
  )
})

const showReissue = async (c: C, fault?: { reason: string; message: string }) => {
  const report = await readableReport(c)
  if (report.state !== 'frozen') {
    throw new WrongState('Only a frozen report can be issued anew. A draft can be changed.')
  }
  return renderPage(
    c,
    reportPage('Issue this report anew?', fault ? 422 : 200),
    <ReissuePage
      report={report}
      csrf={csrfOf(c)}
      errors={fault ? { reason: fault.message } : {}}
      reason={fault?.reason ?? ''}
    />
  )
}

reportReading.get('/reports/:id/reissue', writes, (c) => showReissue(c))

reportReading.post('/reports/:id/reissue', writes, async (c) => {
  const sent = form(c, reissueForm)
  const reason = sent.raw.reason ?? ''
  try {
    const id = await reissueReport(contextOf(c), { reportId: c.req.param('id'), reason })
    return c.redirect(`/reports/${id}/write?saved=reissued`, 303)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showReissue(c, { reason, message: error.message })
  }
})
