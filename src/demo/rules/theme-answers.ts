/**
 * Answers to the criteria of a theme that come out at a given grade: drawn again until the product's own rules agree,
 * so that a demonstration never shows a grade that its answers do not lead to.
 */
import { gradedCriteria } from '../../grading/rules/graded-criteria.ts'
import { indicativeThemeGrade } from '../../grading/rules/indicative-grade.ts'
import type { GivenAnswers } from '../../rubrics/rules/applicability.ts'
import { rulesOf } from '../../rubrics/rules/grading-rule.ts'
import {
  type Criterion,
  isCriterion,
  notApplicable,
  notEnoughEvidence,
  type Rubric,
} from '../../rubrics/rules/rubric.ts'
import { type Grade, grades } from '../../rubrics/rules/scale.ts'
import type { Chance } from './chance.ts'
import { notApplicableReasons } from './every-audit-words.ts'

/** Where practice is weaker or stronger than the rest of its theme, as it is in the field. */
const hardness: Readonly<Record<string, number>> = {
  'voice.influence': 0.5,
  'voice.rights': 0.35,
  'voice.seen': -0.3,
  'sup.reflective': 0.6,
  'sup.followup': 0.3,
  'sup.frequency': -0.3,
  'cp.clarity': 0.25,
  'cp.child_focus': 0.35,
  'cp.visits': -0.3,
  'cin.outcomes': 0.4,
  'cin.visits': -0.25,
  'care.story': 0.5,
  'care.wellbeing': -0.3,
}

const near = [60, 24, 4, 0.5]

const drawAnswer = (item: Criterion, target: Grade, chance: Chance): string => {
  const canBeOmitted = !item.alwaysApplies && item.key in notApplicableReasons
  if (canBeOmitted && chance.isTrue(0.07)) return notApplicable
  if (chance.isTrue(0.015)) return notEnoughEvidence
  const middle = grades.indexOf(target)
  return chance.pickBy(
    grades.map((grade, at) => {
      const weight = near[Math.abs(at - middle)] ?? 0
      return [grade, weight * Math.exp((hardness[item.key] ?? 0) * (at - middle))] as const
    })
  )
}

/** More than enough: fewer than one in a thousand needs half of them. */
const TRIES = 200

/** @returns an answer for every criterion, which the grading rules take to `target` */
export const drawCriteria = (
  rubric: Rubric,
  target: Grade,
  chance: Chance
): Readonly<Record<string, string>> => {
  const criteria = rubric.items.filter(isCriterion)
  let answers: GivenAnswers & Record<string, string> = {}
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    answers = Object.fromEntries(
      criteria.map((item) => [item.key, drawAnswer(item, target, chance)])
    )
    const reached = indicativeThemeGrade({
      rules: rulesOf(rubric),
      criteria: gradedCriteria(rubric, answers),
    })
    if (reached.grade === target) return answers
  }
  return answers
}
