/**
 * What a rubric is once its file has been read: a theme with its items. Nothing here reads files
 * (parse-rubric.ts) or decides whether a rubric applies to a case (applicability.ts).
 */
import type { GradingRules } from './grading-rule.ts'
import type { Judgement } from './judgement.ts'
import type { Scale } from './scale.ts'
import type { ServiceStatus } from './service-status.ts'

export type Rubric = {
  /** The theme's key: the name of its folder, such as `cp_plan`. */
  readonly key: string
  /** `1`, `2` … for the library's versions, `1-local.1` … for a council's own. */
  readonly version: string
  readonly title: string
  /** The line of the inspectorate's report. Undefined only for the common block. */
  readonly judgement: Judgement | undefined
  readonly source: string
  /** The key of the scale that its criteria are graded on. */
  readonly scale: string
  /** The scale itself where it is not the four grades; `scaleOf` gives it for every rubric. */
  readonly ownScale?: Scale | undefined
  readonly applies: Applies
  /** Only what the file sets; `rulesOf` fills in the rest. */
  readonly rules: Partial<GradingRules>
  readonly items: readonly Item[]
}

/**
 * Which cases a rubric is for. The order of these lists means nothing and is always the same: that
 * of the service statuses, or alphabetical. What is left out does not narrow; what is not known
 * never hides.
 */
export type Applies = {
  /** Undefined: every status. */
  readonly status: readonly ServiceStatus[] | undefined
  /** Whole years, both ends included. */
  readonly age: { readonly from: number | undefined; readonly to: number | undefined } | undefined
  /** Any one of these is enough. Empty: no flag is asked for. */
  readonly flags: readonly string[]
}

/** A criterion (kind `grade`) or a measure (every other kind). */
export type Item = Criterion | YesNoMeasure | NumberMeasure | CategoryMeasure | TextMeasure

export type Criterion = ItemBase & {
  readonly kind: 'grade'
  /** A weak grade here limits the theme and the audit. */
  readonly critical: boolean
  /** What each value of the rubric's scale looks like, in the scale's order. */
  readonly descriptors: Readonly<Record<string, string>>
}
export type YesNoMeasure = ItemBase & { readonly kind: 'yes_no' }
export type NumberMeasure = ItemBase & { readonly kind: 'number'; readonly unit: string }
export type CategoryMeasure = ItemBase & {
  readonly kind: 'category'
  readonly choices: readonly Choice[]
  /** Several choices may be given at once. */
  readonly multiple: boolean
}
export type TextMeasure = ItemBase & { readonly kind: 'text' }

export type Choice = { readonly key: string; readonly label: string }

export type ItemBase = {
  /** Unique in the whole library, such as `cp.clarity`. */
  readonly key: string
  /** At most 40 characters, for charts, reasons and heat tables. */
  readonly short: string
  readonly question: string
  readonly guidance: string | undefined
  /** False: an audit may be submitted with this left blank. */
  readonly required: boolean
  /** True: "not applicable" is not offered. */
  readonly alwaysApplies: boolean
  readonly showsWhen: ShowsWhen | undefined
}

/** A follow-up: shown when the named item, itself shown, was answered with one of these. `is` is in alphabetical order. */
export type ShowsWhen = { readonly item: string; readonly is: readonly string[] }

export const itemKinds = ['grade', 'yes_no', 'number', 'category', 'text'] as const
export type ItemKind = (typeof itemKinds)[number]

/** The block of questions in every audit. It has items and no theme grade. */
export const commonKey = 'common'

/** What results files and reports call the grade of the whole audit; no rubric may take it. */
export const auditThemeKey = 'audit'

export const longestShort = 40

/** The two answers to a criterion that are not grades. */
export const notApplicable = 'not_applicable'
export const notEnoughEvidence = 'not_enough_evidence'

export const isCriterion = (item: Item): item is Criterion => item.kind === 'grade'
