/**
 * What all fields of a form share: the group, its label, hint and error message, and which of them describe the
 * input. Each kind of input is its own component.
 */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses, joinIds } from './attributes.ts'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** Words, or words with what else they need. */
export type FieldText =
  | string
  | { text: Child; class?: string | undefined; attributes?: Attributes | undefined }

export type FieldLabel =
  | string
  | {
      text: Child
      class?: string | undefined
      isPageHeading?: boolean | undefined
      attributes?: Attributes | undefined
    }

export type FieldError =
  | string
  | {
      text: Child
      class?: string | undefined
      visuallyHiddenText?: string | undefined
      attributes?: Attributes | undefined
    }

/** The group around a field; `before` and `after` stand next to the input. */
export type FieldGroup = {
  class?: string | undefined
  attributes?: Attributes | undefined
  before?: Child
  after?: Child
}

/** What every field takes. An empty `error` is no error, so that `errors.email` can be handed over as it is. */
export type FieldProps = {
  name: string
  /** The name, unless given. */
  id?: string | undefined
  label?: FieldLabel | undefined
  hint?: FieldText | undefined
  error?: FieldError | undefined
  describedBy?: string | undefined
  class?: string | undefined
  disabled?: boolean | undefined
  group?: FieldGroup | undefined
  /** Extra attributes of the input itself. */
  attributes?: Attributes | undefined
}

const spec = <T extends { text: Child }>(
  words: string | T | undefined
): T | { text: string } | undefined =>
  typeof words === 'string' ? (words === '' ? undefined : { text: words }) : words

/** The ids that describe an input: those given, then its hint, then its error. */
export const describedByIds = (
  id: string,
  field: Pick<FieldProps, 'describedBy' | 'hint' | 'error'>
): string | undefined =>
  joinIds(field.describedBy, field.hint && `${id}-hint`, field.error && `${id}-error`)

type HelpProps = Pick<FieldProps, 'hint' | 'error'> & { id: string }

/** Hint and error message, with the ids that `describedByIds` names. */
export const FieldHelp = ({ id, ...field }: HelpProps) => {
  const hint = spec(field.hint)
  const error = spec(field.error)
  return (
    <>
      {hint === undefined ? '' : <HintOf id={`${id}-hint`} {...hint} />}
      {error === undefined ? '' : <ErrorOf id={`${id}-error`} {...error} />}
    </>
  )
}

type Described = {
  id: string
  text: Child
  class?: string | undefined
  attributes?: Attributes | undefined
}

const HintOf = ({ text, ...rest }: Described) => <Hint {...rest}>{text}</Hint>

const ErrorOf = ({ text, ...rest }: Described & { visuallyHiddenText?: string | undefined }) => (
  <ErrorMessage {...rest}>{text}</ErrorMessage>
)

/** The label of a field. */
export const LabelOf = (props: { for: string; label: FieldLabel | undefined }) => {
  const label = spec(props.label)
  if (label === undefined) return null
  const { text, ...rest } = label
  return (
    <Label for={props.for} {...rest}>
      {text}
    </Label>
  )
}

type FormGroupProps = {
  error?: FieldError | undefined
  group?: FieldGroup | undefined
  children?: Child
}

/** The box around a field, marked when it is in error. */
export const FormGroup = ({ error, group, children }: FormGroupProps) => (
  <div
    class={joinClasses('govuk-form-group', error && 'govuk-form-group--error', group?.class)}
    {...group?.attributes}
  >
    {children}
  </div>
)
