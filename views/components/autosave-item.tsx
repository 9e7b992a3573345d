/**
 * One item that saves itself: its controls and, last, its `SavedStatus`. It stands inside one big
 * `<form method="post" autocomplete="off">` with a Save button, which does the same without JavaScript.
 * Why each attribute is as it is: views/assets/plumbline.ts.
 */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type AutosaveItemProps = {
  /** The place links lead to: `item-3`. */
  id: string
  /** Where this item alone is posted to. */
  action: string
  class?: string | undefined
  /** "Use theirs" loads the page anew: its fields depend on what is chosen in others. */
  takesTheirsByReloading?: boolean
  children?: Child
}

export const AutosaveItem = (props: AutosaveItemProps) => {
  const saving: Attributes = {
    'data-autosave': '',
    'data-theirs-by-reloading': props.takesTheirsByReloading === true ? '' : undefined,
    'hx-post': props.action,
    'hx-trigger': 'change, input delay:800ms, save-again',
    'hx-sync': 'this:queue last',
    'hx-target': 'find [data-save-status]',
    'hx-swap': 'outerMorph',
    'hx-status:409': 'swap:outerMorph',
    'hx-status:422': 'swap:outerMorph',
    'hx-status:4xx': 'swap:none',
    'hx-status:5xx': 'swap:none',
  }
  return (
    <section id={props.id} class={joinClasses('pl-item', props.class)} {...saving}>
      {props.children}
    </section>
  )
}
