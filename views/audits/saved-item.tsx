/** The answer to an autosave: what is said about the item, and what else on the page it changed. */
import type { ItemForm } from '../../src/audits/rules/item-form.ts'
import type { SideState, SideStepFacts } from '../../src/audits/rules/side-facts.ts'
import type { SavedStatusProps } from '../components/saved-status.tsx'
import { SafetyPanel, type SafetyPanelProps } from '../safety/safety-panel.tsx'
import { Gate, ItemStatus } from './audit-item.tsx'
import { SideChanges } from './audit-side.tsx'
import { NameQuestionChange } from './name-question.tsx'

export type SavedItemProps = {
  address: string
  form: ItemForm
  state?: SavedStatusProps['state'] | undefined
  /** What looks like a name in what was saved. */
  names?: readonly string[] | undefined
  /** Follow-ups that came or went: a gate's id, and whether it is open now. */
  gates: { id: string; isOpen: boolean }[]
  /** Given with the answer on which a safety notice depends. */
  safety?: SafetyPanelProps | undefined
  side: SideState
  /** Given when this save finished the part, or unfinished it. */
  step?: SideStepFacts | undefined
}

export const SavedItem = (props: SavedItemProps) => (
  <>
    <ItemStatus form={props.form} state={props.state} />
    <NameQuestionChange id={`item-${props.form.id}`} names={props.names} />
    {props.gates.map((gate) => (
      <hx-partial hx-target={`#gate-${gate.id}`} hx-swap="outerMorph">
        <Gate {...gate} />
      </hx-partial>
    ))}
    {props.safety === undefined ? (
      ''
    ) : (
      <hx-partial hx-target="#safety-panel" hx-swap="outerMorph">
        <SafetyPanel {...props.safety} />
      </hx-partial>
    )}
    <SideChanges address={props.address} facts={props.side} step={props.step} />
  </>
)
