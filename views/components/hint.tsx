/** GOV.UK hint: help that stands before a field. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type HintProps = {
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const Hint = (props: HintProps) => (
  <div id={props.id} class={joinClasses('govuk-hint', props.class)} {...props.attributes}>
    {props.children}
  </div>
)
