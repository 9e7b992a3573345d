/** An audit as a whole: its list of parts or, to read, its content; checking it, submitting it, reopening it. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { CheckPage } from '../../views/audits/check-page.tsx'
import { ReadPage } from '../../views/audits/read-page.tsx'
import { TaskListPage } from '../../views/audits/task-list-page.tsx'
import { listActionsOfAudit } from '../actions/store.ts'
import type { Db } from '../db/schema.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { firstWordings } from '../rubrics/rules/first-wordings.ts'
import { listRubricsAsOf } from '../rubrics/store.ts'
import { conclusions } from './conclusions-routes.tsx'
import { findings } from './finding-routes.tsx'
import { listFindings } from './finding-store.ts'
import { reopenForm } from './input.ts'
import {
  addressAfterSubmit,
  auditIdOf,
  type OpenAudit,
  readableAudit,
  refusingOthers,
  workableAudit,
} from './record-routes.tsx'
import { type Audit, getImportedAt, listImportedJudgements } from './record-store.ts'
import { reopenAudit } from './reopen-audit.ts'
import { auditStateLabels, isOpenToAuditor } from './rules/audit-state.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { transitionOf } from './rules/audit-workflow.ts'
import { shortOf } from './rules/conclusion-facts.ts'
import { importedReview } from './rules/imported-facts.ts'
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

const read = may('audits.read_in_progress')
const complete = may('audits.complete')

/** The findings and actions, as they are read and as submitting depends on them. */
const concludedOf = async (c: C, audit: Audit, work: AuditWork | undefined) => {
  const { db } = c.get('deps')
  const findings = await listFindings(db, audit.id)
  const actions = await listActionsOfAudit(db, audit.id)
  const withAbout = <T extends { itemKey: string | null }>(each: T) => ({
    ...each,
    about: shortOf(work, each.itemKey),
  })
  return { findings: findings.map(withAbout), actions: actions.map(withAbout) }
}

const showTaskList = async (c: C, audit: Audit, work: AuditWork) => {
  const button = transitionOf(['auditor'], audit.state, 'save')?.button ?? ''
  return renderPage(
    c,
    { title: `Audit of case ${audit.caseReference}`, current: 'work' },
    <TaskListPage
      audit={audit}
      isReopened={audit.state === 'reopened'}
      today={londonDate(c.get('now'))}
      {...taskListFacts(work, await concludedOf(c, audit, work), button)}
    />
  )
}

/** Imported history has the grades of its file and no words; an audit that was never opened has nothing yet. */
const importedReviewOf = async (db: Db, audit: Audit) => {
  if (audit.origin !== 'import') return undefined
  const known = await listRubricsAsOf(db, await getImportedAt(db, audit.id))
  return importedReview(
    await listImportedJudgements(db, audit.id),
    firstWordings(known.map(({ rubric }) => rubric))
  )
}

const showToRead = async (
  c: C,
  { audit, access }: OpenAudit,
  reopening?: { reason: string; error: string }
) => {
  const { db } = c.get('deps')
  const work = await loadWork(db, audit.id)
  const review = work ? reviewOf(work) : await importedReviewOf(db, audit)
  const mayReopen = access.mayReopen && audit.origin === 'product'
  return renderPage(
    c,
    {
      title: `Audit of case ${audit.caseReference}`,
      current: access.isAuditor ? 'work' : mayReopen ? 'programme' : 'results',
      ...(reopening && { status: 422 }),
      ...(c.req.query('submitted') === undefined || !access.isAuditor
        ? {}
        : { notice: { kind: 'success' as const, text: 'The audit was submitted.' } }),
    },
    <ReadPage
      audit={audit}
      stateLabel={auditStateLabels[audit.state]}
      isImported={audit.origin === 'import'}
      isDraft={isOpenToAuditor(audit.state)}
      sections={review?.sections ?? []}
      overall={review?.overall}
      {...(await concludedOf(c, audit, work))}
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
  const concluded = await concludedOf(c, audit, work)
  const missing = missingFrom(work, concluded)
  const button = transitionOf(['auditor'], audit.state, 'submit')?.button ?? 'Submit the audit'
  return renderPage(
    c,
    { title: 'Check your answers', current: 'work', status: isRefused ? 422 : 200 },
    <CheckPage
      audit={audit}
      sections={review.sections}
      overall={review.overall}
      {...concluded}
      missing={missing}
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
  return c.redirect(auditAddress({ id: open.audit.id }), 303)
})
