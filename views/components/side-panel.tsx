/**
 * The panel that stays in view beside the work: indicative grade and why, progress, where you are. A save answers with
 * a new one in `<hx-partial hx-target="#side-panel" hx-swap="outerMorph">`, which takes no focus.
 */
import type { Child } from 'hono/jsx'
import { joinClasses } from './attributes.ts'

export type SidePanelProps = {
  /** What the panel is about, for screen readers. */
  label: string
  id?: string
  sections: { title: string; content: Child }[]
  /** The parts of the work, in order. */
  steps?: SideStepProps[] | undefined
}

export type SideStepProps = {
  /** So that a save can swap this step alone. */
  id?: string | undefined
  text: string
  href?: string | undefined
  isDone?: boolean
  isCurrent?: boolean
}

export const SideStep = (props: SideStepProps) => (
  <li
    id={props.id}
    class={joinClasses('pl-side__step', props.isDone === true && 'pl-side__step--done')}
    aria-current={props.isCurrent === true ? 'step' : undefined}
  >
    <span>
      {props.href === undefined || props.isCurrent === true ? (
        props.text
      ) : (
        <a class="govuk-link" href={props.href}>
          {props.text}
        </a>
      )}
      {props.isDone === true ? <span class="govuk-visually-hidden"> (done)</span> : ''}
    </span>
  </li>
)

export const SidePanel = (props: SidePanelProps) => (
  <aside class="pl-side" id={props.id ?? 'side-panel'} aria-label={props.label}>
    {props.sections.map((section) => (
      <>
        <h2 class="pl-side__title">{section.title}</h2>
        {section.content}
      </>
    ))}
    {props.steps === undefined ? (
      ''
    ) : (
      <ol class="pl-side__steps">
        {props.steps.map((step) => (
          <SideStep {...step} />
        ))}
      </ol>
    )}
  </aside>
)
