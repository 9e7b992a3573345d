/** The controls of an item that is not graded: yes or no, a number, choices, or a text of its own. */
import type { ItemForm } from '../../src/audits/rules/item-form.ts'
import { joinIds } from '../components/attributes.ts'
import { ErrorMessage } from '../components/error-message.tsx'
import { Heading } from '../components/heading.tsx'
import { Textarea } from '../components/textarea.tsx'

type Props = { form: ItemForm; error: string | undefined }

type Control = { value: string; label: string; isReasoned?: boolean }

const setAside = (form: ItemForm): Control[] => [
  ...(form.offersNotApplicable
    ? [{ value: 'not_applicable', label: 'Not applicable to this child', isReasoned: true }]
    : []),
  ...(form.offersNotEnoughEvidence
    ? [{ value: 'not_enough_evidence', label: 'The record does not show this', isReasoned: true }]
    : []),
]

const choicesFor = (form: ItemForm): Control[] => {
  if (form.item.kind === 'yes_no') {
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ]
  }
  return form.item.kind === 'category'
    ? form.item.choices.map(({ key, label }) => ({ value: key, label }))
    : []
}

const Choices = (props: {
  form: ItemForm
  type: 'radio' | 'checkbox'
  controls: Control[]
  isFirst: boolean
}) => (
  <div class="pl-picker__other">
    {props.controls.map(({ value, label, isReasoned }, index) => {
      const id = index === 0 && props.isFirst ? props.form.id : `${props.form.id}-${value}`
      return (
        <label class="pl-picker__other-choice" for={id}>
          <input
            class={`pl-picker__radio${isReasoned === true ? ' pl-picker__radio--reasoned' : ''}`}
            type={props.type}
            id={id}
            name={`value:${props.form.item.key}`}
            value={value}
            checked={props.form.values.includes(value)}
          />
          {label}
        </label>
      )
    })}
  </div>
)

const NumberField = ({ form, unit, error }: Props & { unit: string }) => (
  <div class="govuk-input__wrapper">
    <input
      class={`govuk-input govuk-input--width-4${error === undefined ? '' : ' govuk-input--error'}`}
      id={form.id}
      name={`value:${form.item.key}`}
      type="text"
      inputmode="decimal"
      aria-label={`${form.item.question} In ${unit}`}
      aria-describedby={joinIds(error && `${form.id}-error`)}
      value={form.values.find((value) => !value.startsWith('not_')) ?? ''}
    />
    <div class="govuk-input__suffix" aria-hidden="true">
      {unit}
    </div>
  </div>
)

const Guidance = ({ form, error }: Props) => (
  <>
    {form.item.guidance ? (
      <p class="pl-item__guidance" id={`${form.id}-guidance`}>
        {form.item.guidance}
      </p>
    ) : (
      ''
    )}
    {error === undefined ? '' : <ErrorMessage id={`${form.id}-error`}>{error}</ErrorMessage>}
  </>
)

const describedBy = ({ form, error }: Props): string | undefined =>
  joinIds(form.item.guidance && `${form.id}-guidance`, error && `${form.id}-error`)

/** A text is its own answer: question, then one large field. */
const TextField = (props: Props) => (
  <>
    <Heading level={2} class="pl-item__question">
      <label for={props.form.id}>{props.form.item.question}</label>
    </Heading>
    <Guidance {...props} />
    <textarea
      class={`govuk-textarea${props.error === undefined ? '' : ' govuk-textarea--error'}`}
      id={props.form.id}
      name={`value:${props.form.item.key}`}
      rows={4}
      aria-describedby={describedBy(props)}
    >
      {`\n${props.form.values[0] ?? ''}`}
    </textarea>
  </>
)

export const MeasureFields = (props: Props) => {
  const { form } = props
  const { item } = form
  if (item.kind === 'text') return <TextField {...props} />
  const isSeveral = item.kind === 'number' || (item.kind === 'category' && item.multiple)
  const aside = setAside(form)
  return (
    <fieldset class="pl-picker" aria-describedby={describedBy(props)}>
      <legend class="pl-picker__legend">
        <Heading level={2} class="pl-item__question">
          {item.question}
        </Heading>
      </legend>
      <Guidance {...props} />
      {item.kind === 'number' ? <NumberField {...props} unit={item.unit} /> : ''}
      <Choices
        form={form}
        type={isSeveral ? 'checkbox' : 'radio'}
        controls={[...choicesFor(form), ...aside]}
        isFirst={item.kind !== 'number'}
      />
      {aside.length > 0 ? (
        <div class="pl-picker__reason">
          <Textarea
            name={`reason:${item.key}`}
            id={`${form.id}-reason`}
            rows={2}
            label="Why is it not applicable, or what does the record lack?"
            value={form.reason}
          />
        </div>
      ) : (
        ''
      )}
    </fieldset>
  )
}
