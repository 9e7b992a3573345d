/** The items of a draft whose answers could call for a follow-up, with those answers in the order they are offered. */
import { notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'
import type { DraftItemContent } from './draft.ts'

export type Decider = {
  readonly key: string
  readonly short: string
  readonly answers: readonly { readonly value: string; readonly label: string }[]
}

const answersOf = (item: DraftItemContent, scale: Scale | undefined): Decider['answers'] => {
  const outside = item.alwaysApplies ? [] : [{ value: notApplicable, label: 'Not applicable' }]
  switch (item.kind) {
    case 'grade':
      return [
        ...(scale?.values ?? []).map(({ key, label }) => ({ value: key, label })),
        { value: notEnoughEvidence, label: 'Not enough evidence' },
        ...outside,
      ]
    case 'yes_no':
      return [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, ...outside]
    case 'category':
      return [...item.choices.map(({ key, label }) => ({ value: key, label })), ...outside]
    default:
      return []
  }
}

/** @param key of the item that would follow; it cannot wait for itself */
export const decidersOf = (
  items: readonly DraftItemContent[],
  key: string,
  scale: Scale | undefined
): Decider[] =>
  items
    .filter((item) => item.key !== '' && item.key !== key)
    .map((item) => ({ key: item.key, short: item.short, answers: answersOf(item, scale) }))
    .filter(({ answers }) => answers.length > 0)
