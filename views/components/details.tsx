/** GOV.UK details: help that opens on request. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type DetailsProps = {
  summary: Child
  open?: boolean | undefined
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const Details = (props: DetailsProps) => (
  <details
    id={props.id}
    class={joinClasses('govuk-details', props.class)}
    {...props.attributes}
    open={props.open}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
)
