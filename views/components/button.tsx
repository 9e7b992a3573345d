/** GOV.UK button, or a link that looks like one when it has an address. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type ButtonProps = {
  /** With an address it is a link. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | number | undefined
  disabled?: boolean | undefined
  id?: string | undefined
  class?: string | undefined
  isStart?: boolean | undefined
  /** Ignores a second click within a second (needs the script). */
  preventDoubleClick?: boolean | undefined
  attributes?: Attributes | undefined
  children?: Child
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

export const Button = (props: ButtonProps) => {
  const common = {
    class: joinClasses(
      'govuk-button',
      props.class,
      props.isStart === true && 'govuk-button--start'
    ),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  }
  const icon = props.isStart === true ? <StartIcon /> : ''
  // A start button is a flex box, which would swallow the spaces between elements inside it.
  const isRich = props.isStart === true && typeof props.children !== 'string'
  const words = isRich ? <span>{props.children}</span> : props.children
  if (props.href) {
    const link: Attributes = { href: props.href, role: 'button', draggable: 'false', ...common }
    return (
      <a {...link}>
        {words}
        {icon}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled === true ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {words}
      {icon}
    </button>
  )
}
