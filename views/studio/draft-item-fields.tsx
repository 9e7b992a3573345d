/** The fields of an item that depend on its kind: descriptors side by side, choices, settings, when it is asked. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import type { DraftItemPageProps } from './draft-item-page.tsx'
import { controlOf } from './fault-address.ts'

export const faultOf = (props: DraftItemPageProps, ...controls: string[]): string =>
  props.itemFaults
    .filter(({ field }) => field !== undefined && controls.includes(controlOf(field)))
    .map(({ message }) => message)
    .join('. ')

export const Descriptors = (props: DraftItemPageProps) => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
      What an auditor would see at each grade
    </legend>
    <p class="govuk-hint">
      Tell neighbouring grades apart by something that can be seen in a file: a date, a count, who
      is quoted, what changed.
    </p>
    <div class="pl-studio__descriptors">
      {props.grades.map(({ key, label }) => (
        <Textarea
          name={`descriptor:${key}`}
          label={{ text: label, class: 'govuk-label--s' }}
          rows={7}
          value={props.item.content.descriptors[key] ?? ''}
          error={faultOf(props, `descriptor:${key}`)}
        />
      ))}
    </div>
  </fieldset>
)

const spareRows = 3

export const Choices = ({ item, ...props }: DraftItemPageProps) => {
  const { choices } = item.content
  const rows = [...choices, ...Array.from({ length: spareRows }, () => ({ key: '', label: '' }))]
  const error = faultOf({ item, ...props }, 'choice-0')
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Choices</legend>
      <p class="govuk-hint">
        The words are what auditors read. The key is what results keep; leave it as it is once
        published. Empty rows are ignored, and more appear when you save.
      </p>
      {error === '' ? '' : <p class="govuk-error-message">{error}</p>}
      {rows.map((choice, index) => (
        <div class="pl-studio__choice">
          <Input
            name="choiceLabel"
            id={`choice-${index}`}
            label={`Choice ${index + 1}: words`}
            value={choice.label}
          />
          <Input
            name="choiceKey"
            id={`choice-key-${index}`}
            label={`Choice ${index + 1}: key`}
            value={choice.key}
            spellcheck={false}
          />
        </div>
      ))}
    </fieldset>
  )
}

export const ShownWhen = (props: DraftItemPageProps) => {
  const { content } = props.item
  const decider = props.deciders.find(({ key }) => key === content.showsWhenItem)
  return (
    <>
      <Select
        name="showsWhenItem"
        label="Ask this only after a certain answer to"
        hint="A follow-up is hidden until it is called for, with and without JavaScript."
        error={faultOf(props, 'showsWhenItem')}
        value={content.showsWhenItem}
        items={[
          { text: 'It is always asked', value: '' },
          ...props.deciders.map(({ key, short }) => ({ text: short || key, value: key })),
        ]}
      />
      {content.showsWhenItem === '' ? (
        ''
      ) : decider === undefined ? (
        <p class="govuk-error-message">
          {`The item ${content.showsWhenItem} is no longer in this draft. Choose another, or "It is always asked".`}
        </p>
      ) : (
        <Checkboxes
          name="showsWhenIs"
          class="govuk-checkboxes--small"
          fieldset={{ legend: { text: `Asked when ${decider.short} was answered` } }}
          error={faultOf(props, 'showsWhenIs')}
          values={[...content.showsWhenIs]}
          items={decider.answers.map(({ value, label }) => ({ value, text: label }))}
        />
      )}
    </>
  )
}

export const settingsOf = ({ item }: DraftItemPageProps) => [
  ...(item.content.kind === 'grade'
    ? [
        {
          value: 'critical',
          text: 'Critical',
          hint: 'A weak grade here limits the grade of the theme and of the audit.',
          checked: item.content.isCritical,
        },
      ]
    : []),
  ...(item.content.kind === 'category'
    ? [
        {
          value: 'multiple',
          text: 'Several choices may be given',
          checked: item.content.isMultiple,
        },
      ]
    : []),
  {
    value: 'always',
    text: 'Applies to every child',
    hint: '"Not applicable" is not offered.',
    checked: item.content.alwaysApplies,
  },
  {
    value: 'optional',
    text: 'May be left blank',
    hint: 'An audit can be submitted without an answer.',
    checked: !item.content.isRequired,
  },
]
