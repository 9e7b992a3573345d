/** The parts of an audit: showing one, saving one answer as it is typed, saving the whole page, grading the theme. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { SavedGrade } from '../../views/audits/saved-grade.tsx'
import { SavedItem } from '../../views/audits/saved-item.tsx'
import { SectionPage, type SectionPageProps } from '../../views/audits/section-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { goForm, gradeForm, postedAnswer, postedItemKeys } from './input.ts'
import { auditIdOf, refusingOthers, workableAudit } from './record-routes.tsx'
import type { AuditWork } from './rules/audit-work.ts'
import { type GradeFields, themeGradeFields } from './rules/grade-fields.ts'
import { type ItemForm, itemForms, mustRingFirst } from './rules/item-form.ts'
import { sectionFacts } from './rules/section-facts.ts'
import { type Section, safeNowKey, safetySectionKey, sectionsOf } from './rules/sections.ts'
import { sideFacts } from './rules/side-facts.ts'
import { saveAnswers } from './save-answers.ts'
import { saveSection } from './save-section.ts'
import { answerStatus, codeOf, gradeStatus, type SaveStatus, sentForm } from './save-status.ts'
import { saveThemeGrade } from './save-theme-grade.ts'
import type { Audit } from './store.ts'

export const sections = new Hono<AppEnv>()

const complete = may('audits.complete')

const bodyOf = (c: C) => c.get('body') ?? new Map<string, readonly string[]>()

const sectionOf = (work: AuditWork, key: string | undefined): Section => {
  const section = sectionsOf(work).find((each) => each.key === key)
  if (!section) throw new NotFound('No such part of this audit')
  return section
}

const nextOf = (work: AuditWork, section: Section): SectionPageProps['next'] => {
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

const showSection = (c: C, shown: Shown, status: 200 | 409 | 422 = 200) => {
  const { audit, work, section } = shown
  return renderPage(
    c,
    { title: section.title, current: 'work', status },
    <SectionPage
      audit={audit}
      sectionKey={section.key}
      title={section.title}
      facts={[...sectionFacts(work, section, audit, londonDate(c.get('now')))]}
      forms={shown.forms}
      grade={shown.grade}
      side={sideFacts(work, section.key)}
      next={nextOf(work, section)}
      csrf={csrfOf(c)}
      states={shown.states}
      ring={section.key === safetySectionKey ? mustRingFirst(work) : undefined}
    />
  )
}

const gradeOf = (work: AuditWork, section: Section): GradeFields | undefined => {
  const theme = work.themes.find((each) => each.theme === section.key)
  return theme && themeGradeFields(theme, theme.rubric.title)
}

sections.get('/audits/:id/themes/:section', complete, async (c) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(auditAddress({ id: auditIdOf(c) }), 303)
  const section = sectionOf(open.work, c.req.param('section'))
  return showSection(c, {
    ...open,
    section,
    forms: itemForms(open.work, section),
    grade: gradeOf(open.work, section),
    states: new Map(),
  })
})

sections.post('/audits/:id/answers/:item', complete, async (c) => {
  const itemKey = c.req.param('item')
  const sent = postedAnswer(bodyOf(c), itemKey)
  if (!sent.ok) throw new FieldFault(itemKey, sent.message)
  const auditId = auditIdOf(c)
  const { before, work, outcomes } = await refusingOthers(
    c,
    saveAnswers(contextOf(c), { auditId, answers: [sent.data] })
  )
  const section = sectionsOf(work).find(({ items }) => items.some(({ key }) => key === itemKey))
  const outcome = outcomes.get(itemKey)
  if (!section || !outcome) throw new NotFound('No such question in this audit')
  const address = auditAddress({ id: auditId })
  if (!isHtmx(c) && outcome.kind === 'saved') {
    return c.redirect(`${address}/themes/${section.key}`, 303)
  }

  const forms = itemForms(work, section)
  const index = forms.findIndex(({ item }) => item.key === itemKey)
  const found = forms[index]
  if (!found) throw new NotFound('No such question in this audit')
  const wasShown = itemForms(before, section)
  const gates = forms.flatMap(({ id, isShown }, at) =>
    isShown === wasShown[at]?.isShown ? [] : [{ id, isOpen: isShown }]
  )
  if (itemKey === safeNowKey) gates.push({ id: 'ring-first', isOpen: mustRingFirst(work) })
  const side = sideFacts(work, section.key)
  const step = side.steps.find(({ isCurrent }) => isCurrent)
  const wasDone = sideFacts(before, section.key).steps.find(({ isCurrent }) => isCurrent)?.isDone
  const status = answerStatus(found, sent.data, outcome)
  return c.html(
    <SavedItem
      address={address}
      form={outcome.kind === 'saved' ? found : sentForm(found, sent.data, outcome)}
      state={status}
      gates={gates}
      side={side}
      step={step?.isDone === wasDone ? undefined : step}
    />,
    codeOf(status)
  )
})

/** A theme's own grade when the page shows one; a fault in its fields is a fault of the page. */
const postedGrade = (c: C, theme: string) => {
  const sent = form(c, gradeForm)
  if (!sent.ok) {
    const [field = 'grade', message = ''] = Object.entries(sent.errors)[0] ?? []
    throw new FieldFault(field, message)
  }
  return {
    theme,
    grade: sent.data.grade,
    reason: sent.data.grade_reason,
    revision: sent.data.grade_revision,
  }
}

