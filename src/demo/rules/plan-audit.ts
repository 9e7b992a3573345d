/**
 * One audit as its auditor would have written it: answers with evidence, grades, strengths, areas to improve and
 * actions. Pure; the verbs of this folder put it into the database.
 */
import { alreadyKnownKey, safeNowKey } from '../../audits/rules/sections.ts'
import { gradedCriteria, safetyOf } from '../../grading/rules/graded-criteria.ts'
import { indicativeAuditGrade, indicativeThemeGrade } from '../../grading/rules/indicative-grade.ts'
import { type GivenAnswers, shownItems } from '../../rubrics/rules/applicability.ts'
import { rulesOf } from '../../rubrics/rules/grading-rule.ts'
import {
  auditThemeKey,
  type Item,
  isCriterion,
  notApplicable,
  notEnoughEvidence,
  type Rubric,
} from '../../rubrics/rules/rubric.ts'
import { type Grade, grades, isGrade } from '../../rubrics/rules/scale.ts'
import type { Chance } from './chance.ts'
import {
  higherReasons,
  lowerReasons,
  noEvidenceReasons,
  notApplicableReasons,
} from './every-audit-words.ts'
import { newWriter, type Writer } from './fill-words.ts'
import { drawMeasure, type MeasureFacts } from './measure-answers.ts'
import { drawGrade, type Standing } from './practice.ts'
import { drawCriteria } from './theme-answers.ts'
import { wordsOf } from './words-of.ts'

export interface PlannedAnswer {
  readonly theme: string
  readonly itemKey: string
  /** As a form sends them: a grade, `yes`, a choice, several choices, `not_applicable` … */
  readonly values: readonly string[]
  readonly evidence: string
  readonly reason: string
}

export interface PlannedGrade {
  /** A theme's key, or `audit`. */
  readonly theme: string
  readonly grade: Grade
  /** Why it differs from the indicative grade; '' when it does not. */
  readonly reason: string
}

export interface PlannedFinding {
  readonly kind: 'strength' | 'area'
  readonly itemKey: string
  readonly words: string
}

export interface PlannedAction {
  readonly itemKey: string
  readonly what: string
  readonly intendedChange: string
}

/** An action with the owner and the date that a plan leaves open. */
export type OwnedAction = PlannedAction & { readonly ownerId: string; readonly dueOn: string }

export interface AuditPlan {
  /** In the order in which an audit asks: safety, the themes, the rest of the common questions. */
  readonly answers: readonly PlannedAnswer[]
  readonly grades: readonly PlannedGrade[]
  readonly findings: readonly PlannedFinding[]
  readonly actions: readonly PlannedAction[]
}

export interface AuditToPlan {
  readonly common: Rubric
  /** Those of the round that apply to the case. */
  readonly themes: readonly Rubric[]
  readonly standing: Standing
  readonly monthsInStatus: number
  readonly age: number
  /** The day of writing. */
  readonly day: string
}

/** The questions that come before any theme. */
const safety = new Set([safeNowKey, alreadyKnownKey, 'common.escalated'])

/** Mostly what the answers point to; now and then a step away, more often up than down. */
const ownGrade = (
  theme: string,
  indicative: Grade,
  chance: Chance,
  writer: Writer
): PlannedGrade => {
  const step = chance.pickBy([
    [0, 93],
    [-1, 4.5],
    [1, 2.5],
  ])
  const grade = grades[grades.indexOf(indicative) + step]
  if (step === 0 || grade === undefined || grade === 'outstanding') {
    return { theme, grade: indicative, reason: '' }
  }
  return { theme, grade, reason: writer.write(step < 0 ? higherReasons : lowerReasons) }
}

const criterionAnswer = (
  theme: string,
  item: Item,
  answer: string,
  writer: Writer
): PlannedAnswer => {
  const base = { theme, itemKey: item.key, values: [answer], evidence: '', reason: '' }
  if (answer === notApplicable) {
    return { ...base, reason: writer.write(notApplicableReasons[item.key] ?? []) }
  }
  if (answer === notEnoughEvidence) return { ...base, reason: writer.write(noEvidenceReasons) }
  return isGrade(answer) ? { ...base, evidence: writer.write(wordsOf(item.key)[answer]) } : base
}

const measureAnswers = (
  rubric: Rubric,
  criteria: GivenAnswers,
  facts: MeasureFacts,
  chance: Chance,
  writer: Writer
): PlannedAnswer[] => {
  const given: Record<string, string | readonly string[]> = {}
  for (const [key, value] of Object.entries(criteria)) if (value !== undefined) given[key] = value
  const answers: PlannedAnswer[] = []
  // One after the other: what was answered decides which follow-ups are shown.
  for (const item of rubric.items) {
    if (isCriterion(item) || !shownItems(rubric, given).includes(item)) continue
    const { value, words } = drawMeasure(item, facts, chance, writer)
    if (value === '') continue
    given[item.key] = value
    const values = typeof value === 'string' ? [value] : value
    const isSetAside = value === notApplicable
    answers.push({
      theme: rubric.key,
      itemKey: item.key,
      values,
      evidence: isSetAside ? '' : words,
      reason: isSetAside ? words : '',
    })
  }
  return answers
}

