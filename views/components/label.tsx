/** GOV.UK label of one field. Nothing at all when it has no words. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type LabelProps = {
  for?: string | undefined
  class?: string | undefined
  isPageHeading?: boolean | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const Label = (props: LabelProps) => {
  if (!props.children) return null
  const label = (
    <label
      class={joinClasses('govuk-label', props.class)}
      {...props.attributes}
      for={props.for || undefined}
    >
      {props.children}
    </label>
  )
  return props.isPageHeading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
