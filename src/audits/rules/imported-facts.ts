/** An imported audit laid out for reading: the grades and measures of its results file, which held no words. */
import { splitChoices } from '../../grading/rules/judgement.ts'
import type { FirstWordings } from '../../rubrics/rules/first-wordings.ts'
import { auditThemeKey } from '../../rubrics/rules/rubric.ts'
import { fourGrade, type Scale, scaleOf, scaleValueOf } from '../../rubrics/rules/scale.ts'
import type { ReviewedAnswer, ReviewedGrade, ReviewedSection } from './review-facts.ts'

export type ImportedJudgement = {
  readonly theme: string
  /** '' is the theme's grade. */
  readonly item: string
  readonly kind: 'grade' | 'yes_no' | 'number' | 'category'
  readonly auditorValue: string
  readonly moderatedValue: string | null
  /** What the file said, where a mapping has put today's name in its place. */
  readonly typedTheme?: string | null
  readonly typedItem?: string | null
}

/** Words on what a mapped judgement was imported as; none where nothing was mapped. */
const importedAs = (judgement: ImportedJudgement | undefined): string => {
  const { theme, item, typedTheme, typedItem } = judgement ?? {}
  if (typeof typedTheme !== 'string' || typeof typedItem !== 'string') return ''
  const isOtherTheme = typedTheme !== theme
  if (typedItem === '' || (typedItem === item && isOtherTheme)) {
    return `Imported as “${typedTheme}”`
  }
  return `Imported as “${typedItem}”${isOtherTheme ? ` of “${typedTheme}”` : ''}`
}

const gradeOf = (
  judgement: ImportedJudgement | undefined,
  scale: Scale = fourGrade
): ReviewedGrade => {
  const { auditorValue, moderatedValue } = judgement ?? {}
  return {
    auditor: scaleValueOf(scale, auditorValue) ?? null,
    auditorReason: importedAs(judgement),
    indicative: null,
    indicativeReasons: [],
    moderated: scaleValueOf(scale, moderatedValue) ?? null,
  }
}

const inWords = (value: string): string => {
  const words = splitChoices(value).join(', ').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const answerOf = (
  judgement: ImportedJudgement,
  rubric: FirstWordings | undefined
): ReviewedAnswer => {
  const item = rubric?.items.find(({ key }) => key === judgement.item)
  const value = judgement.moderatedValue ?? judgement.auditorValue
  return {
    id: judgement.item,
    question: item?.question ?? judgement.item,
    short: item?.short ?? judgement.item,
    isCritical: false,
    grade:
      judgement.kind === 'grade'
        ? (scaleValueOf(rubric ? scaleOf(rubric) : fourGrade, value) ?? value)
        : null,
    words: inWords(value),
    evidence: '',
    reason: importedAs(judgement),
  }
}

/** @param rubrics for the names of themes and questions; unknown ones show as they were typed */
export const importedReview = (
  judgements: readonly ImportedJudgement[],
  rubrics: ReadonlyMap<string, FirstWordings>
): { readonly sections: readonly ReviewedSection[]; readonly overall: ReviewedGrade } => {
  const overallOf = (theme: string) =>
    judgements.find((each) => each.theme === theme && each.item === '')
  const themes = [...new Set(judgements.map(({ theme }) => theme))]
    .filter((theme) => theme !== auditThemeKey)
    .toSorted()
  return {
    overall: gradeOf(overallOf(auditThemeKey)),
    sections: themes.map((theme) => {
      const rubric = rubrics.get(theme)
      const grade = overallOf(theme)
      return {
        key: theme,
        title: rubric?.title ?? theme,
        place: '',
        grade: grade && gradeOf(grade, rubric && scaleOf(rubric)),
        answers: judgements
          .filter((each) => each.theme === theme && each.item !== '')
          .map((each) => answerOf(each, rubric)),
      }
    }),
  }
}
