/** A judgement as the statistics see it: one answer of one audit under one theme and item. */
import { notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'

/** What is counted under one item: every judgement of it is of one kind. */
export type JudgementKind = 'grade' | 'yes_no' | 'number' | 'category'

/**
 * One judgement of an audit. `item: null` is the theme grade; theme `audit` is the audit grade.
 * Values: a grade's key, `yes` or `no`, a number as text, a choice's key (several: {@link joinChoices}),
 * `not_applicable` or `not_enough_evidence`.
 */
export type Judgement = {
  readonly theme: string
  readonly item: string | null
  readonly kind: JudgementKind
  readonly auditorValue: string
  /** Null when nobody moderated it. */
  readonly moderatedValue: string | null
}

/** What a judgement is counted under besides its theme and item. */
export type JudgedAudit = {
  readonly id: string
  readonly roundId: string
  readonly teamId: string | null
  readonly serviceStatus: string | null
}

/** The final value: the moderated one, else the auditor's (contracts.md §1). */
export const finalValue = (judgement: Pick<Judgement, 'auditorValue' | 'moderatedValue'>): string =>
  judgement.moderatedValue ?? judgement.auditorValue

/** Answers that are counted beside *n*, not in it. */
export const isOutsideN = (value: string): boolean =>
  value === notApplicable || value === notEnoughEvidence

/** Several choices as one stored value: each once, in code-unit order, so that equal answers are equal text. */
export const joinChoices = (choices: readonly string[]): string =>
  [...new Set(choices)].toSorted().join('\n')

/** The choices of a stored value; one choice is a list of one. */
export const splitChoices = (value: string): string[] => value.split('\n')
