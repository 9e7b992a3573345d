/**
 * Is this audit ready to submit? Lists everything that is missing, each with the place to put it right. A grade below
 * good, and a "no", need words (domain.md §8 rule 2); so does everything that was set aside.
 */
import { type ActionWords, actionGaps } from '../../actions/rules/action-gaps.ts'
import { auditThemeKey, type Item } from '../../rubrics/rules/rubric.ts'
import { needsWords, type Scale, scaleValueOf, themeValues } from '../../rubrics/rules/scale.ts'
import {
  type AuditWork,
  isAnswered,
  type KeptAnswer,
  scaleOfItem,
  scaleOfTheme,
  shownItemsOf,
  type ThemeGrade,
} from './audit-work.ts'
import { type FindingKind, findingNames } from './finding-fields.ts'
import { alreadyKnownKey, type Section, safetySectionKey, sectionsOf } from './sections.ts'

export type Missing = {
  /** What to do, as a person would say it. */
  readonly text: string
  /** Below the audit's own address: `themes/voice#item-voice-seen`. */
  readonly place: string
  /** The part it is in: a section's key, or `audit`. */
  readonly section: string
}

/** An item's key as an id in a page. */
export const itemId = (key: string): string => key.replaceAll('.', '-')

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Spaces and line ends are no words. */
const lengthOf = (text: string | null): number => (text ?? '').replace(/\s+/g, ' ').trim().length

/** What to do about words that are missing, or that are fewer than the council asks for. */
const wordsLack = (todo: string, text: string | null, least: number): string | undefined => {
  if (isBlank(text)) return todo
  return lengthOf(text) < least ? `${todo}, in at least ${least} characters` : undefined
}

/** What an answer still lacks, as what to do about it. @param least characters that called-for words need */
export const answerLacks = (
  item: Item,
  answer: KeptAnswer | undefined,
  scale: Scale,
  least = 0
): string | undefined => {
  if (!answer || answer.state === 'blank') {
    return item.required ? `Answer ‘${item.short}’` : undefined
  }
  if (answer.state === 'not_applicable') {
    return wordsLack(`Say why ‘${item.short}’ is not applicable`, answer.reason, least)
  }
  if (answer.state === 'not_enough_evidence') {
    const todo = `Say what evidence was missing for ‘${item.short}’`
    return wordsLack(todo, answer.reason, least)
  }
  if (item.kind === 'grade' && needsWords(scale, answer.value)) {
    const label = scaleValueOf(scale, answer.value)?.label.toLowerCase()
    const todo = `Write what in the record shows that ‘${item.short}’ is ${label}`
    return wordsLack(todo, answer.evidence, least)
  }
  if (item.key === alreadyKnownKey && answer.value === 'yes') {
    const todo = 'Write what is already being done about the danger'
    return wordsLack(todo, answer.evidence, least)
  }
  const isNo = answer.value === 'no' && (item.kind === 'yes_no' || item.kind === 'category')
  const todo = `Write what in the record shows the “no” to ‘${item.short}’`
  return isNo ? wordsLack(todo, answer.evidence, least) : undefined
}

/** What a grade of the auditor's own still lacks. Where nothing counts there is nothing to grade. */
const gradeLacks = (grade: ThemeGrade, scale: Scale, of: string): string | undefined => {
  if (themeValues(scale).length === 0) return undefined
  if (grade.auditorGrade === null) {
    return grade.indicativeGrade === null ? undefined : `Choose your ${of}`
  }
  const differs = grade.indicativeGrade !== null && grade.auditorGrade !== grade.indicativeGrade
  return differs && isBlank(grade.auditorReason)
    ? `Say why your ${of} differs from the indicative grade`
    : undefined
}

/** What is missing in one part. */
export const sectionMissing = (work: AuditWork, section: Section): Missing[] => {
  const theme = work.themes.find((each) => each.theme === section.key)
  const shown = shownItemsOf(theme?.rubric ?? work.common, work.answers)
  const items = shown.filter((item) => section.items.includes(item))
  const at = (place: string, text: string | undefined): Missing[] =>
    text === undefined
      ? []
      : [{ text, place: `themes/${section.key}#${place}`, section: section.key }]
  return [
    ...items.flatMap((item) =>
      at(
        `item-${itemId(item.key)}`,
        answerLacks(item, work.answers.get(item.key), scaleOfItem(work, item), work.leastEvidence)
      )
    ),
    ...(theme
      ? at(
          'grade',
          gradeLacks(theme, scaleOfTheme(work, theme.theme), `grade for ${theme.rubric.title}`)
        )
      : []),
  ]
}

/** What the overall grade lacks, as what to do about it. */
export const overallLacks = (work: AuditWork): string | undefined =>
  gradeLacks(work.overall, scaleOfTheme(work, auditThemeKey), 'overall grade')

/** What was concluded besides the grade: the parts of it that submitting depends on. */
export type Concluded = {
  readonly findings: readonly { readonly kind: FindingKind; readonly words: string }[]
  readonly actions: readonly (ActionWords & { readonly state: string })[]
  /** The audit has a safety notice for which nobody is recorded as told. */
  readonly isUntold?: boolean
}

const CONCLUSIONS = { place: 'conclusions', section: auditThemeKey }

const conclusionsMissing = ({ findings, actions }: Concluded): Missing[] => [
  ...findings
    .filter(({ words }) => isBlank(words))
    .map(({ kind }) => ({
      text: `Write what the ${findingNames[kind]} is, or remove it`,
      ...CONCLUSIONS,
    })),
  ...actions
    .filter(({ state }) => state === 'open')
    .flatMap((action, index) =>
      actionGaps(action).map(({ message }) => ({
        text: `Action ${index + 1}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        ...CONCLUSIONS,
        place: 'conclusions#actions',
      }))
    ),
]

/** @param concluded left out where only answers and grades are asked about */
export const missingFrom = (work: AuditWork, concluded?: Concluded): readonly Missing[] => {
  const overall = overallLacks(work)
  return [
    ...(concluded?.isUntold
      ? [
          {
            text: 'Ring first. Then record whom you rang and when',
            place: `themes/${safetySectionKey}#safety-panel`,
            section: safetySectionKey,
          },
        ]
      : []),
    ...sectionsOf(work).flatMap((section) => sectionMissing(work, section)),
    ...(overall === undefined
      ? []
      : [{ text: overall, place: 'conclusions#grade', section: auditThemeKey }]),
    ...(concluded ? conclusionsMissing(concluded) : []),
  ]
}

export type MissingGroup = {
  readonly title: string
  readonly things: readonly { readonly text: string; readonly place: string }[]
}

/** What is missing by part; a part of which nothing was answered yet is one thing and not a page of them. */
export const groupMissing = (
  work: AuditWork,
  missing: readonly Missing[]
): readonly MissingGroup[] => {
  const groups = sectionsOf(work).map((section) => {
    const things = missing.filter((each) => each.section === section.key)
    const isUntouched =
      things.length > 1 && section.items.every(({ key }) => !isAnswered(work.answers.get(key)))
    const all = { text: 'Nothing is answered yet', place: `themes/${section.key}` }
    return { title: section.title, things: isUntouched ? [all] : things }
  })
  const concluding = missing.filter(({ section }) => section === auditThemeKey)
  return [
    ...groups,
    { title: 'Overall grade, strengths, areas, actions', things: concluding },
  ].filter(({ things }) => things.length > 0)
}