sections.post('/audits/:id/themes/:section', complete, async (c) => {
  const body = bodyOf(c)
  const key = c.req.param('section')
  const auditId = auditIdOf(c)
  const answers = postedItemKeys(body).map((itemKey) => {
    const posted = postedAnswer(body, itemKey)
    if (!posted.ok) throw new FieldFault(itemKey, posted.message)
    return posted.data
  })
  const grade = body.has('grade_revision') ? postedGrade(c, key) : undefined
  const { work, outcomes, gradeOutcome } = await refusingOthers(
    c,
    saveSection(contextOf(c), { auditId, answers, grade })
  )
  const section = sectionOf(work, key)

  const states = new Map<string, SaveStatus>()
  const forms = itemForms(work, section).map((each) => {
    const sent = answers.find(({ itemKey }) => itemKey === each.item.key)
    const outcome = outcomes.get(each.item.key)
    const status = sent && outcome && answerStatus(each, sent, outcome)
    if (!status) return each
    states.set(each.item.key, status)
    return sentForm(each, sent, outcome)
  })
  const kept = gradeOf(work, section)
  const status = grade && gradeOutcome && gradeStatus(grade, gradeOutcome)
  if (status) states.set('grade', status)
  if (states.size === 0) {
    const go = form(c, goForm)
    const toNext = !go.ok || go.data.go === 'next'
    const address = auditAddress({ id: auditId })
    return c.redirect(toNext ? `${address}/${nextOf(work, section).place}` : address, 303)
  }

  const open = await workableAudit(c)
  if (!open) throw new NotFound('No such audit')
  const isConflict = [...states.values()].some(({ kind }) => kind === 'conflict')
  return showSection(
    c,
    {
      ...open,
      section,
      forms,
      grade: kept && grade && status ? { ...kept, value: grade.grade, reason: grade.reason } : kept,
      states,
    },
    isConflict ? 409 : 422
  )
})

sections.post('/audits/:id/themes/:theme/grade', complete, async (c) => {
  const auditId = auditIdOf(c)
  const sent = postedGrade(c, c.req.param('theme'))
  const outcome = await refusingOthers(c, saveThemeGrade(contextOf(c), { auditId, ...sent }))
  const address = auditAddress({ id: auditId })
  const current = sent.theme === auditThemeKey ? 'conclusions' : sent.theme
  if (!isHtmx(c)) {
    if (outcome.kind === 'refused') throw new FieldFault('grade', outcome.message)
    const place = sent.theme === auditThemeKey ? 'conclusions' : `themes/${sent.theme}`
    return c.redirect(`${address}/${place}`, 303)
  }
  const side = sideFacts(outcome.work, current)
  const kept =
    sent.theme === auditThemeKey
      ? outcome.work.overall
      : outcome.work.themes.find(({ theme }) => theme === sent.theme)
  const status = gradeStatus(sent, outcome)
  return c.html(
    <SavedGrade
      address={address}
      grade={kept ?? outcome.work.overall}
      state={status}
      side={side}
      step={side.steps.find(({ isCurrent }) => isCurrent)}
    />,
    codeOf(status)
  )
})
