/** Filters above a list or a chart: a form whose answers go into the address, so that a view can be sent to somebody. */
import type { Child } from 'hono/jsx'
import type { Attributes } from './attributes.ts'
import { Button } from './button.tsx'

export type FilterBarProps = {
  action: string
  /** What the filters choose, for screen readers. */
  label: string
  submitText?: string
  /** At the right end: downloads and the like. */
  end?: Child
  attributes?: Attributes | undefined
  /** `Select` and `Input` with short labels. */
  children?: Child
}

export const FilterBar = (props: FilterBarProps) => (
  <form
    class="pl-filters"
    method="get"
    action={props.action}
    aria-label={props.label}
    {...props.attributes}
  >
    {props.children}
    <Button class="govuk-button--secondary">{props.submitText ?? 'Show'}</Button>
    {props.end === undefined ? '' : <div class="pl-filters__end">{props.end}</div>}
  </form>
)
