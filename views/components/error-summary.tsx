/** GOV.UK error summary: every fault of a form at once, each a link to its field. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type ErrorSummaryProps = {
  title?: Child
  description?: Child
  errors?:
    | { text: Child; href?: string | undefined; attributes?: Attributes | undefined }[]
    | undefined
  disableAutoFocus?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export const ErrorSummary = (props: ErrorSummaryProps) => (
  <div
    class={joinClasses('govuk-error-summary', props.class)}
    data-disable-auto-focus={props.disableAutoFocus}
    {...props.attributes}
    data-module="govuk-error-summary"
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
      <div class="govuk-error-summary__body">
        {props.description ? <p>{props.description}</p> : ''}
        {props.errors === undefined || props.errors.length === 0 ? (
          ''
        ) : (
          <ul class="govuk-list govuk-error-summary__list">
            {props.errors.map((error) => (
              <li>
                {error.href ? (
                  <a href={error.href} {...error.attributes}>
                    {error.text}
                  </a>
                ) : (
                  error.text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)
