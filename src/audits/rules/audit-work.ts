/**
 * An audit as its auditor works on it: its themes with their rubrics, and the answers so far. What can be read off it
 * without deciding anything is here; progress, readiness and grades are rules of their own.
 */
import type { ScaleGrade } from '../../grading/rules/scale-grade.ts'
import type { GivenAnswers } from '../../rubrics/rules/applicability.ts'
import { shownItems } from '../../rubrics/rules/applicability.ts'
import type { Item, Rubric } from '../../rubrics/rules/rubric.ts'
import { fourGrade, type Scale, scaleOf } from '../../rubrics/rules/scale.ts'
import { type AnswerContent, choicesOf } from './answer-shape.ts'
import type { CapSetAside } from './cap-set-aside.ts'

/** An answer as it stands, with its revision. */
export type KeptAnswer = AnswerContent & {
  readonly itemKey: string
  readonly revision: number
  /** Instant. */
  readonly savedAt: string
  readonly savedBy: string | null
}

/** The grades of a theme, on its rubric's scale, or under theme `audit` of the audit, on the four grades. */
export type ThemeGrade = {
  readonly theme: string
  readonly indicativeGrade: string | null
  readonly indicativeReasons: readonly string[]
  readonly auditorGrade: string | null
  readonly auditorReason: string | null
  readonly moderatedGrade: string | null
  readonly revision: number
  readonly savedAt: string | null
}

export type WorkTheme = ThemeGrade & { readonly rubric: Rubric }

export type AuditWork = {
  /** The graded themes in their order, without the common block. */
  readonly themes: readonly WorkTheme[]
  readonly common: Rubric
  /** The audit grade. */
  readonly overall: ThemeGrade
  readonly answers: ReadonlyMap<string, KeptAnswer>
  /** The council's setting: how many characters words need where they are called for. Left out: any words will do. */
  readonly leastEvidence?: number | undefined
  /** A QA lead has set aside that the audit is capped because the child is not safe. */
  readonly capSetAside?: CapSetAside | undefined
  /** What the grading rules said of these answers, where they were just asked. */
  readonly indicative?: IndicativeGrades
}

/** By theme; the audit's own under `audit`. The common block has none. */
export type IndicativeGrades = ReadonlyMap<string, ScaleGrade>

/** An item's rubric items by key, for finding what a key stands for. */
export const rubricsOf = (work: AuditWork): readonly Rubric[] => [
  work.common,
  ...work.themes.map(({ rubric }) => rubric),
]

/** The scale of a theme's grade; under `audit`, the four grades. */
export const scaleOfTheme = (work: AuditWork, theme: string): Scale => {
  const found = work.themes.find((each) => each.theme === theme)
  return found ? scaleOf(found.rubric) : fourGrade
}

/** The scale that a criterion is graded on. */
export const scaleOfItem = (work: AuditWork, item: Item): Scale => {
  const found = work.themes.find(({ rubric }) => rubric.items.includes(item))
  return found ? scaleOf(found.rubric) : fourGrade
}

export const findItem = (
  work: AuditWork,
  itemKey: string
): { item: Item; theme: string } | undefined => {
  for (const rubric of rubricsOf(work)) {
    const item = rubric.items.find(({ key }) => key === itemKey)
    if (item) return { item, theme: rubric.key }
  }
  return undefined
}

/** The answers of one rubric as applicability reads them. */
export const givenAnswers = (rubric: Rubric, answers: AuditWork['answers']): GivenAnswers => {
  const given: Record<string, string | readonly string[]> = {}
  for (const item of rubric.items) {
    const answer = answers.get(item.key)
    if (!answer || answer.state === 'blank') continue
    if (answer.state !== 'answered') given[item.key] = answer.state
    else if (item.kind === 'category' && item.multiple) {
      given[item.key] = choicesOf(item, answer.value ?? '')
    } else given[item.key] = answer.value ?? ''
  }
  return given
}

/** Answers never change once they are loaded, and every rule of a save asks for the same items of them. */
const shownBefore = new WeakMap<AuditWork['answers'], Map<Rubric, readonly Item[]>>()

/**
 * Who was told is recorded in the safety notice, and asked there alone. What was typed here before there were notices
 * is still shown.
 */
const toldKey = 'common.escalated'

/** The items of a rubric that this audit's answers call for, in order. */
export const shownItemsOf = (rubric: Rubric, answers: AuditWork['answers']): readonly Item[] => {
  const kept = shownBefore.get(answers) ?? new Map<Rubric, readonly Item[]>()
  shownBefore.set(answers, kept)
  const shown =
    kept.get(rubric) ??
    shownItems(rubric, givenAnswers(rubric, answers)).filter(
      ({ key }) => key !== toldKey || isAnswered(answers.get(key))
    )
  kept.set(rubric, shown)
  return shown
}

export const isAnswered = (answer: AnswerContent | undefined): boolean =>
  answer !== undefined && answer.state !== 'blank'
