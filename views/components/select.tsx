/** GOV.UK select. For few choices use radios. */
import { type Attributes, joinClasses } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, FormGroup, LabelOf } from './field.tsx'

export type SelectItem = {
  text: string
  /** The text, unless given. */
  value?: string | number | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export type SelectProps = FieldProps & {
  items: (SelectItem | undefined | false)[]
  /** The value of the chosen item. */
  value?: string | number | undefined
}

const isSelected = (item: SelectItem, chosen: string | number | undefined): boolean =>
  item.selected ||
  (chosen ? String(item.value ?? item.text) === String(chosen) && item.selected !== false : false)

export const Select = (props: SelectProps) => {
  const id = props.id || props.name
  return (
    <FormGroup error={props.error} group={props.group}>
      <LabelOf for={id} label={props.label} />
      <FieldHelp id={id} hint={props.hint} error={props.error} />
      {props.group?.before}
      <select
        class={joinClasses('govuk-select', props.class, props.error && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled || undefined}
        aria-describedby={describedByIds(id, props)}
        {...props.attributes}
      >
        {props.items.map((item) =>
          item ? (
            <option
              value={item.value}
              selected={isSelected(item, props.value)}
              disabled={item.disabled || undefined}
              {...item.attributes}
            >
              {item.text}
            </option>
          ) : (
            ''
          )
        )}
      </select>
      {props.group?.after}
    </FormGroup>
  )
}
