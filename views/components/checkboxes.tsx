/** GOV.UK checkboxes: any number of answers. */
import { joinClasses } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, FormGroup } from './field.tsx'
import { Choice, type ChoiceFieldset, ChoiceFrame, type ChoiceItem } from './radios.tsx'

export type CheckboxesProps = Pick<
  FieldProps,
  'name' | 'hint' | 'error' | 'describedBy' | 'class' | 'group' | 'attributes'
> & {
  idPrefix?: string | undefined
  fieldset?: ChoiceFieldset | undefined
  items: (ChoiceItem | undefined | false)[]
  /** The values of the chosen items. */
  values?: (string | number)[] | undefined
}

export const Checkboxes = (props: CheckboxesProps) => {
  const prefix = props.idPrefix || props.name
  const chosen = props.values?.map(String) ?? []
  const describedBy = describedByIds(prefix, {
    describedBy: props.fieldset?.describedBy ?? props.describedBy,
    hint: props.hint,
    error: props.error,
  })
  return (
    <FormGroup error={props.error} group={props.group}>
      <ChoiceFrame fieldset={props.fieldset} describedBy={describedBy}>
        <FieldHelp id={prefix} hint={props.hint} error={props.error} />
        <div
          class={joinClasses('govuk-checkboxes', props.class)}
          {...props.attributes}
          data-module="govuk-checkboxes"
        >
          {props.group?.before}
          {props.items.map((item, index) => {
            if (!item) return ''
            if ('divider' in item)
              return <div class="govuk-checkboxes__divider">{item.divider}</div>
            return (
              <Choice
                kind="checkboxes"
                item={item}
                id={item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`)}
                name={item.name || props.name}
                checked={item.checked ?? chosen.includes(String(item.value ?? ''))}
                describedBy={props.fieldset === undefined ? describedBy : undefined}
              />
            )
          })}
          {props.group?.after}
        </div>
      </ChoiceFrame>
    </FormGroup>
  )
}
