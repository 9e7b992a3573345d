/**
 * What a scale is: the values a criterion can be graded with, their order and how they look. The four grades of the
 * inspectorate are one scale, known to the program; the others are data (rubrics/scales.yaml). Comparing and combining
 * grades belongs to grading/rules.
 */

/** The grades of a case-file audit, best first. Every comparison of grades uses this order. */
export const grades = ['outstanding', 'good', 'requires_improvement', 'inadequate'] as const

export type Grade = (typeof grades)[number]

/**
 * Looks that are told apart by colour on screen, by pattern on paper and always by a letter; each is checked for contrast
 * (views/assets/_grades.scss).
 */
export const scaleColours = ['dark_green', 'green', 'amber', 'red', 'grey', 'blue'] as const

export type ScaleColour = (typeof scaleColours)[number]

export type ScaleValue = {
  readonly key: string
  /** The words that people see. */
  readonly label: string
  /** One or two capital letters for narrow places and for those who do not see the colour. */
  readonly letter: string
  readonly colour: ScaleColour
  /** It counts as "good or better" on this scale. */
  readonly isPositive: boolean
  /** It is counted beside *n*, as "not stated" is. */
  readonly isOutside: boolean
}

export type Scale = {
  readonly key: string
  readonly title: string
  /** False: the values are counted and never rolled up into a grade. */
  readonly isOrdered: boolean
  /** Best first where there is an order; those outside *n* last. */
  readonly values: readonly ScaleValue[]
}

/** The scales of rubrics/scales.yaml by key. */
export type Scales = ReadonlyMap<string, Scale>

export const fourGradeKey = 'four_grade'

/** The scale of the audit grade, of history from spreadsheets and of every rubric that names it. */
export const fourGrade: Scale = {
  key: fourGradeKey,
  title: 'Four grades',
  isOrdered: true,
  values: [
    {
      key: 'outstanding',
      label: 'Outstanding',
      letter: 'O',
      colour: 'dark_green',
      isPositive: true,
      isOutside: false,
    },
    {
      key: 'good',
      label: 'Good',
      letter: 'G',
      colour: 'green',
      isPositive: true,
      isOutside: false,
    },
    {
      key: 'requires_improvement',
      label: 'Requires improvement',
      letter: 'RI',
      colour: 'amber',
      isPositive: false,
      isOutside: false,
    },
    {
      key: 'inadequate',
      label: 'Inadequate',
      letter: 'I',
      colour: 'red',
      isPositive: false,
      isOutside: false,
    },
  ],
}

export const isGrade = (value: unknown): value is Grade => grades.some((grade) => grade === value)

/**
 * The scale that a rubric is graded on. A version on another scale than the four grades carries its scale with it, so
 * that a change to scales.yaml never changes what a published version means.
 */
export const scaleOf = (rubric: { readonly ownScale?: Scale | undefined }): Scale =>
  rubric.ownScale ?? fourGrade

export const scaleValueOf = (
  scale: Scale,
  key: string | null | undefined
): ScaleValue | undefined => scale.values.find((value) => value.key === key)

/** What a theme can be graded with, best first: nothing where there is no order to roll up by. */
export const themeValues = (scale: Scale): readonly ScaleValue[] =>
  scale.isOrdered ? scale.values.filter(({ isOutside }) => !isOutside) : []

/** True where a share of "good or better" can be told. */
export const hasPositive = (scale: Scale): boolean =>
  scale.values.some(({ isPositive }) => isPositive)

/** Below good, or a plain "no" where nothing on the scale counts as good: it needs words beside it. */
export const needsWords = (scale: Scale, key: string | null): boolean => {
  const value = scaleValueOf(scale, key)
  if (value === undefined || value.isOutside) return false
  return hasPositive(scale) ? !value.isPositive : value.key === 'no'
}
