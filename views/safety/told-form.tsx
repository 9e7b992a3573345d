/** The form in which it is recorded who was rung about a child who may not be safe. */
import type { Attributes } from '../components/attributes.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { ToldFields, type ToldFieldsProps } from './told-fields.tsx'

export type ToldFormProps = Omit<ToldFieldsProps, 'hint'> & {
  action: string
  csrf: string
  /** The page to come back to. */
  from: 'audit' | 'notice'
}

/**
 * In an audit the panel alone is sent again, so that what is being typed below stays. Taken whole: a morph would leave
 * what was recorded in the form for the next person. What htmx cannot get an answer to is posted plainly.
 */
const inPlace = (action: string): Attributes => ({
  'hx-post': action,
  'hx-target': '#safety-panel',
  'hx-swap': 'outerHTML',
  'hx-status:422': 'swap:outerHTML',
  'hx-status:4xx': 'swap:none',
  'data-plain-again': '',
})

export const ToldForm = (props: ToldFormProps) => {
  const { errors = {} } = props
  return (
    <form
      method="post"
      action={props.action}
      autocomplete="off"
      class="pl-told"
      {...(props.from === 'audit' ? inPlace(props.action) : {})}
    >
      {props.from === 'audit' && Object.keys(errors).length > 0 ? (
        <ErrorSummary
          errors={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))}
          attributes={{ tabindex: -1, autofocus: true }}
        />
      ) : (
        ''
      )}
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="from" value={props.from} />
      <ToldFields
        {...props}
        hint={
          props.from === 'audit'
            ? 'Those to whom the notice went. For anybody else, leave this and type the name.'
            : 'Somebody of the council. For anybody else, leave this and type the name.'
        }
      />
      <Button>Record who was told</Button>
    </form>
  )
}
