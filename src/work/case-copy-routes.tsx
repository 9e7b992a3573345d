/**
 * A copy of everything about a child in one place, for subject access and courts: a page to print, and a Word file. Its
 * making is recorded. Only for those who may read all of the case.
 */
import { Hono } from 'hono'
import { caseCopy } from '../../views/work/case-copy.ts'
import { CaseCopyPage } from '../../views/work/case-copy-page.tsx'
import { writeWord } from '../documents/write-word.ts'
import { NotAllowed } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may, recordRefusal } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { listCaseCopies } from './case-copy-store.ts'
import { openableCase } from './case-routes.tsx'
import { copyCase } from './copy-case.ts'
import { loadCaseCopy } from './load-case-copy.ts'
import { caseFileName } from './rules/case-file-name.ts'

export const caseCopies = new Hono<AppEnv>()

const copying = may('cases.copy')

const loadCopy = async (c: C) => {
  const asked = await openableCase(c)
  if ('elsewhere' in asked) return asked
  const { open } = asked
  if (!open.mayCopy) {
    await recordRefusal(c, 'cases.copy', open.subjectId)
    throw new NotAllowed(
      'A copy of everything is made by somebody who may read all of this case. Ask a QA lead.'
    )
  }
  const person = personOf(c)
  const content = await loadCaseCopy(c.get('deps').db, person, open, c.get('now'))
  const copy = caseCopy({
    reference: open.reference,
    facts: open.facts,
    content,
    copiedAt: c.get('now'),
    copiedBy: person.name,
  })
  const made = { subjectId: open.subjectId, personId: person.id, audits: content.audits.length }
  return { open, copy, made }
}

caseCopies.get('/cases/:id/copy', copying, async (c) => {
  const loaded = await loadCopy(c)
  if ('elsewhere' in loaded) return c.redirect(`/cases/${loaded.elsewhere}/copy`, 303)
  const { open, copy, made } = loaded
  const copies = await listCaseCopies(c.get('deps').db, open.subjectId)
  await copyCase(contextOf(c), { ...made, format: 'print' })
  return renderPage(
    c,
    { title: copy.title, current: 'work' },
    <CaseCopyPage id={open.id} reference={open.reference} copy={copy} copies={copies} />
  )
})

caseCopies.get('/cases/:id/copy.docx', copying, async (c) => {
  const loaded = await loadCopy(c)
  if ('elsewhere' in loaded) return c.redirect(`/cases/${loaded.elsewhere}/copy.docx`, 303)
  const { open, copy, made } = loaded
  const file = await writeWord(copy)
  // Last, so that no copy is recorded that could not be made.
  await copyCase(contextOf(c), { ...made, format: 'docx' })
  return download(c, caseFileName(open.reference), 'docx', file)
})
