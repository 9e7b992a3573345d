/** Lists of people as files: taking one in with a preview that writes nothing, and everybody as a download. */
import { Hono } from 'hono'
import { PeopleImportPage } from '../../views/admin/people-import-page.tsx'
import { PeoplePreviewPage } from '../../views/admin/people-preview-page.tsx'
import { Conflict, FaultyInput, FieldFault, NotFound } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { discardUpload } from '../imports/discard-upload.ts'
import { writeFaultList } from '../imports/rules/write-fault-list.ts'
import { stageUpload } from '../imports/stage-upload.ts'
import { findUpload, type Upload } from '../imports/upload-store.ts'
import { listAccounts } from '../people/account-store.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { roleLabels, roles } from '../people/rules/permissions.ts'
import { listTeams } from '../people/team-store.ts'
import { importPeople } from './import-people.ts'
import { confirmListForm, listForm } from './input.ts'
import { loadPeoplePlan } from './load-people-plan.ts'
import { administers, adminPage } from './record-routes.tsx'
import { MOST_PEOPLE, MOST_PEOPLE_BYTES } from './rules/people-file.ts'
import { writePeopleFile } from './rules/write-people-file.ts'

export const peopleLists = new Hono<AppEnv>()

peopleLists.get('/admin/people/list.csv', administers, async (c) => {
  const open = (await listAccounts(c.get('deps').db)).filter(({ isActive }) => isActive === 1)
  return download(c, 'people', 'csv', writePeopleFile(open))
})

const showForm = (c: C, list = '', errors: Errors = {}) =>
  renderPage(
    c,
    adminPage('Bring in a list of people', Object.keys(errors).length > 0 ? 422 : 200),
    <PeopleImportPage
      csrf={csrfOf(c)}
      list={list}
      errors={errors}
      mostPeople={MOST_PEOPLE}
      roles={roles.map((role) => `${role} (${roleLabels[role]})`)}
    />
  )

peopleLists.get('/admin/people/import', administers, (c) => showForm(c))

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

peopleLists.post('/admin/people/import', administers, async (c) => {
  const sent = form(c, listForm)
  const list = sent.raw.list ?? ''
  const upload = c.get('upload')
  if (upload === undefined && list.trim() === '') {
    return showForm(c, list, { list: 'Paste a list, or choose a file' })
  }
  try {
    const id = await stageUpload(contextOf(c), {
      purpose: 'people',
      upload: upload ?? { fileName: 'Pasted list', chunks: pieces(list) },
      mostBytes: MOST_PEOPLE_BYTES,
    })
    return c.redirect(`/admin/people/import/${id}`, 303)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showForm(c, list, { [upload ? error.field : 'list']: error.message })
  }
})

const uploadOf = async (c: C): Promise<Upload> => {
  const upload = await findUpload(c.get('deps').db, c.req.param('id') ?? '', 'people')
  if (!upload) throw new NotFound('No such upload')
  return upload
}

const showPreview = async (c: C, upload: Upload, changedSince = false) => {
  const { db } = c.get('deps')
  const loaded = await loadPeoplePlan(db, upload.id, londonDate(c.get('now')))
  const teams = new Map((await listTeams(db)).map(({ id, name }) => [id, name]))
  return renderPage(
    c,
    adminPage(
      loaded.ok ? 'Check the list of people' : 'This list has faults',
      changedSince ? 409 : 200
    ),
    <PeoplePreviewPage
      upload={upload}
      loaded={loaded}
      teamName={(id) => (id === null ? 'none' : (teams.get(id) ?? 'none'))}
      roleName={(role) => roleLabels[role]}
      changedSince={changedSince}
      csrf={csrfOf(c)}
    />
  )
}

peopleLists.get('/admin/people/import/:id', administers, async (c) =>
  showPreview(c, await uploadOf(c))
)

peopleLists.get('/admin/people/import/:id/faults.csv', administers, async (c) => {
  const upload = await uploadOf(c)
  const loaded = await loadPeoplePlan(c.get('deps').db, upload.id, londonDate(c.get('now')))
  return download(c, 'faults', 'csv', writeFaultList(loaded.ok ? [] : loaded.faults))
})

peopleLists.post('/admin/people/import/:id', administers, async (c) => {
  const upload = await uploadOf(c)
  const sent = form(c, confirmListForm)
  try {
    await importPeople(contextOf(c), {
      uploadId: upload.id,
      fingerprint: sent.ok ? sent.data.fingerprint : '',
    })
  } catch (error) {
    // A team was closed or somebody left meanwhile: what is wrong now stands on the same page.
    if (error instanceof Conflict || error instanceof FaultyInput || error instanceof FieldFault) {
      return showPreview(c, upload, true)
    }
    throw error
  }
  return c.redirect('/admin/people?sort=newest&saved=list', 303)
})

peopleLists.post('/admin/people/import/:id/discard', administers, async (c) => {
  const upload = await uploadOf(c)
  await discardUpload(contextOf(c), { id: upload.id, purpose: 'people' })
  return c.redirect('/admin/people?saved=discarded', 303)
})
