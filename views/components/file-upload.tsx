/** GOV.UK file upload, the plain form or the one that takes dropped files (needs the script). */
import { type Attributes, i18n, joinClasses } from './attributes.ts'
import { describedByIds, FieldHelp, type FieldProps, FormGroup, LabelOf } from './field.tsx'

export type FileUploadProps = FieldProps & {
  multiple?: boolean | undefined
  /** The form that takes dropped files. */
  droppable?: boolean | undefined
  wrapper?: { class?: string | undefined; attributes?: Attributes | undefined } | undefined
  /** Other words for the script, by govuk-frontend's keys. */
  words?: Record<string, string | Record<string, string> | undefined> | undefined
}

export const FileUpload = (props: FileUploadProps) => {
  const id = props.id || props.name
  const input = (
    <input
      class={joinClasses(
        'govuk-file-upload',
        props.class,
        props.error && 'govuk-file-upload--error'
      )}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled || undefined}
      multiple={props.multiple || undefined}
      aria-describedby={describedByIds(id, props)}
      {...props.attributes}
    />
  )
  return (
    <FormGroup error={props.error} group={props.group}>
      <LabelOf for={id} label={props.label} />
      <FieldHelp id={id} hint={props.hint} error={props.error} />
      {props.group?.before}
      {props.droppable === true ? (
        <div
          class={joinClasses('govuk-file-upload-wrapper', props.wrapper?.class)}
          data-module="govuk-file-upload"
          {...i18n(props.words ?? {})}
          {...props.wrapper?.attributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {props.group?.after}
    </FormGroup>
  )
}
