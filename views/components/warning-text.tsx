/** GOV.UK warning text: something important that could have consequences. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type WarningTextProps = {
  iconFallbackText?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const WarningText = (props: WarningTextProps) => (
  <div class={joinClasses('govuk-warning-text', props.class)} {...props.attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span>{' '}
      {props.children}
    </strong>
  </div>
)
