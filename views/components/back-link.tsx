/** GOV.UK back link. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type BackLinkProps = {
  href?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  /** "Back" when nothing is given. */
  children?: Child
}

export const BackLink = (props: BackLinkProps) => (
  <a
    href={props.href || '#'}
    class={joinClasses('govuk-back-link', props.class)}
    {...props.attributes}
  >
    {props.children || 'Back'}
  </a>
)
