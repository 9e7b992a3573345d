/** An uploaded results file from its arrival to its confirmation. Its page is also that of the import it becomes. */
import { Hono } from 'hono'
import { PreviewPage, WaitPage } from '../../views/imports/preview-page.tsx'
import { UploadPage } from '../../views/imports/upload-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { confirmUpload } from './confirm-upload.ts'
import { discardUpload } from './discard-upload.ts'
import { PIECE } from './import-pace.ts'
import { confirmForm, pageNumber, uploadForm } from './input.ts'
import { previewUpload } from './preview-upload.ts'
import { putBackStopped } from './put-back-stopped.ts'
import { keepOptions, optionsOf, previewOf, readPreviewPage } from './read-preview.ts'
import { imports, page } from './record-routes.tsx'
import type { ChangedAudit } from './rules/audit-changes.ts'
import { COLUMN_HELP, EXAMPLE_FILE } from './rules/example-file.ts'
import type { FileFault } from './rules/file-fault.ts'
import { sizeInWords } from './rules/file-kind.ts'
import type { SampleRow, UploadOptions } from './rules/preview.ts'
import { MOST_BYTES, MOST_ROWS } from './rules/results-file.ts'
import { stageUpload } from './stage-upload.ts'
import { findUpload, setUploadNote, type Upload } from './upload-store.ts'
import { writeFaults } from './write-faults.ts'

export const uploads = new Hono<AppEnv>()

/** Files up to this size are read before the answer; larger ones while the person watches. */
const READ_AT_ONCE_BYTES = 512 * 1024

/** Work that goes on after the answer. What goes wrong with it is logged; the upload's page shows how it stands. */
const afterAnswer = (c: C, work: () => Promise<unknown>) => {
  const { log } = c.get('deps')
  work().catch((error: unknown) => log.error({ err: error }, 'an import in the background'))
}

const showForm = (c: C, isReplacing: boolean, errors: Errors = {}) =>
  renderPage(
    c,
    page('Bring in past results', Object.keys(errors).length > 0 ? 422 : 200),
    <UploadPage
      csrf={csrfOf(c)}
      mostBytes={sizeInWords(MOST_BYTES)}
      mostRows={`${MOST_ROWS.toLocaleString('en-GB')} rows`}
      isReplacing={isReplacing}
      errors={errors}
      columns={COLUMN_HELP}
    />
  )

uploads.get('/imports/new', imports, (c) => showForm(c, false))

uploads.get('/imports/example.csv', imports, (c) =>
  download(c, 'plumbline-example', 'csv', EXAMPLE_FILE)
)

/** Reads the file and makes its preview: now if it is small, else while the page says how far it is. */
const startPreview = async (c: C, id: string, bytes: number, again = false) => {
  const read = () => previewUpload(contextOf(c), id, c.get('deps').clock, again)
  if (bytes <= READ_AT_ONCE_BYTES) await read()
  else afterAnswer(c, read)
}

uploads.post('/imports/new', imports, async (c) => {
  const sent = form(c, uploadForm)
  const replace = sent.ok && sent.data.replace === 'yes'
  const upload = c.get('upload')
  try {
    const id = await stageUpload(contextOf(c), {
      purpose: 'results',
      upload,
      mostBytes: MOST_BYTES,
      options: { replace } satisfies UploadOptions,
    })
    const staged = await findUpload(c.get('deps').db, id, 'results')
    await startPreview(c, id, staged?.bytes ?? 0)
    return c.redirect(`/imports/${id}`, 303)
  } catch (error) {
    if (error instanceof FieldFault) return showForm(c, replace, { [error.field]: error.message })
    throw error
  }
})

const uploadOf = async (c: C): Promise<Upload> => {
  const upload = await findUpload(c.get('deps').db, c.req.param('id') ?? '', 'results')
  if (!upload) throw new NotFound('No such upload')
  return upload
}

/** The page of an upload: how far it is, or its preview. */
export const showUpload = async (c: C, status: 200 | 409 = 200) => {
  const { db, clock } = c.get('deps')
  const found = await uploadOf(c)
  await putBackStopped(db, found, clock)
  if (found.state === 'arrived' || found.state === 'reading') {
    await startPreview(c, found.id, found.bytes)
  }
  const upload = await uploadOf(c)
  const title = upload.state === 'faulty' ? 'Faults in a results file' : 'Preview of a results file'
  if (upload.state !== 'ready' && upload.state !== 'faulty') {
    return renderPage(c, page(title, status), <WaitPage upload={upload} />)
  }
  const pages = {
    fault: pageNumber.parse(c.req.query('fault') ?? 1),
    change: pageNumber.parse(c.req.query('change') ?? 1),
    report: pageNumber.parse(c.req.query('report') ?? 1),
  }
  return renderPage(
    c,
    page(title, status),
    <PreviewPage
      upload={upload}
      csrf={csrfOf(c)}
      isReplacing={optionsOf(upload).replace}
      preview={previewOf(upload)}
      pages={pages}
      faults={await readPreviewPage<FileFault>(db, upload.id, 'fault', pages.fault)}
      changes={await readPreviewPage<ChangedAudit>(db, upload.id, 'change', pages.change)}
      reports={await readPreviewPage<FileFault>(db, upload.id, 'report', pages.report)}
      sample={await readPreviewPage<SampleRow>(db, upload.id, 'sample', 1)}
    />
  )
}

uploads.get('/imports/:id/faults.csv', imports, async (c) => {
  const upload = await uploadOf(c)
  return download(c, 'faults', 'csv', await writeFaults(c.get('deps').db, upload.id))
})

uploads.post('/imports/:id/read', imports, async (c) => {
  const { db } = c.get('deps')
  const upload = await uploadOf(c)
  const sent = form(c, uploadForm)
  if (upload.state === 'ready' || upload.state === 'faulty') {
    const replace = sent.ok && sent.data.replace === 'yes'
    await keepOptions(db, upload.id, { replace })
    await setUploadNote(db, upload.id, null)
    await startPreview(c, upload.id, upload.bytes, true)
  }
  return c.redirect(`/imports/${upload.id}`, 303)
})

uploads.post('/imports/:id/confirm', imports, async (c) => {
  const sent = form(c, confirmForm)
  if (!sent.ok) return c.redirect(`/imports/${(await uploadOf(c)).id}`, 303)
  const { clock } = c.get('deps')
  const ctx = contextOf(c)
  const id = c.req.param('id')
  const { judgements, work } = await confirmUpload(ctx, {
    id,
    revision: sent.data.revision,
    clock,
  })
  if (judgements > PIECE) {
    afterAnswer(c, work)
    return c.redirect(`/imports/${id}`, 303)
  }
  const outcome = await work()
  return c.redirect(outcome ? `/imports/${id}?saved=imported` : `/imports/${id}`, 303)
})

uploads.post('/imports/:id/discard', imports, async (c) => {
  await discardUpload(contextOf(c), { id: c.req.param('id'), purpose: 'results' })
  return c.redirect('/imports?saved=discarded', 303)
})
