/** GOV.UK radios: one answer of several. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses, joinIds } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, type FieldText, FormGroup } from './field.tsx'
import { Fieldset, type Legend } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One choice, or a word such as "or" between choices. */
export type ChoiceItem =
  | { divider: string }
  | {
      text: Child
      value?: string | number | undefined
      id?: string | undefined
      /** Overrules the value of the whole. */
      checked?: boolean | undefined
      disabled?: boolean | undefined
      hint?: FieldText | undefined
      label?: { class?: string | undefined; attributes?: Attributes | undefined } | undefined
      /** What shows once this is chosen (always, without the script). */
      conditional?: Child
      /** Checkboxes only. */
      name?: string | undefined
      /** Checkboxes only: choosing it clears the others. */
      behaviour?: 'exclusive' | undefined
      attributes?: Attributes | undefined
    }

/** The fieldset around choices. */
export type ChoiceFieldset = {
  legend?: Legend | undefined
  describedBy?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export type RadiosProps = Pick<
  FieldProps,
  'name' | 'hint' | 'error' | 'class' | 'group' | 'attributes'
> & {
  idPrefix?: string | undefined
  fieldset?: ChoiceFieldset | undefined
  items: (ChoiceItem | undefined | false)[]
  /** The value of the chosen item. */
  value?: string | number | undefined
}

type ChoiceProps = {
  kind: 'radios' | 'checkboxes'
  item: Exclude<ChoiceItem, { divider: string }>
  id: string
  name: string
  checked: boolean
  describedBy?: string | undefined
}

/** One radio or checkbox with its label, hint and what it reveals. */
export const Choice = ({ kind, item, id, name, checked, describedBy }: ChoiceProps) => {
  const hint = typeof item.hint === 'string' ? { text: item.hint } : item.hint
  const hintId = hint?.text ? `${id}-item-hint` : undefined
  const conditionalId = `conditional-${id}`
  const block = `govuk-${kind}`
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value ?? ''}
          checked={checked}
          disabled={item.disabled || undefined}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={joinIds(describedBy, hintId)}
          {...item.attributes}
        />
        <Label
          class={joinClasses(`${block}__label`, item.label?.class)}
          attributes={item.label?.attributes}
          for={id}
        >
          {item.text}
        </Label>
        {hint?.text ? (
          <Hint
            id={hintId}
            class={joinClasses(`${block}__hint`, hint.class)}
            attributes={hint.attributes}
          >
            {hint.text}
          </Hint>
        ) : (
          ''
        )}
      </div>
      {item.conditional ? (
        <div
          class={joinClasses(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      ) : (
        ''
      )}
    </>
  )
}

/** The fieldset, if there is one, around the choices. */
export const ChoiceFrame = (props: {
  fieldset: ChoiceFieldset | undefined
  describedBy: string | undefined
  role?: string | undefined
  children?: Child
}) => {
  if (props.fieldset === undefined) return <>{props.children}</>
  const { describedBy: _, ...fieldset } = props.fieldset
  return (
    <Fieldset {...fieldset} role={props.role} describedBy={props.describedBy}>
      {props.children}
    </Fieldset>
  )
}

const isChecked = (item: ChoiceProps['item'], chosen: string | number | undefined): boolean =>
  item.checked ?? (chosen ? String(item.value ?? '') === String(chosen) : false)

export const Radios = (props: RadiosProps) => {
  const prefix = props.idPrefix || props.name
  const help = { describedBy: props.fieldset?.describedBy, hint: props.hint, error: props.error }
  return (
    <FormGroup error={props.error} group={props.group}>
      <ChoiceFrame fieldset={props.fieldset} describedBy={describedByIds(prefix, help)}>
        <FieldHelp id={prefix} hint={props.hint} error={props.error} />
        <div
          class={joinClasses('govuk-radios', props.class)}
          {...props.attributes}
          data-module="govuk-radios"
        >
          {props.group?.before}
          {props.items.map((item, index) => {
            if (!item) return ''
            if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
            return (
              <Choice
                kind="radios"
                item={item}
                id={item.id || (index === 0 ? prefix : `${prefix}-${index + 1}`)}
                name={props.name}
                checked={isChecked(item, props.value)}
              />
            )
          })}
          {props.group?.after}
        </div>
      </ChoiceFrame>
    </FormGroup>
  )
}
