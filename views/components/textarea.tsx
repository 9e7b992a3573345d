/** GOV.UK text area: more than one line. */
import { joinClasses } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, FormGroup, LabelOf } from './field.tsx'

export type TextareaProps = FieldProps & {
  value?: string | undefined
  rows?: number | string | undefined
  spellcheck?: boolean | undefined
  autocomplete?: string | undefined
}

/** The first line break after the tag is dropped by every HTML parser, so text that begins with one gets another. */
export const keepFirstLineBreak = (text: string | undefined): string =>
  text === undefined ? '' : /^\r?\n/.test(text) ? `\n${text}` : text

export const Textarea = (props: TextareaProps) => {
  const id = props.id || props.name
  return (
    <FormGroup error={props.error} group={props.group}>
      <LabelOf for={id} label={props.label} />
      <FieldHelp id={id} hint={props.hint} error={props.error} />
      {props.group?.before}
      <textarea
        class={joinClasses('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={Number(props.rows ?? 5) || 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled || undefined}
        aria-describedby={describedByIds(id, props)}
        autocomplete={props.autocomplete || undefined}
        {...props.attributes}
      >
        {keepFirstLineBreak(props.value)}
      </textarea>
      {props.group?.after}
    </FormGroup>
  )
}
