/** GOV.UK password input, with a button that shows what was typed (needs the script). */
import type { Child } from 'hono/jsx'
import { i18n, joinClasses } from './attributes.ts'
import { Button } from './button.tsx'
import type { FieldProps } from './field.tsx'
import { Input } from './input.tsx'

export type PasswordInputProps = FieldProps & {
  value?: string | undefined
  autocomplete?: 'current-password' | 'new-password' | undefined
  button?: { class?: string | undefined } | undefined
  /** Other words for the button and what is said when it is used. */
  words?:
    | {
        show?: string | undefined
        hide?: string | undefined
        showLabel?: string | undefined
        hideLabel?: string | undefined
        shown?: string | undefined
        hidden?: string | undefined
      }
    | undefined
}

const ShowButton = (props: PasswordInputProps & { controls: string; after?: Child }) => (
  <>
    <Button
      type="button"
      class={joinClasses(
        'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
        props.button?.class
      )}
      attributes={{
        'aria-controls': props.controls,
        'aria-label': props.words?.showLabel ?? 'Show password',
        hidden: true,
      }}
    >
      {props.words?.show ?? 'Show'}
    </Button>
    {props.after}
  </>
)

export const PasswordInput = (props: PasswordInputProps) => {
  const id = props.id || props.name
  const { words, button: _, group, ...field } = props
  return (
    <Input
      {...field}
      id={id}
      group={{
        class: joinClasses('govuk-password-input', group?.class),
        attributes: {
          'data-module': 'govuk-password-input',
          ...i18n({
            'show-password': words?.show,
            'hide-password': words?.hide,
            'show-password-aria-label': words?.showLabel,
            'hide-password-aria-label': words?.hideLabel,
            'password-shown-announcement': words?.shown,
            'password-hidden-announcement': words?.hidden,
          }),
          ...group?.attributes,
        },
        before: group?.before,
        after: <ShowButton {...props} controls={id} after={group?.after} />,
      }}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      class={joinClasses('govuk-password-input__input govuk-js-password-input-input', props.class)}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
    />
  )
}
