/** An audit as a whole: its list of parts or, to read, its content; checking it, submitting it, reopening it. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { CheckPage } from '../../views/audits/check-page.tsx'
import { ReadPage } from '../../views/audits/read-page.tsx'
import { TaskListPage } from '../../views/audits/task-list-page.tsx'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted, type Role, scopesOf } from '../people/rules/permissions.ts'
import { conclusions } from './conclusions-routes.tsx'
import { copies } from './copy-routes.tsx'
import { listCopies } from './copy-store.ts'
import { findings } from './finding-routes.tsx'
import { reopenForm } from './input.ts'
import { loadConcluded, loadReading } from './load-reading.ts'
import { loadSafetyPanel, mustTell } from './load-safety-panel.ts'
import { notes } from './note-routes.tsx'
import {
  addressAfterSubmit,
  auditIdOf,
  loadNotes,
  type OpenAudit,
  readableAudit,
  refusingOthers,
  workableAudit,
} from './record-routes.tsx'
import type { Audit } from './record-store.ts'
import { reopenAudit } from './reopen-audit.ts'
import { auditStateLabels, isOpenToAuditor } from './rules/audit-state.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { transitionOf } from './rules/audit-workflow.ts'
import { noteFacts } from './rules/note-facts.ts'
import { groupMissing, missingFrom } from './rules/ready.ts'
import { reviewOf } from './rules/review-facts.ts'
import { taskListFacts } from './rules/task-list-facts.ts'
import { sections } from './section-routes.tsx'
import { loadWork } from './store.ts'
import { submitAudit } from './submit-audit.ts'

export const audits = new Hono<AppEnv>()

audits.route('/', sections)
audits.route('/', conclusions)
audits.route('/', findings)
audits.route('/', copies)
audits.route('/', notes)

const read = may('audits.read_in_progress')
const complete = may('audits.complete')

const panelOf = (c: C, audit: Audit) =>
  loadSafetyPanel(c.get('deps').db, {
    auditId: audit.id,
    now: c.get('now'),
    csrf: csrfOf(c),
    withForm: false,
  })

const showTaskList = async (c: C, audit: Audit, work: AuditWork) => {
  const safety = await panelOf(c, audit)
  const kept = await loadConcluded(c.get('deps').db, audit.id, work)
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
      later={noteFacts(work, await loadNotes(c, audit))}
    />
  )
}

/** A worker with whom an audit was shared reads the audit and not its safety notice. */
const maySeeSafety = (roles: readonly Role[], { isAuditor }: OpenAudit['access']): boolean =>
  isAuditor || scopesOf(roles, 'safety.read').some((scope) => scope !== 'own')

const showToRead = async (
  c: C,
  { audit, access }: OpenAudit,
  reopening?: { reason: string; error: string }
) => {
  const { db } = c.get('deps')
  const { roles } = personOf(c)
  const { review, findings, actions } = await loadReading(db, audit)
  const mayReopen = access.mayReopen && audit.origin === 'product'
  const mayCopy = audit.state === 'submitted' && isGranted(roles, 'audits.read_submitted')
  const notice =
    c.req.query('submitted') !== undefined && access.isAuditor
      ? 'The audit was submitted.'
      : c.req.query('reopened') !== undefined && audit.state === 'reopened'
        ? `The audit was reopened. ${audit.auditorName} has it on My work again.`
        : undefined
  return renderPage(
    c,
    {
      title: `Audit of case ${audit.caseReference}`,
      current: access.isAuditor ? 'work' : mayReopen ? 'programme' : 'results',
      ...(reopening && { status: 422 }),
      ...(notice && !reopening ? { notice: { kind: 'success' as const, text: notice } } : {}),
    },
    <ReadPage
      audit={audit}
      stateLabel={auditStateLabels[audit.state]}
      isImported={audit.origin === 'import'}
      isDraft={isOpenToAuditor(audit.state)}
      sections={review?.sections ?? []}
      overall={review?.overall}
      findings={findings}
      actions={actions}
      safety={maySeeSafety(roles, access) ? await panelOf(c, audit) : undefined}
      copies={mayCopy ? await listCopies(db, audit.id) : undefined}
      reopen={
        mayReopen
          ? {
              button: transitionOf(['qa_lead'], audit.state, 'reopen')?.button ?? '',
              reason: reopening?.reason ?? '',
              error: reopening?.error,
            }
          : undefined
      }
      csrf={csrfOf(c)}
    />
  )
}

audits.get('/audits/:id', read, async (c) => {
  const open = await readableAudit(c)
  const work = open.access.mayComplete ? await loadWork(c.get('deps').db, open.audit.id) : undefined
  return work ? showTaskList(c, open.audit, work) : showToRead(c, open)
})

/** To read and print before it is submitted, too. */
audits.get('/audits/:id/print', read, async (c) => showToRead(c, await readableAudit(c)))

const showCheck = async (c: C, isRefused: boolean) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(auditAddress({ id: auditIdOf(c) }), 303)
  const { audit, work } = open
  const review = reviewOf(work)
  const concluded = await loadConcluded(c.get('deps').db, audit.id, work)
  const isUntold = mustTell(await panelOf(c, audit))
  const missing = missingFrom(work, { ...concluded, isUntold })
  const button = transitionOf(['auditor'], audit.state, 'submit')?.button ?? 'Submit the audit'
  return renderPage(
    c,
    { title: 'Check your answers', current: 'work', status: isRefused ? 422 : 200 },
    <CheckPage
      audit={audit}
      sections={review.sections}
      overall={review.overall}
      {...concluded}
      missingBySection={groupMissing(work, missing)}
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

audits.post('/audits/:id/reopen', may('rounds.manage'), async (c) => {
  const open = await readableAudit(c)
  const sent = form(c, reopenForm)
  if (!sent.ok) {
    return showToRead(c, open, {
      reason: sent.raw.reason ?? '',
      error: sent.errors.reason ?? 'Say why the audit is reopened',
    })
  }
  await reopenAudit(contextOf(c), { auditId: open.audit.id, reason: sent.data.reason })
  return c.redirect(`${auditAddress({ id: open.audit.id })}?reopened`, 303)
})
