/** The parts of an audit, each on its page. Saving them is in save-routes.tsx. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { SectionPage, type SectionPageProps } from '../../views/audits/section-page.tsx'
import { NotFound } from '../errors.ts'
import type { AppEnv, C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { scaleOf } from '../rubrics/rules/scale.ts'
import { loadSafetyPanel, panelOfAudit } from '../safety/load-safety-panel.ts'
import { loadNamesAsked } from './load-names-asked.ts'
import { auditIdOf, loadNotes, workableAudit } from './record-routes.tsx'
import type { Audit } from './record-store.ts'
import type { PostedAnswer } from './rules/answer-shape.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { type GradeFields, themeGradeFields } from './rules/grade-fields.ts'
import { type ItemForm, itemForms, mustRingFirst } from './rules/item-form.ts'
import { namesInSection } from './rules/name-questions.ts'
import { sectionFacts } from './rules/section-facts.ts'
import { type Section, safetySectionKey, sectionsOf } from './rules/sections.ts'
import { sideFacts } from './rules/side-facts.ts'
import type { SavedSection, SentGrade } from './save-section.ts'
import { answerStatus, gradeStatus, type SaveStatus, sentForm } from './save-status.ts'

export const sections = new Hono<AppEnv>()

const complete = may('audits.complete')

const addressOf = (c: C): string => auditAddress({ id: auditIdOf(c) })

export const findTheme = (work: AuditWork, key: string) =>
  work.themes.find(({ theme }) => theme === key)

export const sectionOf = (work: AuditWork, key: string | undefined): Section => {
  const section = sectionsOf(work).find((each) => each.key === key)
  if (!section) throw new NotFound('No such part of this audit')
  return section
}

export const nextOf = (work: AuditWork, section: Section): SectionPageProps['next'] => {
  const all = sectionsOf(work)
  const next = all[all.findIndex(({ key }) => key === section.key) + 1]
  return next
    ? { title: next.title, place: `themes/${next.key}` }
    : { title: 'the overall grade', place: 'conclusions' }
}

interface Shown {
  readonly audit: Audit
  readonly work: AuditWork
  readonly section: Section
  readonly forms: readonly ItemForm[]
  readonly grade: GradeFields | undefined
  readonly states: ReadonlyMap<string, SaveStatus>
}

/** What stands above the audit about its safety notice on the page that asks, with the form of who was told. */
export const panelWithForm = (c: C) =>
  loadSafetyPanel(c.get('deps').db, {
    auditId: auditIdOf(c),
    now: c.get('now'),
    csrf: csrfOf(c),
  })

const showSection = async (c: C, shown: Shown, status: 200 | 409 | 422 = 200) => {
  const { audit, work, section } = shown
  const told = c.req.query('told') !== undefined && status === 200
  const marked = await loadNotes(c, audit)
  return renderPage(
    c,
    {
      title: section.title,
      current: 'work',
      status,
      ...(told
        ? { notice: { kind: 'success' as const, text: 'It is recorded who was told.' } }
        : {}),
    },
    <SectionPage
      safety={section.key === safetySectionKey ? await panelWithForm(c) : panelOfAudit(audit)}
      audit={audit}
      sectionKey={section.key}
      title={section.title}
      facts={[...sectionFacts(work, section, audit, londonDate(c.get('now')))]}
      forms={shown.forms}
      grade={shown.grade}
      side={sideFacts(work, section.key)}
      next={nextOf(work, section)}
      csrf={csrfOf(c)}
      todayOn={londonDate(c.get('now'))}
      names={await loadNamesAsked(c.get('deps').db, audit.id, namesInSection(work, section))}
      marked={new Set(marked.map(({ itemKey }) => itemKey))}
      states={shown.states}
      ring={section.key === safetySectionKey ? mustRingFirst(work) : undefined}
    />
  )
}

const gradeOf = (work: AuditWork, section: Section): GradeFields | undefined => {
  const theme = findTheme(work, section.key)
  return theme && themeGradeFields(theme, theme.rubric.title, scaleOf(theme.rubric))
}

sections.get('/audits/:id/themes/:section', complete, async (c) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(addressOf(c), 303)
  const section = sectionOf(open.work, c.req.param('section'))
  return showSection(c, {
    ...open,
    section,
    forms: itemForms(open.work, section),
    grade: gradeOf(open.work, section),
    states: new Map(),
  })
})

/** The page with what was not saved in it, beside what stands. Undefined when everything was saved. */
export const showUnsaved = async (
  c: C,
  saved: Pick<SavedSection, 'work' | 'outcomes' | 'gradeOutcome'>,
  section: Section,
  sent: { answers: readonly PostedAnswer[]; grade?: SentGrade | undefined }
) => {
  const states = new Map<string, SaveStatus>()
  const forms = itemForms(saved.work, section).map((each) => {
    const answer = sent.answers.find(({ itemKey }) => itemKey === each.item.key)
    const outcome = saved.outcomes.get(each.item.key)
    const status = answer && outcome && answerStatus(each, answer, outcome)
    if (!status) return each
    states.set(each.item.key, status)
    return sentForm(each, answer, outcome)
  })
  const kept = gradeOf(saved.work, section)
  const status = sent.grade && saved.gradeOutcome && gradeStatus(sent.grade, saved.gradeOutcome)
  if (status) states.set('grade', status)
  if (states.size === 0) return undefined

  const open = await workableAudit(c)
  if (!open) throw new NotFound('No such audit')
  const grade =
    status && kept && sent.grade
      ? { ...kept, value: sent.grade.grade, reason: sent.grade.reason }
      : kept
  const isConflict = [...states.values()].some(({ kind }) => kind === 'conflict')
  return showSection(c, { ...open, section, forms, grade, states }, isConflict ? 409 : 422)
}
