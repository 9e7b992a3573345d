/** History in the browser: uploading a results file, its preview, confirming it, past imports, and undoing one. */
import { Hono } from 'hono'
import { ImportListPage } from '../../views/imports/import-list-page.tsx'
import { ImportPage } from '../../views/imports/import-page.tsx'
import { UndoImportPage } from '../../views/imports/undo-import-page.tsx'
import { FaultyInput, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import {
  AUDITS_A_PAGE,
  countUndo,
  findImportPage,
  IMPORTS_A_PAGE,
  type ImportPage as Import,
  listAuditsOfImport,
  listImportPages,
} from './history-store.ts'
import { pageNumber, reasonForm } from './input.ts'
import { names } from './name-routes.tsx'
import { imports as mayImport, page, saved } from './record-routes.tsx'
import { undoImport } from './undo-import.ts'
import { showUpload, uploads } from './upload-routes.tsx'
import { listUploads } from './upload-store.ts'

export const imports = new Hono<AppEnv>()

imports.get('/imports', mayImport, async (c) => {
  const { db } = c.get('deps')
  const asked = pageNumber.parse(c.req.query('page') ?? 1)
  const rows = await listImportPages(db, asked)
  return renderPage(
    c,
    { ...page('Imports of past results'), ...saved(c) },
    <ImportListPage
      imports={rows.slice(0, IMPORTS_A_PAGE)}
      hasMore={rows.length > IMPORTS_A_PAGE}
      uploads={asked === 1 ? await listUploads(db, 'results') : []}
      page={asked}
    />
  )
})

imports.route('/', names)
imports.route('/', uploads)

imports.get('/imports/:id', mayImport, async (c) => {
  const { db } = c.get('deps')
  const row = await findImportPage(db, c.req.param('id'))
  if (!row) return showUpload(c)
  const asked = pageNumber.parse(c.req.query('page') ?? 1)
  const audits = await listAuditsOfImport(db, row.id, asked)
  return renderPage(
    c,
    { ...page('An import of past results'), ...saved(c) },
    <ImportPage
      row={row}
      audits={audits.slice(0, AUDITS_A_PAGE)}
      page={asked}
      hasMore={audits.length > AUDITS_A_PAGE}
    />
  )
})

const importOf = async (c: C): Promise<Import> => {
  const row = await findImportPage(c.get('deps').db, c.req.param('id') ?? '')
  if (!row) throw new NotFound('No such import')
  return row
}

const askUndo = async (
  c: C,
  row: Import,
  reason = '',
  errors: Readonly<Record<string, string>> = {}
) =>
  renderPage(
    c,
    page('Undo this import?', Object.keys(errors).length > 0 ? 422 : 200),
    <UndoImportPage
      row={row}
      counts={await countUndo(c.get('deps').db, row.id, row.importedAt)}
      csrf={csrfOf(c)}
      reason={reason}
      errors={errors}
    />
  )

imports.get('/imports/:id/undo', mayImport, async (c) => {
  const row = await importOf(c)
  if (row.state === 'undone') return c.redirect(`/imports/${row.id}`, 303)
  return askUndo(c, row)
})

imports.post('/imports/:id/undo', mayImport, async (c) => {
  const row = await importOf(c)
  const sent = form(c, reasonForm)
  if (!sent.ok) return askUndo(c, row, sent.raw.reason, sent.errors)
  try {
    await undoImport(contextOf(c), { importId: row.id, reason: sent.data.reason })
  } catch (error) {
    if (!(error instanceof FaultyInput)) throw error
    const now = await importOf(c)
    const errors = {
      reason:
        now.state === 'undone'
          ? `${now.undoneByName ?? 'Somebody else'} has undone this import already`
          : (error.lines[0] ?? 'This import cannot be undone now'),
    }
    return askUndo(c, now, sent.data.reason, errors)
  }
  return c.redirect(`/imports/${row.id}?saved=undone`, 303)
})
