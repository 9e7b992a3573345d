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
import { scaleOf } from '../rubrics/rules/scale.ts'
import { showConclusions } from './conclusions-routes.tsx'
import { goForm, gradeForm, postedAnswer, postedItemKeys } from './input.ts'
import { loadSafetyPanel, mustTell } from './load-safety-panel.ts'
import { auditIdOf, loadNotes, refusingOthers, workableAudit } from './record-routes.tsx'
import type { Audit } from './record-store.ts'
import type { PostedAnswer } from './rules/answer-shape.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { type GradeFields, overallGradeFields, themeGradeFields } from './rules/grade-fields.ts'
import {
  changedGates,
  type ItemForm,
  itemForm,
  itemForms,
  mustRingFirst,
} from './rules/item-form.ts'
import { sectionFacts } from './rules/section-facts.ts'
import { type Section, safeNowKey, safetySectionKey, sectionsOf } from './rules/sections.ts'
import { changedStep, sideFacts, sideState } from './rules/side-facts.ts'
import { type SavedAnswers, saveAnswers } from './save-answers.ts'
import { type SavedSection, saveSection } from './save-section.ts'
import { answerStatus, codeOf, gradeStatus, type SaveStatus, sentForm } from './save-status.ts'
import { saveThemeGrade } from './save-theme-grade.ts'

export const sections = new Hono<AppEnv>()

const complete = may('audits.complete')

const addressOf = (c: C): string => auditAddress({ id: auditIdOf(c) })

const findTheme = (work: AuditWork, key: string) => work.themes.find(({ theme }) => theme === key)

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

