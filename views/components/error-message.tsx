/** GOV.UK error message: what is wrong with one field and what would be right. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type ErrorMessageProps = {
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  /** Said before the message to those who do not see its colour; an empty string leaves it out. */
  visuallyHiddenText?: string | undefined
  children?: Child
}

export const ErrorMessage = (props: ErrorMessageProps) => {
  const hidden = props.visuallyHiddenText ?? 'Error'
  return (
    <p id={props.id} class={joinClasses('govuk-error-message', props.class)} {...props.attributes}>
      {hidden === '' ? (
        ''
      ) : (
        <>
          <span class="govuk-visually-hidden">{hidden}:</span>{' '}
        </>
      )}
      {props.children}
    </p>
  )
}
