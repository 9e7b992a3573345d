/** GOV.UK inset text: words set apart from what stands around them. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type InsetTextProps = {
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const InsetText = (props: InsetTextProps) => (
  <div id={props.id} class={joinClasses('govuk-inset-text', props.class)} {...props.attributes}>
    {props.children}
  </div>
)
