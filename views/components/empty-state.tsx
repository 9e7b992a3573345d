/** What stands where there is nothing to show: that it is so, why, and what to do about it. */
import type { Child } from 'hono/jsx'

export type EmptyStateProps = { title: string; children?: Child }

export const EmptyState = (props: EmptyStateProps) => (
  <div class="pl-empty">
    <p class="pl-empty__title">{props.title}</p>
    {props.children}
  </div>
)
