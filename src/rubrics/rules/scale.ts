/**
 * The four grades, in order, and what a scale file says about how to show them. Comparing and
 * combining grades belongs to grading/rules.
 */

/** The grades of a case-file audit, best first. Every comparison of grades uses this order. */
export const grades = ['outstanding', 'good', 'requires_improvement', 'inadequate'] as const

export type Grade = (typeof grades)[number]

/** How one grade is shown: the full words, and one or two letters for narrow places. */
export type ScaleGrade = { readonly key: Grade; readonly label: string; readonly letter: string }

/** A scale gives all four grades, best first, their labels and letters. */
export type Scale = {
  readonly key: string
  readonly title: string
  readonly grades: readonly ScaleGrade[]
}

/** The scales of rubrics/scales.yaml by key. */
export type Scales = ReadonlyMap<string, Scale>

export const isGrade = (value: unknown): value is Grade => grades.some((grade) => grade === value)
