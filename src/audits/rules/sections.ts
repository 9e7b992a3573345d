/**
 * The parts in which an audit is worked through: first whether the child is safe now, then each theme, then the rest
 * of the common questions. A part is a page; which rubric its items come from is its theme.
 */
import type { Item, Rubric } from '../../rubrics/rules/rubric.ts'
import { type AuditWork, isAnswered, shownItemsOf } from './audit-work.ts'

/** Not a rubric's key: those have underscores. */
export const safetySectionKey = 'safe-now'

export const safeNowKey = 'common.safe_now'
export const alreadyKnownKey = 'common.already_known'

export type Section = {
  /** As in the address of its page. */
  readonly key: string
  readonly theme: string
  readonly title: string
  /** Every item, follow-ups included, whether called for or not. */
  readonly items: readonly Item[]
}

const dependsOn = (rubric: Rubric, item: Item, on: string): boolean => {
  for (let step: Item | undefined = item, hops = 0; step && hops < 20; hops += 1) {
    if (step.key === on) return true
    const next: string | undefined = step.showsWhen?.item
    step = next === undefined ? undefined : rubric.items.find(({ key }) => key === next)
  }
  return false
}

export const sectionsOf = (work: AuditWork): readonly Section[] => {
  const { common } = work
  const isSafety = (item: Item) => dependsOn(common, item, safeNowKey)
  const safety = common.items.filter(isSafety)
  const rest = common.items.filter((item) => !isSafety(item))
  return [
    ...(safety.length > 0
      ? [
          {
            key: safetySectionKey,
            theme: common.key,
            title: 'Is the child safe now?',
            items: safety,
          },
        ]
      : []),
    ...work.themes.map(({ theme, rubric }) => ({
      key: theme,
      theme,
      title: rubric.title,
      items: rubric.items,
    })),
    ...(rest.length > 0
      ? [
          {
            key: common.key,
            theme: common.key,
            title: 'Difference made, family and worker',
            items: rest,
          },
        ]
      : []),
  ]
}

export type Progress = { readonly answered: number; readonly toAnswer: number }

/** Counts the items called for that an audit may not be submitted without. */
const countItems = (items: readonly Item[], answers: AuditWork['answers']): Progress => {
  const required = items.filter((item) => item.required)
  return {
    answered: required.filter((item) => isAnswered(answers.get(item.key))).length,
    toAnswer: required.length,
  }
}

export const sectionProgress = (work: AuditWork, section: Section): Progress => {
  const rubric =
    section.theme === work.common.key
      ? work.common
      : work.themes.find(({ theme }) => theme === section.theme)?.rubric
  if (!rubric) return { answered: 0, toAnswer: 0 }
  const shown = shownItemsOf(rubric, work.answers)
  return countItems(
    shown.filter((item) => section.items.includes(item)),
    work.answers
  )
}

export const auditProgress = (work: AuditWork): Progress =>
  [work.common, ...work.themes.map(({ rubric }) => rubric)].reduce(
    (sum, rubric) => {
      const { answered, toAnswer } = countItems(shownItemsOf(rubric, work.answers), work.answers)
      return { answered: sum.answered + answered, toAnswer: sum.toAnswer + toAnswer }
    },
    { answered: 0, toAnswer: 0 }
  )