/** What stands above the audit about its safety notice; the form of who was told on the page that asks. */
const panelOf = (c: C, section: Section) =>
  loadSafetyPanel(c.get('deps').db, {
    auditId: auditIdOf(c),
    now: c.get('now'),
    csrf: csrfOf(c),
    withForm: section.key === safetySectionKey,
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
      safety={await panelOf(c, section)}
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

type SentGrade = NonNullable<Parameters<typeof saveSection>[1]['grade']>

/** The page with what was not saved in it, beside what stands. Undefined when everything was saved. */
const showUnsaved = async (
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

/** What an autosave is told: what became of it, and what it changed on the page. */
const savedItem = async (
  c: C,
  { before, work, outcomes }: SavedAnswers,
  section: Section,
  sent: PostedAnswer
) => {
  const item = section.items.find(({ key }) => key === sent.itemKey)
  const outcome = outcomes.get(sent.itemKey)
  if (!item || !outcome) throw new NotFound('No such question in this audit')
  const kept = itemForm(work, item, true)
  const gates = changedGates(before, work, section)
  if (item.key === safeNowKey) gates.push({ id: 'ring-first', isOpen: mustRingFirst(work) })
  const status = answerStatus(kept, sent, outcome)
  return c.html(
    <SavedItem
      address={addressOf(c)}
      form={outcome.kind === 'saved' ? kept : sentForm(kept, sent, outcome)}
      state={status}
      gates={gates}
      safety={item.key === safeNowKey ? await panelOf(c, section) : undefined}
      side={sideState(work, section.key)}
      step={changedStep(before, work, section.key)}
    />,
    codeOf(status)
  )
}

sections.post('/audits/:id/answers/:item', complete, async (c) => {
  const itemKey = c.req.param('item')
  const sent = postedAnswer(bodyOf(c), itemKey)
  if (!sent.ok) throw new FieldFault(itemKey, sent.message)
  const saved = await refusingOthers(
    c,
    saveAnswers(contextOf(c), { auditId: auditIdOf(c), answers: [sent.data] })
  )
  const section = sectionsOf(saved.work).find(({ items }) =>
    items.some(({ key }) => key === itemKey)
  )
  if (!section) throw new NotFound('No such question in this audit')
  if (isHtmx(c)) return savedItem(c, saved, section, sent.data)
  // An autosave that was held while its sender signed in again comes without htmx.
  const unsaved = await showUnsaved(c, { ...saved, gradeOutcome: undefined }, section, {
    answers: [sent.data],
  })
  return unsaved ?? c.redirect(`${addressOf(c)}/themes/${section.key}`, 303)
})

/** The grade that a page sent; a fault in its hidden fields is a fault of the page. */
const postedGrade = (c: C, theme: string): SentGrade => {
  const sent = form(c, gradeForm)
  if (!sent.ok) {
    const [field = 'grade', message = ''] = Object.entries(sent.errors)[0] ?? []
    throw new FieldFault(field, message)
  }
  const { grade, grade_reason: reason, grade_revision: revision } = sent.data
  return { theme, grade, reason, revision }
}

sections.post('/audits/:id/themes/:section', complete, async (c) => {
  const body = bodyOf(c)
  const key = c.req.param('section')
  const theirs = body.get('theirs') ?? []
  const answers = postedItemKeys(body)
    .filter((itemKey) => !theirs.includes(`revision:${itemKey}`))
    .map((itemKey) => {
      const posted = postedAnswer(body, itemKey)
      if (!posted.ok) throw new FieldFault(itemKey, posted.message)
      return posted.data
    })
  const hasGrade = body.has('grade_revision') && !theirs.includes('grade_revision')
  const grade = hasGrade ? postedGrade(c, key) : undefined
  const saved = await refusingOthers(
    c,
    saveSection(contextOf(c), { auditId: auditIdOf(c), section: key, answers, grade })
  )
  const section = sectionOf(saved.work, key)
  const unsaved = await showUnsaved(c, saved, section, { answers, grade })
  if (unsaved) return unsaved

  // What has to be done first comes first: nobody is led away from it.
  const isRinging = section.key === safetySectionKey && mustTell(await panelOf(c, section))
  const go = form(c, goForm)
  const place = {
    next: nextOf(saved.work, section).place,
    list: '',
    here: `themes/${section.key}${isRinging ? '#safety-panel' : ''}`,
  }[theirs.length > 0 || isRinging ? 'here' : go.ok ? go.data.go : 'next']
  return c.redirect(place === '' ? addressOf(c) : `${addressOf(c)}/${place}`, 303)
})

sections.post('/audits/:id/themes/:theme/grade', complete, async (c) => {
  const isOverall = c.req.param('theme') === auditThemeKey
  const place = isOverall ? 'conclusions' : `themes/${c.req.param('theme')}`
  if (bodyOf(c).has('theirs')) return c.redirect(`${addressOf(c)}/${place}`, 303)
  const sent = postedGrade(c, c.req.param('theme'))
  const outcome = await refusingOthers(
    c,
    saveThemeGrade(contextOf(c), { auditId: auditIdOf(c), ...sent })
  )
  const { before, work } = outcome
  const status = gradeStatus(sent, outcome)
  if (isHtmx(c)) {
    const current = isOverall ? 'conclusions' : sent.theme
    return c.html(
      <SavedGrade
        address={addressOf(c)}
        grade={(isOverall ? work.overall : findTheme(work, sent.theme)) ?? work.overall}
        state={status}
        side={sideState(work, current)}
        step={changedStep(before, work, current)}
      />,
      codeOf(status)
    )
  }
  if (!status) return c.redirect(`${addressOf(c)}/${place}`, 303)
  if (isOverall) {
    const fields = overallGradeFields(work.overall)
    const unsaved = { ...fields, value: sent.grade, reason: sent.reason }
    return showConclusions(c, { of: 'grade', fields: unsaved, status }, codeOf(status))
  }
  const shown = await showUnsaved(
    c,
    { work, outcomes: new Map(), gradeOutcome: outcome },
    sectionOf(work, sent.theme),
    { answers: [], grade: sent }
  )
  return shown ?? c.redirect(`${addressOf(c)}/${place}`, 303)
})
