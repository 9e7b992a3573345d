/** A submitted audit as a copy for the child's record: a page to print, and a Word file. Its making is recorded. */
import { Hono } from 'hono'
import { auditCopy } from '../../views/audits/audit-copy.ts'
import { CopyPage } from '../../views/audits/copy-page.tsx'
import { writeWord } from '../documents/write-word.ts'
import { WrongState } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { copyAudit } from './copy-audit.ts'
import { countSuperseded } from './copy-store.ts'
import { loadCopiedSafety } from './load-copied-safety.ts'
import { loadReading } from './load-reading.ts'
import { readableAudit } from './record-routes.tsx'
import { maySeeSafety } from './rules/audit-access.ts'
import { copyFileName } from './rules/copy-file-name.ts'
import { copyRefusal } from './rules/copy-refusal.ts'

export const copies = new Hono<AppEnv>()

const read = may('audits.read_submitted')

/** The audit as a document, if this person may read it and it stands as submitted. */
const loadCopy = async (c: C) => {
  const { db } = c.get('deps')
  const { audit, access } = await readableAudit(c)
  const refusal = copyRefusal(audit.state)
  if (refusal !== undefined) throw new WrongState(refusal)
  const { review, findings, actions } = await loadReading(db, audit)
  const copy = auditCopy({
    audit,
    sections: review?.sections ?? [],
    overall: review?.overall,
    findings,
    actions,
    safety: maySeeSafety(personOf(c).roles, access) ? await loadCopiedSafety(db, audit) : undefined,
    superseded: audit.reopenedAt === null ? 0 : await countSuperseded(db, audit.id),
    copiedAt: c.get('now'),
    copiedBy: personOf(c).name,
  })
  return { audit, copy }
}

copies.get('/audits/:id/copy', read, async (c) => {
  const { audit, copy } = await loadCopy(c)
  await copyAudit(contextOf(c), { auditId: audit.id, format: 'print', personId: personOf(c).id })
  return renderPage(
    c,
    { title: `Copy for the record: case ${audit.caseReference}`, current: 'results' },
    <CopyPage audit={audit} copy={copy} />
  )
})

copies.get('/audits/:id/copy.docx', read, async (c) => {
  const { audit, copy } = await loadCopy(c)
  const file = await writeWord(copy)
  // Last, so that no copy is recorded that could not be made.
  await copyAudit(contextOf(c), { auditId: audit.id, format: 'docx', personId: personOf(c).id })
  return download(c, copyFileName(audit.reference), 'docx', file)
})
