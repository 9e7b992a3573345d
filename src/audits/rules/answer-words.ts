/** An answer as people read it. Grades are left to the view, which has a look for them. */
import type { Item } from '../../rubrics/rules/rubric.ts'
import { choicesOf, type SentAnswer } from './answer-shape.ts'

const valueWords = (item: Item, value: string): string => {
  switch (item.kind) {
    case 'yes_no':
      return value === 'yes' ? 'Yes' : value === 'no' ? 'No' : value
    case 'category':
      return item.choices.find(({ key }) => key === value)?.label ?? value
    case 'number':
      return /^%/.test(item.unit) ? `${value}%` : `${value} ${item.unit}`
    default:
      return value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ')
  }
}

const setAside: Readonly<Record<string, string>> = {
  not_applicable: 'Not applicable',
  not_enough_evidence: 'Not enough evidence',
}

/** `Requires improvement`, `Yes`, `7 months`, `A parent, A carer`; empty when nothing is chosen. */
export const answerWords = (item: Item, values: SentAnswer['values']): string =>
  values
    .map((value) => (item.kind === 'text' ? value : (setAside[value] ?? valueWords(item, value))))
    .join(', ')

export const keptAnswerWords = (
  item: Item,
  answer: { readonly state: string; readonly value: string | null } | undefined
): string => {
  if (!answer || answer.state === 'blank') return ''
  if (answer.state !== 'answered') return setAside[answer.state] ?? ''
  return answerWords(item, choicesOf(item, answer.value ?? ''))
}
