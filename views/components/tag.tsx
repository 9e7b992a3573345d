/** GOV.UK tag: the state of a thing in a word. Grades have a look of their own: `GradeTag`. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type TagProps = {
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const Tag = (props: TagProps) => (
  <strong class={joinClasses('govuk-tag', props.class)} {...props.attributes}>
    {props.children}
  </strong>
)
