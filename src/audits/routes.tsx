/** An audit as a whole: its list of parts or, to read, its content (read-routes.tsx); checking it and submitting it. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { CheckPage } from '../../views/audits/check-page.tsx'
import { TaskListPage } from '../../views/audits/task-list-page.tsx'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { mustTell, panelOfAudit } from '../safety/load-safety-panel.ts'
import { conclusions } from './conclusions-routes.tsx'
import { copies } from './copy-routes.tsx'
import { findings } from './finding-routes.tsx'
import { loadWorkBeside } from './load-reading.ts'
import { notNames } from './not-a-name-routes.tsx'
import { notes } from './note-routes.tsx'
import { reading, showToRead } from './read-routes.tsx'
import {
  addressAfterSubmit,
  auditIdOf,
  readableAudit,
  refusingOthers,
  workableAudit,
} from './record-routes.tsx'
import type { Audit } from './record-store.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { transitionOf } from './rules/audit-workflow.ts'
import { namesAsked } from './rules/name-questions.ts'
import { noteFacts } from './rules/note-facts.ts'
import { groupMissing, missingFrom } from './rules/ready.ts'
import { reviewOf } from './rules/review-facts.ts'
import { taskListFacts } from './rules/task-list-facts.ts'
import { saves } from './save-routes.tsx'
import { sections } from './section-routes.tsx'
import { loadWork } from './store.ts'
import { submitAudit } from './submit-audit.ts'
import { wordHash } from './word-hash.ts'

export const audits = new Hono<AppEnv>()

audits.route('/', sections)
audits.route('/', conclusions)
audits.route('/', findings)
audits.route('/', copies)
audits.route('/', notes)
audits.route('/', reading)
audits.route('/', notNames)
audits.route('/', saves)

const read = may('audits.read_in_progress')
const complete = may('audits.complete')

const besideOf = (c: C, { id }: Audit, work: AuditWork) =>
  loadWorkBeside(c.get('deps').db, { id, personId: personOf(c).id }, work)

const showTaskList = async (c: C, audit: Audit, work: AuditWork) => {
  const safety = panelOfAudit(audit)
  const kept = await besideOf(c, audit, work)
  const concluded = { ...kept, isUntold: mustTell(safety) }
  const button = transitionOf(['auditor'], audit.state, 'save')?.button ?? ''
  return renderPage(
    c,
    {
      title: `Audit of case ${audit.caseReference}`,
      current: 'work',
      ...(c.req.query('noted') === undefined
        ? {}
        : { notice: { kind: 'success' as const, text: 'Your note was saved.' } }),
    },
    <TaskListPage
      audit={audit}
      isReopened={audit.state === 'reopened'}
      today={londonDate(c.get('now'))}
      safety={safety}
      {...taskListFacts(work, concluded, button)}
      later={noteFacts(work, kept.notes)}
    />
  )
}

audits.get('/audits/:id', read, async (c) => {
  const open = await readableAudit(c)
  const work = open.access.mayComplete ? await loadWork(c.get('deps').db, open.audit.id) : undefined
  return work ? showTaskList(c, open.audit, work) : showToRead(c, open)
})

const showCheck = async (c: C, isRefused: boolean) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(auditAddress({ id: auditIdOf(c) }), 303)
  const { audit, work } = open
  const review = reviewOf(work)
  const { notes: _, keptWords, ...concluded } = await besideOf(c, audit, work)
  const safety = panelOfAudit(audit)
  const isUntold = mustTell(safety)
  const missing = missingFrom(work, { ...concluded, isUntold })
  const button = transitionOf(['auditor'], audit.state, 'submit')?.button ?? 'Submit the audit'
  return renderPage(
    c,
    { title: 'Check your answers', current: 'work', status: isRefused ? 422 : 200 },
    <CheckPage
      audit={audit}
      safety={safety}
      sections={review.sections}
      overall={review.overall}
      {...concluded}
      missingBySection={groupMissing(work, missing)}
      asked={namesAsked(work, concluded, (name) => keptWords.has(wordHash(audit.id, name)))}
      isRefused={isRefused}
      button={button}
      csrf={csrfOf(c)}
    />
  )
}

audits.get('/audits/:id/check', complete, (c) => showCheck(c, false))

audits.post('/audits/:id/submit', complete, async (c) => {
  const auditId = auditIdOf(c)
  const result = await refusingOthers(c, submitAudit(contextOf(c), { auditId }))
  if (!result.ok) return showCheck(c, true)
  return c.redirect(await addressAfterSubmit(c), 303)
})