const inRubricOrder = (rubric: Rubric, answers: readonly PlannedAnswer[]): PlannedAnswer[] =>
  rubric.items.flatMap(({ key }) => answers.filter(({ itemKey }) => itemKey === key))

const givenBy = (answers: readonly PlannedAnswer[]): GivenAnswers =>
  Object.fromEntries(
    answers.map(({ itemKey, values }) => [itemKey, values.length === 1 ? values[0] : values])
  )

/** The best and the worst answers, worst and best first, as findings and actions. */
const conclusions = (
  answers: readonly PlannedAnswer[],
  chance: Chance,
  writer: Writer
): Pick<AuditPlan, 'findings' | 'actions'> => {
  const graded = chance
    .shuffle(answers)
    .flatMap(({ itemKey, values }) => {
      const [grade] = values
      return isGrade(grade) ? [{ itemKey, rank: grades.indexOf(grade) }] : []
    })
    .toSorted((a, b) => a.rank - b.rank)
  const strong = graded.filter(({ rank }) => rank <= 1).slice(0, chance.between(1, 2))
  const weak = graded.filter(({ rank }) => rank >= 2)
  const areas = weak.slice(-chance.between(1, 2))
  const worst = weak.slice(
    -chance.pickBy([
      [1, 64],
      [2, 28],
      [3, 8],
    ])
  )
  return {
    findings: [
      ...strong.map(({ itemKey }) => ({
        kind: 'strength' as const,
        itemKey,
        words: writer.write(wordsOf(itemKey).strength),
      })),
      ...areas.map(({ itemKey }) => ({
        kind: 'area' as const,
        itemKey,
        words: writer.write(wordsOf(itemKey).area),
      })),
    ],
    actions: worst.map(({ itemKey }) => {
      const { what, change } = chance.pick(wordsOf(itemKey).actions)
      return { itemKey, what: writer.write([what]), intendedChange: writer.write([change]) }
    }),
  }
}

export const planAudit = (input: AuditToPlan, chance: Chance): AuditPlan => {
  const { common, themes, standing } = input
  const writer = newWriter(input.day, chance)
  const targets = Object.fromEntries(
    themes.map(({ key }) => [key, drawGrade(key, standing, chance)])
  )
  const facts: MeasureFacts = {
    along: standing.along,
    worked: standing.worked,
    grades: targets,
    monthsInStatus: input.monthsInStatus,
    age: input.age,
  }
  const answersTo = (rubric: Rubric, target: Grade): PlannedAnswer[] => {
    const criteria = drawCriteria(rubric, target, chance)
    const byKey = new Map(rubric.items.map((item) => [item.key, item]))
    const graded = Object.entries(criteria).flatMap(([key, answer]) => {
      const item = byKey.get(key)
      return item ? [criterionAnswer(rubric.key, item, answer, writer)] : []
    })
    const measured = measureAnswers(rubric, criteria, facts, chance, writer)
    return inRubricOrder(rubric, [...graded, ...measured])
  }

  const answered = themes.map((rubric) => ({
    rubric,
    answers: answersTo(rubric, targets[rubric.key] ?? 'good'),
  }))
  const ofCommon = answersTo(common, chance.pick(Object.values(targets)))

  const themeGrades = answered.flatMap(({ rubric, answers }) => {
    const { grade } = indicativeThemeGrade({
      rules: rulesOf(rubric),
      criteria: gradedCriteria(rubric, givenBy(answers)),
    })
    return grade === undefined ? [] : [ownGrade(rubric.key, grade, chance, writer)]
  })
  const overall = indicativeAuditGrade({
    themes: answered.map(({ rubric, answers }) => ({
      title: rubric.title,
      rules: rulesOf(rubric),
      criteria: gradedCriteria(rubric, givenBy(answers)),
      chosen: themeGrades.find(({ theme }) => theme === rubric.key)?.grade,
    })),
    common: { rules: rulesOf(common), criteria: gradedCriteria(common, givenBy(ofCommon)) },
    safety: safetyOf(givenBy(ofCommon), false),
  })
  const isSafety = ({ itemKey }: PlannedAnswer) => safety.has(itemKey)
  const all = [
    ...ofCommon.filter(isSafety),
    ...answered.flatMap(({ answers }) => answers),
    ...ofCommon.filter((answer) => !isSafety(answer)),
  ]
  return {
    answers: all,
    grades: [
      ...themeGrades,
      ...(overall.grade === undefined
        ? []
        : [ownGrade(auditThemeKey, overall.grade, chance, writer)]),
    ],
    ...conclusions(all, chance, writer),
  }
}
