/** GOV.UK panel: what was just done, or an interruption before going on. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'
import { Button } from './button.tsx'
import { Heading } from './heading.tsx'

type PanelAction = {
  text: Child
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export type PanelProps = {
  title: Child
  headingLevel?: number | undefined
  class?: string | undefined
  /** With the class `govuk-panel--interruption` only. */
  actions?:
    | {
        items?: PanelAction[] | undefined
        class?: string | undefined
        attributes?: Attributes | undefined
      }
    | undefined
  attributes?: Attributes | undefined
  children?: Child
}

const Action = ({ text, ...action }: PanelAction) =>
  !action.href || action.type === 'button' ? (
    <Button
      type={action.type ?? 'button'}
      class={joinClasses('govuk-button--inverse', action.class)}
      href={action.href}
      attributes={action.attributes}
    >
      {text}
    </Button>
  ) : (
    <a
      class={joinClasses('govuk-link govuk-link--inverse', action.class)}
      href={action.href}
      {...action.attributes}
    >
      {text}
    </a>
  )

export const Panel = (props: PanelProps) => {
  const interrupts = props.class?.includes('govuk-panel--interruption') ?? false
  const actions = interrupts ? props.actions : undefined
  return (
    <div
      class={joinClasses('govuk-panel', !interrupts && 'govuk-panel--confirmation', props.class)}
      {...props.attributes}
    >
      <Heading level={props.headingLevel || 1} class="govuk-panel__title">
        {props.title}
      </Heading>
      {props.children ? <div class="govuk-panel__body">{props.children}</div> : ''}
      {actions === undefined ? (
        ''
      ) : (
        <div class={joinClasses('govuk-panel__actions', actions.class)} {...actions.attributes}>
          {actions.items?.length ? (
            <div class="govuk-button-group">
              {actions.items.map((action, index) => (
                <>
                  {index === 0 ? '' : ' '}
                  <Action {...action} />
                </>
              ))}
            </div>
          ) : (
            ''
          )}
        </div>
      )}
    </div>
  )
}
