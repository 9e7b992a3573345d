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
  /** The heading under which it stands with its neighbours of the same one. */
  group?: string | undefined
}

export type SelectProps = FieldProps & {
  items: (SelectItem | undefined | false)[]
  /** The value of the chosen item. */
  value?: string | number | undefined
}

const isSelected = (item: SelectItem, chosen: string | number | undefined): boolean =>
  item.selected ||
  (chosen ? String(item.value ?? item.text) === String(chosen) && item.selected !== false : false)

type Items = SelectProps['items']

const Options = ({ items, value }: { items: Items; value: SelectProps['value'] }) => (
  <>
    {items.map((item) =>
      item ? (
        <option
          value={item.value}
          selected={isSelected(item, value)}
          disabled={item.disabled || undefined}
          {...item.attributes}
        >
          {item.text}
        </option>
      ) : (
        ''
      )
    )}
  </>
)

const groupOf = (item: Items[number]): string | undefined => (item ? item.group : undefined)

/** Neighbours of one heading together. */
const inGroups = (items: Items): Items[] => {
  const found: Items[] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last && groupOf(last[0]) === groupOf(item)) last.push(item)
    else found.push([item])
  }
  return found
}

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
        {inGroups(props.items).map((items) => {
          const title = groupOf(items[0])
          const options = <Options items={items} value={props.value} />
          return title === undefined ? options : <optgroup label={title}>{options}</optgroup>
        })}
      </select>
      {props.group?.after}
    </FormGroup>
  )
}
