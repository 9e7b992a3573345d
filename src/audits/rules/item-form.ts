/** An item as its form shows it: which answers are offered, what is filled in, whether it is called for. */
import { type Item, notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'
import {
  choicesOf,
  offersNotApplicable,
  offersNotEnoughEvidence,
  type SentAnswer,
} from './answer-shape.ts'
import { type AuditWork, type KeptAnswer, scaleOfItem, shownItemsOf } from './audit-work.ts'
import { itemId } from './ready.ts'
import { type Section, safeNowKey } from './sections.ts'

export type ItemForm = SentAnswer & {
  readonly item: Item
  readonly id: string
  /** False for a follow-up that no answer calls for. */
  readonly isShown: boolean
  /** Of a criterion: what each grade looks like, best first. */
  readonly descriptors: readonly {
    readonly grade: string
    readonly label: string
    readonly descriptor: string
  }[]
  readonly offersNotApplicable: boolean
  readonly offersNotEnoughEvidence: boolean
  /** No answer to it needs words beside it. */
  readonly evidenceIsOptional: boolean
  readonly revision: number
  /** Instant of the last save; undefined before the first. */
  readonly savedAt: string | undefined
}

/** A kept answer as a form would send it. */
export const sentAnswerOf = (item: Item, answer: KeptAnswer | undefined): SentAnswer => {
  const words = { evidence: answer?.evidence ?? '', reason: answer?.reason ?? '' }
  switch (answer?.state) {
    case 'answered':
      return { values: choicesOf(item, answer.value ?? ''), ...words }
    case 'not_applicable':
      return { values: [notApplicable], ...words }
    case 'not_enough_evidence':
      return { values: [notEnoughEvidence], ...words }
    default:
      return { values: [], ...words }
  }
}

export const itemForm = (work: AuditWork, item: Item, isShown: boolean): ItemForm => {
  const answer = work.answers.get(item.key)
  return {
    ...sentAnswerOf(item, answer),
    item,
    id: itemId(item.key),
    isShown,
    descriptors:
      item.kind === 'grade'
        ? scaleOfItem(work, item).values.map(({ key, label }) => ({
            grade: key,
            label,
            descriptor: item.descriptors[key] ?? '',
          }))
        : [],
    offersNotApplicable: offersNotApplicable(item),
    offersNotEnoughEvidence: offersNotEnoughEvidence(item),
    evidenceIsOptional:
      item.kind === 'number' ||
      (item.kind === 'category' && item.choices.every(({ key }) => key !== 'no')),
    revision: answer?.revision ?? 0,
    savedAt: answer?.savedAt,
  }
}

const shownIn = (work: AuditWork, section: Section): readonly Item[] => {
  const rubric = work.themes.find(({ theme }) => theme === section.theme)?.rubric ?? work.common
  return shownItemsOf(rubric, work.answers)
}

/** The forms of a section's items in order, hidden follow-ups included, so that what was typed in them is not lost. */
export const itemForms = (work: AuditWork, section: Section): readonly ItemForm[] => {
  const shown = shownIn(work, section)
  return section.items.map((item) => itemForm(work, item, shown.includes(item)))
}

/** The follow-ups of a part that a save brought in or sent away. */
export const changedGates = (
  before: AuditWork,
  after: AuditWork,
  section: Section
): { id: string; isOpen: boolean }[] => {
  const was = shownIn(before, section)
  const is = shownIn(after, section)
  return section.items.flatMap((item) =>
    was.includes(item) === is.includes(item)
      ? []
      : [{ id: itemId(item.key), isOpen: is.includes(item) }]
  )
}

/** True while the record does not show that the child is safe: somebody has to be rung first. */
export const mustRingFirst = (work: AuditWork): boolean => {
  const answer = work.answers.get(safeNowKey)
  return answer?.state === 'answered' && answer.value !== 'yes'
}
