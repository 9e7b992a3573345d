/**
 * The indicative grade of a theme and of an audit, with its reasons: design contract §2. It is
 * advice to the auditor, who may choose otherwise with a reason. Recording a choice is left to
 * audits.
 */
import type { GradingRules } from '../../rubrics/rules/grading-rule.ts'
import type { Grade } from '../../rubrics/rules/scale.ts'
import {
  type Cap,
  type Counted,
  criticalCaps,
  halfWeakCaps,
  outstandingCaps,
  type Safety,
  unsafeCaps,
} from './cap.ts'
import { type CriterionAnswer, compareGrades, gradeInWords, isWorse, middleGrade } from './grade.ts'

/** One criterion that the auditor is shown, and its answer so far. */
export type GradedCriterion = {
  readonly key: string
  readonly short: string
  readonly critical: boolean
  readonly answer: CriterionAnswer
}

export type IndicativeGrade = {
  /** Undefined while nothing that counts has been graded. */
  readonly grade: Grade | undefined
  /** The grade without caps. */
  readonly pointsTo: Grade | undefined
  /** One plain sentence or two for each cap below `pointsTo`, the most severe first. */
  readonly reasons: readonly string[]
  /** True while something is unanswered: label it "so far". */
  readonly soFar: boolean
  /** True when somewhere there was not enough evidence. */
  readonly needsSecondLook: boolean
}

export type ThemeAnswers = {
  readonly criteria: readonly GradedCriterion[]
  readonly rules: GradingRules
}

export const indicativeThemeGrade = (theme: ThemeAnswers): IndicativeGrade => {
  const { criteria, rules } = theme
  const counted = counting(theme)
  const caps = [
    ...criticalCaps(counted.map((each) => ({ counted: each, rules }))),
    ...halfWeakCaps(counted, rules),
    ...outstandingCaps(counted, rules),
  ]
  return {
    ...heldDown(counted, rules, caps, 'answers'),
    soFar: criteria.some(({ answer }) => answer === undefined),
    needsSecondLook: criteria.some(({ answer }) => answer === 'not_enough_evidence'),
  }
}

export type AuditAnswers = {
  readonly themes: readonly (ThemeAnswers & {
    readonly title: string
    /** The auditor's or the moderated theme grade where there is one; else the indicative counts. */
    readonly chosen: Grade | undefined
  })[]
  /** The common block: its criteria count beside the theme grades, its rules hold for the audit. */
  readonly common: ThemeAnswers
  readonly safety: Safety
  /** Of themes on other scales, which count towards no audit grade but have to be answered. */
  readonly others?: readonly Pick<IndicativeGrade, 'soFar' | 'needsSecondLook'>[]
}

/**
 * The indicative grade of an audit, from its theme grades and the criteria of the common block. A
 * critical criterion in any theme caps the audit by that theme's own rules. No graded theme, no
 * grade.
 */
export const indicativeAuditGrade = ({
  themes,
  common,
  safety,
  others = [],
}: AuditAnswers): IndicativeGrade => {
  const indicative = themes.map(indicativeThemeGrade)
  const themeGrades = themes.flatMap(({ title, chosen }, index): Counted[] => {
    const grade = chosen ?? indicative[index]?.grade
    return grade === undefined ? [] : [{ name: title, critical: false, grade, standsIn: false }]
  })
  const parts = [...indicative, ...others, indicativeThemeGrade(common)]
  const marks = {
    soFar: parts.some((part) => part.soFar) || isUnanswered(safety),
    needsSecondLook: parts.some((part) => part.needsSecondLook),
  }
  if (themeGrades.length === 0) {
    return { grade: undefined, pointsTo: undefined, reasons: [], ...marks }
  }
  const ofCommon = counting(common)
  const counted = [...themeGrades, ...ofCommon]
  const critical = [
    ...themes.flatMap((theme) => {
      const named = counting(theme, (short) => `‘${short}’ (${theme.title})`)
      return named.map((each) => ({ counted: each, rules: theme.rules }))
    }),
    ...ofCommon.map((each) => ({ counted: each, rules: common.rules })),
  ]
  const caps = [
    ...unsafeCaps(safety, common.rules),
    ...criticalCaps(critical),
    ...halfWeakCaps(counted, common.rules),
    ...outstandingCaps(counted, common.rules),
  ]
  return { ...heldDown(counted, common.rules, caps, 'grades'), ...marks }
}

/** Not applicable and unanswered are left out; not enough evidence counts as the rules say. */
const counting = (
  { criteria, rules }: ThemeAnswers,
  nameOf: (short: string) => string = (short) => `‘${short}’`
): Counted[] =>
  criteria.flatMap(({ short, critical, answer }) => {
    if (answer === undefined || answer === 'not_applicable') return []
    const standsIn = answer === 'not_enough_evidence'
    const grade = standsIn ? rules.no_evidence_counts_as : answer
    return grade === 'off' ? [] : [{ name: nameOf(short), critical, grade, standsIn }]
  })

const isUnanswered = ({ safeNow, alreadyKnown }: Safety): boolean =>
  safeNow === undefined || (safeNow !== 'yes' && alreadyKnown === undefined)

/** The middle grade, then every cap, the worst wins. */
const heldDown = (
  counted: readonly Counted[],
  rules: GradingRules,
  caps: readonly Cap[],
  what: string
): Pick<IndicativeGrade, 'grade' | 'pointsTo' | 'reasons'> => {
  const ofTwo = rules.lower_median === 'on' ? 'worse' : 'better'
  const pointsTo = middleGrade(
    counted.map(({ grade }) => grade),
    ofTwo
  )
  if (pointsTo === undefined) return { grade: undefined, pointsTo: undefined, reasons: [] }
  const lowering = caps
    .filter(({ at }) => isWorse(at, pointsTo))
    .toSorted((a, b) => compareGrades(b.at, a.at))
  const grade = lowering[0]?.at ?? pointsTo
  const reasons = lowering.map(({ at, because }) => {
    const held = at === grade ? 'Held at' : 'Otherwise held at'
    return `${held} ${gradeInWords(at)}: ${because}.`
  })
  const last = reasons.pop()
  if (last === undefined) return { grade, pointsTo, reasons: [] }
  const without = withoutWords(lowering)
  return {
    grade,
    pointsTo,
    reasons: [
      ...reasons,
      `${last} Without ${without} the ${what} point to ${gradeInWords(pointsTo)}.`,
    ],
  }
}

const withoutWords = (lowering: readonly Cap[]): string => {
  if (lowering.length > 1) return 'these limits'
  return (lowering[0]?.names.length ?? 0) > 1 ? 'them' : 'it'
}
