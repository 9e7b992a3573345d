/**
 * What is said about the saving of one item, and the revision that its next save builds on. Every answer to an autosave
 * has this as its root element, whatever happened; views/assets/plumbline.ts says how the two work together.
 */
import type { Child } from 'hono/jsx'
import { dateOf, formatShortDate, formatTime } from '../format.ts'
import { joinClasses } from './attributes.ts'

/** One field of an item that two people, or two tabs, answered differently. */
export type ConflictingField = {
  label: string
  /** The control's name on this page, and the value, or of several choices the values, it has to take for theirs. */
  name: string
  theirsValue: string | readonly string[]
  /** As people read them. */
  mine: string
  theirs: string
}

export type SavedStatusProps = {
  id: string
  /** The hidden control that carries the revision. */
  revisionName: string
  /** The revision as the server has it now. */
  revision: number | string
  state:
    | { kind: 'empty' }
    /** An instant. `todayOn`, a London date, where it may have been on another day. */
    | { kind: 'saved'; at: string; todayOn?: string | undefined }
    /** Not saved: what is wrong and what would be right, a sentence each. */
    | { kind: 'refused'; messages: string[]; isRestSaved?: boolean | undefined }
    /** `at` where it is known when they saved. */
    | { kind: 'conflict'; by: string; at?: string | undefined; fields: ConflictingField[] }
}

/**
 * The script takes the buttons over. Without it they send the form: what is in the fields is mine, and the field
 * `theirs` names the revision field of the item of which theirs is kept.
 */
const Conflict = (props: {
  revisionName: string
  by: string
  at?: string | undefined
  fields: ConflictingField[]
}) => (
  <>
    <p class="pl-saved__text" data-save-text>
      <strong>Not saved.</strong>
      {` ${props.by} changed this${props.at === undefined ? '' : ` at ${formatTime(props.at)},`} after this page was opened. Both are below: choose which to keep.`}
    </p>
    {props.fields.map((field) => (
      <div class="pl-saved__both">
        <Words title={`Yours: ${field.label}`}>{field.mine}</Words>
        <Words title={`Theirs: ${field.label}`}>{field.theirs}</Words>
        {(typeof field.theirsValue === 'string' ? [field.theirsValue] : field.theirsValue).map(
          (value) => (
            <input type="hidden" data-theirs={field.name} value={value} />
          )
        )}
      </div>
    ))}
    <button type="submit" class="govuk-button govuk-button--secondary" data-keep="mine">
      Keep mine
    </button>
    <button
      type="submit"
      class="govuk-button govuk-button--secondary"
      name="theirs"
      value={props.revisionName}
      data-keep="theirs"
    >
      Use theirs
    </button>
  </>
)

const Words = (props: { title: string; children?: Child }) => (
  <div>
    <strong>{props.title}</strong>
    <p class="pl-saved__words">{props.children || 'Nothing yet'}</p>
  </div>
)

/** `Saved at 14:12`; of another day with its date. */
const savedWords = ({ at, todayOn }: { at: string; todayOn?: string | undefined }): string =>
  todayOn === undefined || dateOf(at) === todayOn
    ? `Saved at ${formatTime(at)}`
    : `Saved on ${formatShortDate(dateOf(at))} at ${formatTime(at)}`

const Said = ({ state, revisionName }: Pick<SavedStatusProps, 'state' | 'revisionName'>) => {
  if (state.kind === 'conflict') return <Conflict {...state} revisionName={revisionName} />
  if (state.kind === 'refused') {
    return (
      <p class="pl-saved__text" data-save-text>
        <strong>{state.isRestSaved ? 'Saved, but not all of it.' : 'Not saved.'}</strong>{' '}
        {state.messages.join(' ')}
      </p>
    )
  }
  return (
    <span class="pl-saved__text" data-save-text>
      {state.kind === 'saved' ? savedWords(state) : ''}
    </span>
  )
}

export const SavedStatus = (props: SavedStatusProps) => (
  <div
    class={joinClasses('pl-saved', `pl-saved--${props.state.kind}`)}
    id={props.id}
    role="status"
    data-save-status={props.state.kind}
  >
    <input type="hidden" name={props.revisionName} value={props.revision} />
    <Said state={props.state} revisionName={props.revisionName} />
  </div>
)
