/** GOV.UK fieldset: fields that answer one question, under its legend. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

/** What the fieldset asks: plain words, or words with a class or as the heading of the page. */
export type Legend =
  | string
  | { text: Child; class?: string | undefined; isPageHeading?: boolean | undefined }

export type FieldsetProps = {
  legend?: Legend | undefined
  describedBy?: string | undefined
  role?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  children?: Child
}

export const Fieldset = (props: FieldsetProps) => {
  const legend = typeof props.legend === 'string' ? { text: props.legend } : props.legend
  const group = {
    role: props.role || undefined,
    'aria-describedby': props.describedBy || undefined,
  }
  return (
    <fieldset class={joinClasses('govuk-fieldset', props.class)} {...group} {...props.attributes}>
      {legend?.text ? (
        <legend class={joinClasses('govuk-fieldset__legend', legend.class)}>
          {legend.isPageHeading === true ? (
            <h1 class="govuk-fieldset__heading">{legend.text}</h1>
          ) : (
            legend.text
          )}
        </legend>
      ) : (
        ''
      )}
      {props.children}
    </fieldset>
  )
}
