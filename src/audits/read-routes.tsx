/** An audit to read and to print: its content, and what a QA lead may do with it there: reopen it, set its cap aside. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { ReadPage } from '../../views/audits/read-page.tsx'
import { FieldFault, NotAllowed, WrongState } from '../errors.ts'
import { gradeInWords } from '../grading/rules/grade.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may, recordRefusal } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { panelOfAudit } from '../safety/load-safety-panel.ts'
import { listLiftedCapOverrides } from './cap-store.ts'
import { listCopies } from './copy-store.ts'
import { capForm, reopenForm } from './input.ts'
import { loadReading } from './load-reading.ts'
import { auditIdOf, type OpenAudit, readableAudit } from './record-routes.tsx'
import { reopenAudit } from './reopen-audit.ts'
import { restoreCap } from './restore-cap.ts'
import { maySeeSafety } from './rules/audit-access.ts'
import { auditStateLabels, isOpenToAuditor } from './rules/audit-state.ts'
import { transitionOf } from './rules/audit-workflow.ts'
import { canSetCapAside, unsafeCapOf } from './rules/cap-set-aside.ts'
import { setCapAside } from './set-cap-aside.ts'

export const reading = new Hono<AppEnv>()

/** A form of the page that was sent and not kept. */
interface Again {
  readonly form: 'reopen' | 'cap'
  readonly reason: string
  readonly error: string
  readonly status: 409 | 422
}

const doneWords = (c: C, { audit, access }: OpenAudit): string | undefined => {
  if (c.req.query('submitted') !== undefined && access.isAuditor) return 'The audit was submitted.'
  if (c.req.query('reopened') !== undefined && audit.state === 'reopened') {
    return `The audit was reopened. ${audit.auditorName} has it on My work again.`
  }
  const cap = c.req.query('cap')
  if (cap === 'set-aside') return 'The cap was set aside. The indicative grade was worked out anew.'
  return cap === 'restored'
    ? 'The cap was restored. The indicative grade was worked out anew.'
    : undefined
}

export const showToRead = async (c: C, { audit, access }: OpenAudit, again?: Again) => {
  const { db } = c.get('deps')
  const { roles } = personOf(c)
  const { review, findings, actions, work } = await loadReading(db, audit)
  const capAt = work && canSetCapAside(audit.state) ? unsafeCapOf(work) : undefined
  const reopening = again?.form === 'reopen' ? again : undefined
  const capping = again?.form === 'cap' ? again : undefined
  const mayReopen = access.mayReopen && audit.origin === 'product'
  const mayCopy = audit.state === 'submitted' && isGranted(roles, 'audits.read_submitted')
  const notice = again ? undefined : doneWords(c, { audit, access })
  const safety = maySeeSafety(roles, access) ? panelOfAudit(audit) : undefined
  return renderPage(
    c,
    {
      title: `Audit of case ${audit.caseReference}`,
      current: access.isAuditor ? 'work' : mayReopen ? 'programme' : 'results',
      ...(again && { status: again.status }),
      ...(notice ? { notice: { kind: 'success' as const, text: notice } } : {}),
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
      safety={safety}
      liftedCaps={safety?.notice ? await listLiftedCapOverrides(db, audit.id) : []}
      cap={
        capAt !== undefined && isGranted(roles, 'rounds.manage') && !access.isAuditor
          ? {
              at: gradeInWords(capAt),
              isSetAside: work?.capSetAside !== undefined,
              reason: capping?.reason ?? '',
              error: capping?.error,
            }
          : undefined
      }
      raiseHref={
        isGranted(roles, 'alerts.raise') || isGranted(roles, 'alerts.raise_good_practice')
          ? `/alerts/new?audit=${audit.id}`
          : undefined
      }
      raisesConcerns={isGranted(roles, 'alerts.raise')}
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

/** To read and print before it is submitted, too. */
reading.get('/audits/:id/print', may('audits.read_in_progress'), async (c) =>
  showToRead(c, await readableAudit(c))
)

reading.post('/audits/:id/reopen', may('rounds.manage'), async (c) => {
  const open = await readableAudit(c)
  const sent = form(c, reopenForm)
  if (!sent.ok) {
    return showToRead(c, open, {
      form: 'reopen',
      status: 422,
      reason: sent.raw.reason ?? '',
      error: sent.errors.reason ?? 'Say why the audit is reopened',
    })
  }
  await reopenAudit(contextOf(c), { auditId: open.audit.id, reason: sent.data.reason })
  return c.redirect(`${auditAddress({ id: open.audit.id })}?reopened`, 303)
})

/** Runs a verb on the cap; a refusal is recorded, and a reason that was not kept comes back with why. */
const changeCap = async (c: C, verb: () => Promise<void>, done: string, reason: string) => {
  try {
    await verb()
    return c.redirect(`${auditAddress({ id: auditIdOf(c) })}?cap=${done}`, 303)
  } catch (error) {
    if (error instanceof NotAllowed) await recordRefusal(c, 'rounds.manage', auditIdOf(c))
    if (!(error instanceof FieldFault || error instanceof WrongState)) throw error
    const status = error instanceof FieldFault ? 422 : 409
    return showToRead(c, await readableAudit(c), {
      form: 'cap',
      reason,
      error: error.message,
      status,
    })
  }
}

reading.post('/audits/:id/cap/set-aside', may('rounds.manage'), async (c) => {
  const { id: auditId } = (await readableAudit(c)).audit
  const reason = form(c, capForm).raw['cap-reason'] ?? ''
  return changeCap(c, () => setCapAside(contextOf(c), { auditId, reason }), 'set-aside', reason)
})

reading.post('/audits/:id/cap/restore', may('rounds.manage'), async (c) => {
  const { id: auditId } = (await readableAudit(c)).audit
  return changeCap(c, () => restoreCap(contextOf(c), { auditId }), 'restored', '')
})
