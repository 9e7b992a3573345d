/** GOV.UK date input: day, month and year in three boxes. Reading them as a date is the form's schema's. */
import { type Attributes, joinClasses } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, FormGroup } from './field.tsx'
import { Input } from './input.tsx'
import { type ChoiceFieldset, ChoiceFrame } from './radios.tsx'

export type DateInputItem = {
  name?: string | undefined
  id?: string | undefined
  label?: string | undefined
  value?: string | number | undefined
  /** True marks this box, false keeps it unmarked when the whole is in error. */
  error?: boolean | undefined
  class?: string | undefined
  inputmode?: string | undefined
  autocomplete?: string | undefined
  pattern?: string | undefined
  attributes?: Attributes | undefined
}

export type DateInputProps = Pick<
  FieldProps,
  'hint' | 'error' | 'class' | 'group' | 'attributes'
> & {
  id: string
  /** `due` makes the names `due-day`, `due-month` and `due-year`. */
  namePrefix?: string | undefined
  fieldset?: ChoiceFieldset | undefined
  /** By name, prefix and all. */
  values?: Record<string, string | number | undefined> | undefined
  day?: DateInputItem | undefined
  month?: DateInputItem | undefined
  year?: DateInputItem | undefined
  /** Other boxes than day, month and year. */
  items?: (DateInputItem | undefined | false)[] | undefined
}

type Box = { item: DateInputItem; name: string; value: string | number | undefined; width: 2 | 4 }

const hasClass = (item: DateInputItem, part: string): boolean => item.class?.includes(part) ?? false

const saysError = (item: DateInputItem): boolean =>
  item.error === true || hasClass(item, 'govuk-input--error')

const capitalised = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).toLowerCase()}`

/** Which of day, month and year a box is, by being one of them or by name. */
const boxes = (props: DateInputProps): Box[] => {
  const standard = [
    { key: 'day', item: props.day ?? { name: 'day', value: props.values?.day }, width: 2 as const },
    {
      key: 'month',
      item: props.month ?? { name: 'month', value: props.values?.month },
      width: 2 as const,
    },
    {
      key: 'year',
      item: props.year ?? { name: 'year', value: props.values?.year },
      width: 4 as const,
    },
  ]
  const given = props.items?.length ? props.items : standard.map((one) => one.item)
  return given.flatMap((item) => {
    if (!item) return []
    const known = standard.find(
      (one) => one.item === item || (item.name && [one.key, one.item.name].includes(item.name))
    )
    const name = item.name ?? known?.key ?? ''
    return [{ item, name, value: item.value ?? known?.item.value, width: known?.width ?? 2 }]
  })
}

export const DateInput = (props: DateInputProps) => {
  const all = boxes(props)
  const anyMarked = all.some(({ item }) => saysError(item))
  const marked = (item: DateInputItem): boolean =>
    !hasClass(item, 'govuk-input--error') &&
    (saysError(item) || (item.error !== false && Boolean(props.error) && !anyMarked))
  const help = { describedBy: props.fieldset?.describedBy, hint: props.hint, error: props.error }
  const describedBy = describedByIds(props.id, help)
  return (
    <FormGroup error={props.error} group={props.group}>
      <ChoiceFrame fieldset={props.fieldset} role="group" describedBy={describedBy}>
        <FieldHelp id={props.id} hint={props.hint} error={props.error} />
        <div
          class={joinClasses('govuk-date-input', props.class)}
          {...props.attributes}
          id={props.id || undefined}
        >
          {props.group?.before}
          {all.map(({ item, name, value, width }) => {
            const fullName = props.namePrefix ? `${props.namePrefix}-${name}` : name
            return (
              <div class="govuk-date-input__item">
                <Input
                  label={{
                    text: item.label || capitalised(name),
                    class: 'govuk-date-input__label',
                  }}
                  id={item.id || `${props.id}-${name}`}
                  class={joinClasses(
                    'govuk-date-input__input',
                    marked(item) && 'govuk-input--error',
                    !hasClass(item, 'govuk-input--width-') && `govuk-input--width-${width}`,
                    item.class
                  )}
                  name={fullName}
                  value={value ?? props.values?.[fullName]}
                  inputmode={item.inputmode || 'numeric'}
                  autocomplete={item.autocomplete}
                  pattern={item.pattern}
                  attributes={item.attributes}
                />
              </div>
            )
          })}
          {props.group?.after}
        </div>
      </ChoiceFrame>
    </FormGroup>
  )
}
