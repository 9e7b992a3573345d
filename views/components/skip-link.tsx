/** GOV.UK skip link: past the header, for those who use a keyboard. */
import type { Child } from 'hono/jsx'
import type { Attributes } from './attributes.ts'
import { joinClasses } from './attributes.ts'

export type SkipLinkProps = {
  href?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const SkipLink = (props: SkipLinkProps) => (
  <a
    href={props.href || '#content'}
    class={joinClasses('govuk-skip-link', props.class)}
    {...props.attributes}
    data-module="govuk-skip-link"
  >
    {props.children}
  </a>
)
