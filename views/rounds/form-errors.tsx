/** The summary above a form with faults, each a link to the box that it is about. */
import { ErrorSummary } from '../components/error-summary.tsx'

export type FormErrors = Readonly<Record<string, string>>

/** @param idOf where a field's fault leads; the field's own name unless given */
export const FormErrorSummary = (props: {
  errors: FormErrors
  idOf?: (field: string) => string
}) => {
  const entries = Object.entries(props.errors)
  if (entries.length === 0) return null
  return (
    <ErrorSummary
      errors={entries.map(([field, text]) => ({ text, href: `#${props.idOf?.(field) ?? field}` }))}
    />
  )
}
