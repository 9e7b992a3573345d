/** One item of a rubric to read: the question, where to look, and what its answers mean. */
import type { Item } from '../../src/rubrics/rules/rubric.ts'
import type { Scale, ScaleValue } from '../../src/rubrics/rules/scale.ts'
import { GradeTag } from '../components/grade-tag.tsx'
import { gradeLabel } from '../format.ts'

export type RubricItemProps = {
  item: Item
  /** The item that this one follows, if it is a follow-up. */
  decider: Item | undefined
  /** What its criteria are graded on. */
  scale: Scale
}

export const RubricItem = ({ item, decider, scale }: RubricItemProps) => (
  <section class="pl-item" id={item.key}>
    <h2 class="pl-item__question">
      {item.question}
      {item.kind === 'grade' && item.critical ? (
        <>
          {' '}
          <span class="pl-critical">Critical</span>
        </>
      ) : (
        ''
      )}
    </h2>
    {item.guidance === undefined ? '' : <p class="pl-item__guidance">{item.guidance}</p>}
    {item.showsWhen === undefined || decider === undefined ? (
      ''
    ) : (
      <p class="govuk-body-s">
        {`Asked only where “${decider.short}” was answered ${answersInWords(decider, scale, item.showsWhen.is)}.`}
      </p>
    )}
    <Answers item={item} scale={scale} />
  </section>
)

/** In the order in which the choices are offered. */
const answersInWords = (decider: Item, scale: Scale, is: readonly string[]): string => {
  const choices =
    decider.kind === 'category' ? decider.choices : decider.kind === 'grade' ? scale.values : []
  const chosen = choices.filter(({ key }) => is.includes(key)).map(({ label }) => label)
  const others = is.filter((answer) => !choices.some(({ key }) => key === answer)).map(gradeLabel)
  return [...chosen, ...others].map((words) => `“${words}”`).join(' or ')
}

const Answers = ({ item, scale }: { item: Item; scale: Scale }) => {
  if (item.kind === 'grade') {
    return (
      <dl class="govuk-summary-list">
        {scale.values.map((value) => (
          <Descriptor grade={value} text={item.descriptors[value.key] ?? ''} />
        ))}
      </dl>
    )
  }
  if (item.kind === 'category') {
    return (
      <>
        <p class="govuk-body-s">
          {item.multiple ? 'Answered with one or more of:' : 'Answered with one of:'}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {item.choices.map((choice) => (
            <li>{choice.label}</li>
          ))}
        </ul>
      </>
    )
  }
  return <p class="govuk-body-s">{measureInWords(item)}</p>
}

const Descriptor = ({ grade, text }: { grade: ScaleValue; text: string }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">
      <GradeTag grade={grade} />
    </dt>
    <dd class="govuk-summary-list__value">{text}</dd>
  </div>
)

const measureInWords = (item: Exclude<Item, { kind: 'grade' | 'category' }>): string => {
  if (item.kind === 'yes_no') return 'Answered with yes or no.'
  if (item.kind === 'number') return `Answered with a number of ${item.unit}.`
  return item.required ? 'Answered in words.' : 'Answered in words, or left blank.'
}
