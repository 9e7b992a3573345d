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

const GroupFault = ({ message }: { message: string }) =>
  message === '' ? null : (
    <p class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {message}
    </p>
  )

/** Tells the server which fields this page has, so that those of other kinds are left as they are. */
const Has = ({ field }: { field: string }) => <input type="hidden" name="has" value={field} />

const Descriptors = (props: DraftItemPageProps) => (
  <fieldset class="govuk-fieldset pl-studio__group" id="descriptors">
    <Has field="descriptors" />
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
      What an auditor would see at each grade
    </legend>
    <p class="govuk-hint">
      Tell neighbouring grades apart by something that can be seen in a file: a date, a count, who
      is quoted, what changed.
    </p>
    <GroupFault message={faultOf(props, 'descriptors')} />
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

const Choices = ({ item, ...props }: DraftItemPageProps) => {
  const { choices } = item.content
  const rows = [...choices, ...Array.from({ length: spareRows }, () => ({ key: '', label: '' }))]
  const error = faultOf({ item, ...props }, 'choices')
  return (
    <fieldset class="govuk-fieldset pl-studio__group" id="choices">
      <Has field="choices" />
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Choices</legend>
      <p class="govuk-hint">
        The words are what auditors read. The key is what results keep; leave it as it is once
        published. Empty rows are ignored, and more appear when you save.
      </p>
      <GroupFault message={error} />
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
  const isGone =
    content.showsWhenItem !== '' && props.deciders.every(({ key }) => key !== content.showsWhenItem)
  return (
    <>
      <Select
        name="showsWhenItem"
        label={{ text: 'Ask this only after a certain answer to', class: 'govuk-label--s' }}
        hint="A follow-up is hidden until it is called for, with and without JavaScript."
        error={faultOf(props, 'showsWhenItem')}
        value={content.showsWhenItem}
        items={[
          { text: 'It is always asked', value: '' },
          ...props.deciders.map(({ key, short }) => ({ text: short || key, value: key })),
          // Otherwise the list would say that it is always asked.
          ...(isGone
            ? [
                {
                  text: `${content.showsWhenItem} (not in this draft)`,
                  value: content.showsWhenItem,
                },
              ]
            : []),
        ]}
      />
      <Answers {...props} />
    </>
  )
}

/** The answers that call for this item; nothing where it is always asked. */
export const Answers = (props: DraftItemPageProps) => {
  const { content } = props.item
  const decider = props.deciders.find(({ key }) => key === content.showsWhenItem)
  return (
    <div id="answers">
      {decider === undefined ? (
        ''
      ) : (
        <>
          <Has field="answers" />
          <Checkboxes
            name="showsWhenIs"
            class="govuk-checkboxes--small"
            fieldset={{
              legend: {
                text: `Asked when “${decider.short || decider.key}” was answered`,
                class: 'govuk-fieldset__legend--s',
              },
            }}
            error={faultOf(props, 'showsWhenIs')}
            values={[...content.showsWhenIs]}
            items={decider.answers.map(({ value, label }) => ({ value, text: label }))}
          />
        </>
      )}
    </div>
  )
}

/** Whichever fields the kind of answer asks for. */
export const OfKind = (props: DraftItemPageProps) => {
  const { kind, unit } = props.item.content
  return (
    <div id="of-kind">
      {kind === 'grade' ? <Descriptors {...props} /> : ''}
      {kind === 'number' ? (
        <>
          <Has field="unit" />
          <Input
            name="unit"
            label={{ text: 'What is counted', class: 'govuk-label--s' }}
            hint="Such as days, visits or months"
            class="govuk-input--width-10"
            value={unit}
            error={faultOf(props, 'unit')}
          />
        </>
      ) : (
        ''
      )}
      {kind === 'category' ? <Choices {...props} /> : ''}
    </div>
  )
}

export const Settings = (props: DraftItemPageProps) => (
  <div id="settings">
    {isCriticalOffered(props) ? <Has field="critical" /> : ''}
    <Checkboxes
      name="flags"
      class="govuk-checkboxes--small"
      fieldset={{ legend: { text: 'Settings', class: 'govuk-fieldset__legend--s' } }}
      items={settingsOf(props)}
    />
  </div>
)

const isCriticalOffered = ({ item, hasCritical }: DraftItemPageProps): boolean =>
  item.content.kind === 'grade' && hasCritical

const settingsOf = ({ item, ...props }: DraftItemPageProps) => [
  ...(isCriticalOffered({ item, ...props })
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
