/** The cases of a round: entering references, seeing what they come to, adding them, and taking one out again. */
import { Hono } from 'hono'
import { AddCasesPage } from '../../views/rounds/add-cases-page.tsx'
import { RemoveCasePage } from '../../views/rounds/remove-case-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { grants } from '../people/rules/permissions.ts'
import { findRoundAudit } from './audit-store.ts'
import { enterCases } from './enter-cases.ts'
import { pasteForm } from './input.ts'
import { listAuditors } from './list-store.ts'
import { readCases } from './read-cases.ts'
import { addressOf, manages, page, roundOf } from './record-routes.tsx'
import { removeCase } from './remove-case.ts'
import type { Round } from './store.ts'

export const roundCases = new Hono<AppEnv>()

const auditing = Object.keys(grants['audits.complete'])

roundCases.get('/rounds/:id/cases', manages, async (c) => {
  const round = await roundOf(c)
  return renderPage(c, page('Add cases'), <AddCasesPage round={round} csrf={csrfOf(c)} />)
})

/** First shows what was read; adds it once the person has seen it and nothing is missing. */
roundCases.post('/rounds/:id/cases', manages, async (c) => {
  const round = await roundOf(c)
  const sent = form(c, pasteForm)
  const again = async (
    status: 200 | 422,
    read?: Awaited<ReturnType<typeof readCases>>,
    error?: string,
    allocation?: FieldFault
  ) =>
    renderPage(
      c,
      page('Add cases', status),
      <AddCasesPage
        round={round}
        csrf={csrfOf(c)}
        references={sent.raw.references ?? ''}
        error={error}
        read={read}
        isRefused={status === 422}
        people={
          read && round.state === 'open' ? await listAuditors(c.get('deps').db, auditing) : []
        }
        auditor={sent.raw.auditor ?? ''}
        ownTeamReason={sent.raw.ownTeamReason ?? ''}
        allocation={allocation && { field: allocation.field, message: allocation.message }}
      />
    )
  if (!sent.ok) return again(422, undefined, Object.values(sent.errors)[0])
  if (sent.data.step === 'edit') return again(200)
  const read = await readCases(
    c.get('deps').db,
    round.id,
    sent.data.references,
    sent.raw,
    londonDate(c.get('now'))
  )
  if (read.fault !== undefined) return again(422, read, read.fault)
  if (sent.data.step !== 'add') return again(200, read)
  if (read.newCases.some(({ errors }) => Object.keys(errors).length > 0)) return again(422, read)
  const isOpen = round.state === 'open'
  try {
    const { added } = await enterCases(contextOf(c), {
      roundId: round.id,
      references: read.found.map(({ reference }) => reference),
      newCases: read.toEnter,
      auditorId: isOpen && sent.data.auditor !== '' ? sent.data.auditor : null,
      ownTeamReason: sent.data.ownTeamReason,
    })
    const address =
      isOpen && added > 0
        ? `/rounds/${round.id}/progress?saved=added-${added}`
        : addressOf(round, { saved: added === 0 ? 'nothing' : 'cases' })
    return c.redirect(address, 303)
  } catch (error) {
    const isAllocation =
      error instanceof FieldFault && (error.field === 'auditor' || error.field === 'reason')
    if (!isAllocation) throw error
    return again(422, read, undefined, error)
  }
})

const auditOf = async (c: C, round: Round) => {
  const audit = await findRoundAudit(c.get('deps').db, c.req.param('auditId') ?? '')
  if (audit?.roundId !== round.id) throw new NotFound('No such audit')
  return audit
}

roundCases.get('/rounds/:id/remove/:auditId', manages, async (c) => {
  const round = await roundOf(c)
  const audit = await auditOf(c, round)
  return renderPage(
    c,
    page('Take this case out of the round?'),
    <RemoveCasePage round={round} audit={audit} csrf={csrfOf(c)} />
  )
})

roundCases.post('/rounds/:id/remove/:auditId', manages, async (c) => {
  const round = await roundOf(c)
  await removeCase(contextOf(c), { auditId: (await auditOf(c, round)).id })
  return c.redirect(addressOf(round, { saved: 'removed' }), 303)
})
