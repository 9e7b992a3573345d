/** Saving the parts of an audit: one answer as it is typed, a whole page by its button, the grade of a theme. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { SavedGrade } from '../../views/audits/saved-grade.tsx'
import { SavedItem } from '../../views/audits/saved-item.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { mustTell } from '../safety/load-safety-panel.ts'
import { showConclusions } from './conclusions-routes.tsx'
import { goForm, gradeForm, postedAnswer, postedItemKeys } from './input.ts'
import { loadNamesAsked } from './load-names-asked.ts'
import { keepSentWord } from './not-a-name-routes.tsx'
import { auditIdOf, refusingOthers } from './record-routes.tsx'
import type { PostedAnswer } from './rules/answer-shape.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { overallGradeFields } from './rules/grade-fields.ts'
import { changedGates, itemForm, mustRingFirst } from './rules/item-form.ts'
import { namesInConclusions, namesInItem, namesInSection } from './rules/name-questions.ts'
import { itemId } from './rules/ready.ts'
import { type Section, safeNowKey, safetySectionKey, sectionsOf } from './rules/sections.ts'
import { changedStep, sideState } from './rules/side-facts.ts'
import { type SavedAnswers, saveAnswers } from './save-answers.ts'
import { type SavedSection, type SentGrade, saveSection } from './save-section.ts'
import { answerStatus, codeOf, gradeStatus, sentForm } from './save-status.ts'
import { saveThemeGrade } from './save-theme-grade.ts'
import { findTheme, nextOf, panelWithForm, sectionOf, showUnsaved } from './section-routes.tsx'

export const saves = new Hono<AppEnv>()

const complete = may('audits.complete')

const addressOf = (c: C): string => auditAddress({ id: auditIdOf(c) })

const bodyOf = (c: C) => c.get('body') ?? new Map<string, readonly string[]>()

const namesAskedIn = (c: C, work: AuditWork, section: Section) =>
  loadNamesAsked(c.get('deps').db, auditIdOf(c), namesInSection(work, section))

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
  const asked = await loadNamesAsked(
    c.get('deps').db,
    auditIdOf(c),
    namesInItem(work, section, item)
  )
  return c.html(
    <SavedItem
      address={addressOf(c)}
      form={outcome.kind === 'saved' ? kept : sentForm(kept, sent, outcome)}
      state={status}
      gates={gates}
      names={asked.get(`item-${kept.id}`)}
      safety={item.key === safeNowKey ? await panelWithForm(c) : undefined}
      side={sideState(work, section.key)}
      step={changedStep(before, work, section.key)}
    />,
    codeOf(status)
  )
}

saves.post('/audits/:id/answers/:item', complete, async (c) => {
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

/**
 * The first place that this save changed and that now asks about a name: who saves without a script sees the question
 * once, and goes on with the same button.
 */
const newlyAsked = async (
  c: C,
  { work, outcomes, gradeOutcome }: SavedSection,
  section: Section,
  sent: { answers: readonly PostedAnswer[]; grade: SentGrade | undefined }
): Promise<string | undefined> => {
  const changed = sent.answers.flatMap(({ itemKey, revision }) => {
    const outcome = outcomes.get(itemKey)
    const now = outcome?.kind === 'saved' ? outcome.answer?.revision : undefined
    return now !== undefined && now !== revision ? [`item-${itemId(itemKey)}`] : []
  })
  const theme = findTheme(work, section.key)
  const isGraded = gradeOutcome?.kind === 'saved' && theme?.revision !== sent.grade?.revision
  if (changed.length === 0 && !isGraded) return undefined
  const asked = await namesAskedIn(c, work, section)
  return [...changed, ...(isGraded ? ['grade'] : [])].find((place) => asked.has(place))
}

saves.post('/audits/:id/themes/:section', complete, async (c) => {
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
  const kept = await keepSentWord(c)
  const hasGrade = body.has('grade_revision') && !theirs.includes('grade_revision')
  const grade = hasGrade ? postedGrade(c, key) : undefined
  const saved = await refusingOthers(
    c,
    saveSection(contextOf(c), { auditId: auditIdOf(c), section: key, answers, grade })
  )
  const section = sectionOf(saved.work, key)
  const unsaved = await showUnsaved(c, saved, section, { answers, grade })
  if (unsaved) return unsaved
  const asked = kept ?? (await newlyAsked(c, saved, section, { answers, grade }))

  // What has to be done first comes first: nobody is led away from it.
  const isRinging = section.key === safetySectionKey && mustTell(await panelWithForm(c))
  const go = form(c, goForm)
  const place = {
    next: nextOf(saved.work, section).place,
    list: '',
    here: `themes/${section.key}${isRinging ? '#safety-panel' : ''}`,
  }[theirs.length > 0 || isRinging ? 'here' : go.ok ? go.data.go : 'next']
  if (asked !== undefined && !isRinging) {
    return c.redirect(`${addressOf(c)}/themes/${section.key}#${asked}`, 303)
  }
  return c.redirect(place === '' ? addressOf(c) : `${addressOf(c)}/${place}`, 303)
})

saves.post('/audits/:id/themes/:theme/grade', complete, async (c) => {
  const isOverall = c.req.param('theme') === auditThemeKey
  const place = isOverall ? 'conclusions' : `themes/${c.req.param('theme')}`
  if (bodyOf(c).has('theirs')) return c.redirect(`${addressOf(c)}/${place}`, 303)
  const kept = await keepSentWord(c)
  const sent = postedGrade(c, c.req.param('theme'))
  const outcome = await refusingOthers(
    c,
    saveThemeGrade(contextOf(c), { auditId: auditIdOf(c), ...sent })
  )
  const { before, work } = outcome
  const status = gradeStatus(sent, outcome)
  if (isHtmx(c)) {
    const current = isOverall ? 'conclusions' : sent.theme
    const found = isOverall
      ? namesInConclusions(work, { findings: [], actions: [] })
      : namesInSection(work, sectionOf(work, sent.theme))
    const asked = await loadNamesAsked(c.get('deps').db, auditIdOf(c), found)
    return c.html(
      <SavedGrade
        address={addressOf(c)}
        grade={(isOverall ? work.overall : findTheme(work, sent.theme)) ?? work.overall}
        state={status}
        names={asked.get('grade')}
        side={sideState(work, current)}
        step={changedStep(before, work, current)}
      />,
      codeOf(status)
    )
  }
  if (!status) return c.redirect(`${addressOf(c)}/${place}${kept ? '#grade' : ''}`, 303)
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
