/** A rubric that nobody audits yet, answered for trying: its form as auditors meet it and the grade of its rules. */

import { readAnswer } from '../../audits/rules/answer-shape.ts'
import { type AuditWork, shownItemsOf } from '../../audits/rules/audit-work.ts'
import { indicativeGrades } from '../../audits/rules/indicative-grades.ts'
import { type ItemForm, itemForm } from '../../audits/rules/item-form.ts'
import type { ScaleGrade } from '../../grading/rules/scale-grade.ts'
import type { Rubric } from '../../rubrics/rules/rubric.ts'
import { type Scale, scaleOf } from '../../rubrics/rules/scale.ts'

export type TriedForm = {
  readonly forms: readonly ItemForm[]
  readonly indicative: ScaleGrade | undefined
  readonly faults: readonly string[]
  readonly scale: Scale
}

/** An audit of one theme alone: the common questions have no part in trying it. */
const workOf = (rubric: Rubric, answers: AuditWork['answers']): AuditWork => {
  const ungraded = {
    indicativeGrade: null,
    indicativeReasons: [],
    auditorGrade: null,
    auditorReason: null,
    moderatedGrade: null,
    revision: 0,
    savedAt: null,
  }
  return {
    themes: [{ ...ungraded, theme: rubric.key, rubric }],
    common: { ...rubric, key: 'common', items: [] },
    overall: { ...ungraded, theme: 'audit' },
    answers,
  }
}

/** @param sent every value sent under `value:KEY` and the words under `reason:KEY` */
export const tryForm = (
  rubric: Rubric,
  sent: ReadonlyMap<string, readonly string[]>,
  now: string
): TriedForm => {
  const faults: string[] = []
  const answers = new Map(
    rubric.items.flatMap((item) => {
      const values = sent.get(`value:${item.key}`) ?? []
      const reason = sent.get(`reason:${item.key}`)?.[0] ?? ''
      const read = readAnswer(item, { values, evidence: '', reason })
      if (!read.ok) {
        faults.push(`${item.short}: ${read.message}`)
        return []
      }
      const kept = { itemKey: item.key, revision: 0, savedAt: now, savedBy: null }
      return [[item.key, { ...read.answer, ...kept }] as const]
    })
  )
  const work = workOf(rubric, answers)
  const shown = shownItemsOf(rubric, answers)
  return {
    forms: rubric.items.map((item) => itemForm(work, item, shown.includes(item))),
    indicative: indicativeGrades(work).get(rubric.key),
    faults,
    scale: scaleOf(rubric),
  }
}
