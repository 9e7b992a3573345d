/** The overall grade with the strengths and areas to improve: showing them, saving one, taking one away. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { ConclusionsPage, type FindingForm } from '../../views/audits/conclusions-page.tsx'
import { Conflict, FieldFault } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { type Finding, findFinding, listFindings } from './finding-store.ts'
import { findingForm } from './input.ts'
import { auditIdOf, refusingOthers, workableAudit } from './record-routes.tsx'
import { removeFinding } from './remove-finding.ts'
import { rubricsOf } from './rules/audit-work.ts'
import { overallGradeFields } from './rules/grade-fields.ts'
import { sideFacts } from './rules/side-facts.ts'
import { saveFinding } from './save-finding.ts'

export const conclusions = new Hono<AppEnv>()

const complete = may('audits.complete')

const formOf = (finding: Finding): FindingForm => ({
  id: finding.id,
  kind: finding.kind,
  itemKey: finding.itemKey ?? '',
  words: finding.words,
  revision: finding.revision,
  errors: {},
})

const blankForm = (kind: FindingForm['kind']): FindingForm => ({
  kind,
  itemKey: '',
  words: '',
  revision: 0,
  errors: {},
})

/** The page, with `sent` in place of the form it came from. */
const showConclusions = async (c: C, sent?: FindingForm, status: 200 | 409 | 422 = 200) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(auditAddress({ id: auditIdOf(c) }), 303)
  const { db } = c.get('deps')
  const { audit, work } = open
  const findings = (await listFindings(db, audit.id)).map(formOf)
  const removedId = c.req.query('removed')
  const removed = removedId === undefined ? undefined : await findFinding(db, audit.id, removedId)
  const formsOf = (kind: FindingForm['kind']) => {
    const kept = findings.filter((each) => each.kind === kind)
    const forms = kept.map((each) => (sent?.id === each.id && sent ? sent : each))
    return [...forms, sent?.id === undefined && sent?.kind === kind ? sent : blankForm(kind)]
  }
  return renderPage(
    c,
    { title: 'Overall grade, strengths, areas, actions', current: 'work', status },
    <ConclusionsPage
      audit={audit}
      grade={overallGradeFields(work.overall)}
      strengths={formsOf('strength')}
      areas={formsOf('area')}
      questions={rubricsOf(work).map(({ title, items }) => ({ title, items: [...items] }))}
      removed={removed && removed.removedAt !== null ? formOf(removed) : undefined}
      side={sideFacts(work, 'conclusions')}
      csrf={csrfOf(c)}
    />
  )
}

conclusions.get('/audits/:id/conclusions', complete, (c) => showConclusions(c))

const sentForm = (raw: Raw, errors: Errors): FindingForm => ({
  id: raw.finding,
  kind: raw.kind === 'area' ? 'area' : 'strength',
  itemKey: raw.item ?? '',
  words: raw.words ?? '',
  revision: Number(raw.revision) || 0,
  errors,
})

conclusions.post('/audits/:id/findings', complete, async (c) => {
  const sent = form(c, findingForm)
  if (!sent.ok) return showConclusions(c, sentForm(sent.raw, sent.errors), 422)
  const { finding, kind, item, words, revision } = sent.data
  try {
    const saved = await refusingOthers(
      c,
      saveFinding(contextOf(c), {
        auditId: auditIdOf(c),
        findingId: finding,
        kind,
        itemKey: item === '' ? null : item,
        words,
        revision,
      })
    )
    return c.redirect(`${auditAddress({ id: auditIdOf(c) })}/conclusions#${saved.id}`, 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return showConclusions(c, sentForm(sent.raw, { [error.field]: error.message }), 422)
    }
    if (error instanceof Conflict) {
      const current = error.current as Finding
      const mine = sentForm(sent.raw, {})
      return showConclusions(c, { ...mine, revision: current.revision, theirs: current.words }, 409)
    }
    throw error
  }
})

conclusions.post('/audits/:id/findings/:finding/remove', complete, async (c) => {
  const removed = await refusingOthers(
    c,
    removeFinding(contextOf(c), { auditId: auditIdOf(c), findingId: c.req.param('finding') })
  )
  return c.redirect(`${auditAddress({ id: auditIdOf(c) })}/conclusions?removed=${removed.id}`, 303)
})
