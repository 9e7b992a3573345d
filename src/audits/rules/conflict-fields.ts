/** Two answers to one item side by side: what was sent and what somebody saved first, where they differ. */
import { type Item, notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'
import type { SentAnswer } from './answer-shape.ts'
import { answerWords } from './answer-words.ts'
import type { KeptAnswer } from './audit-work.ts'
import { sentAnswerOf } from './item-form.ts'

export type ConflictField = {
  readonly label: string
  /** The control's name, and the values it takes for theirs. */
  readonly name: string
  readonly theirsValue: readonly string[]
  readonly mine: string
  readonly theirs: string
}

/** At least one, so that a control can be emptied; a number's first is its text field, the rest its tick boxes. */
const controlValues = (item: Item, values: readonly string[]): readonly string[] => {
  const isSetAside = values.some((value) => value === notApplicable || value === notEnoughEvidence)
  return values.length === 0 || (item.kind === 'number' && isSetAside) ? ['', ...values] : values
}

export const conflictFields = (
  item: Item,
  sent: SentAnswer,
  current: KeptAnswer
): readonly ConflictField[] => {
  const kept = sentAnswerOf(item, current)
  const given = sent.values.filter((value) => value !== '')
  const fields = [
    {
      label: item.kind === 'text' ? item.short : 'Answer',
      name: `value:${item.key}`,
      theirsValue: controlValues(item, kept.values),
      mine: answerWords(item, given),
      theirs: answerWords(item, kept.values),
    },
    {
      label: 'What in the record shows this',
      name: `evidence:${item.key}`,
      theirsValue: [kept.evidence],
      mine: sent.evidence,
      theirs: kept.evidence,
    },
    {
      label: 'Reason',
      name: `reason:${item.key}`,
      theirsValue: [kept.reason],
      mine: sent.reason,
      theirs: kept.reason,
    },
  ]
  return fields.filter(({ mine, theirs }) => mine !== theirs)
}
