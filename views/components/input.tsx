/** GOV.UK text input: one line. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, FormGroup, LabelOf } from './field.tsx'

type Affix = { text: Child; class?: string | undefined; attributes?: Attributes | undefined }

export type InputProps = FieldProps & {
  value?: string | number | undefined
  type?: string | undefined
  inputmode?: string | undefined
  autocomplete?: string | undefined
  autocapitalize?: string | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  prefix?: Affix | undefined
  suffix?: Affix | undefined
  wrapper?: { class?: string | undefined; attributes?: Attributes | undefined } | undefined
}

const AffixOf = ({ affix, kind }: { affix: Affix; kind: 'prefix' | 'suffix' }) => (
  <div
    class={joinClasses(`govuk-input__${kind}`, affix.class)}
    aria-hidden="true"
    {...affix.attributes}
  >
    {affix.text}
  </div>
)

export const Input = (props: InputProps) => {
  const id = props.id || props.name
  const attributes: Attributes = {
    class: joinClasses('govuk-input', props.class, props.error && 'govuk-input--error'),
    id,
    name: props.name,
    type: props.type || 'text',
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    value: props.value,
    disabled: props.disabled || undefined,
    'aria-describedby': describedByIds(id, props),
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    inputmode: props.inputmode,
    ...props.attributes,
  }
  const wrapped =
    props.prefix?.text || props.suffix?.text || props.group?.before || props.group?.after
  return (
    <FormGroup error={props.error} group={props.group}>
      <LabelOf for={id} label={props.label} />
      <FieldHelp id={id} hint={props.hint} error={props.error} />
      {wrapped ? (
        <div
          class={joinClasses('govuk-input__wrapper', props.wrapper?.class)}
          {...props.wrapper?.attributes}
        >
          {props.group?.before}
          {props.prefix?.text ? <AffixOf affix={props.prefix} kind="prefix" /> : ''}
          <input {...attributes} />
          {props.suffix?.text ? <AffixOf affix={props.suffix} kind="suffix" /> : ''}
          {props.group?.after}
        </div>
      ) : (
        <input {...attributes} />
      )}
    </FormGroup>
  )
}
