/** One item of an audit: its question and controls, its evidence, and what is said about saving it. */
import type { Child } from 'hono/jsx'
import type { ItemForm } from '../../src/audits/rules/item-form.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { GradePicker } from '../components/grade-picker.tsx'
import { keepHtml } from '../components/kept-html.ts'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { keepFirstLineBreak, Textarea } from '../components/textarea.tsx'
import { MeasureFields } from './measure-fields.tsx'
import { NameQuestion } from './name-question.tsx'

export type AuditItemProps = {
  /** Of the audit: `/audits/…`. */
  address: string
  form: ItemForm
  /** What is wrong with what was sent. */
  error?: string | undefined
  /** When it is not simply saved or empty. */
  state?: SavedStatusProps['state'] | undefined
  todayOn?: string | undefined
  /** The auditor wants to come back to it. */
  isMarked?: boolean | undefined
  /** What looks like a name in what was saved. */
  names?: readonly string[] | undefined
}

/**
 * Stands before a follow-up and hides it unless it is open (_audit.scss). A save swaps this alone, so that a follow-up
 * comes and goes with whatever is typed in it.
 */
export const Gate = ({ id, isOpen }: { id: string; isOpen: boolean }) => (
  <span class={`pl-gate${isOpen ? ' pl-gate--open' : ''}`} id={`gate-${id}`}></span>
)

export const ItemStatus = (props: {
  form: Pick<ItemForm, 'id' | 'item' | 'revision' | 'savedAt'>
  state?: SavedStatusProps['state'] | undefined
  todayOn?: string | undefined
}) => (
  <SavedStatus
    id={`saved-${props.form.id}`}
    revisionName={`revision:${props.form.item.key}`}
    revision={props.form.revision}
    state={
      props.state ??
      (props.form.savedAt === undefined
        ? { kind: 'empty' }
        : { kind: 'saved', at: props.form.savedAt, todayOn: props.todayOn })
    }
  />
)

const evidenceLabel = (form: ItemForm): string =>
  form.evidenceIsOptional
    ? 'What in the record shows this? (optional)'
    : 'What in the record shows this?'

/** What stands on the page of an item besides its rubric's words and what is chosen. */
type ItemWords = {
  address: string
  reason: string
  evidence: string
  status: Child
  nameQuestion: Child
}

const ItemFields = (props: AuditItemProps & { words: ItemWords }) => {
  const { form, error, words } = props
  const { item } = form
  return (
    <AutosaveItem id={`item-${form.id}`} action={`${words.address}/answers/${item.key}`}>
      {item.kind === 'grade' ? (
        <GradePicker
          name={`value:${item.key}`}
          id={form.id}
          question={item.question}
          questionLevel={2}
          guidance={item.guidance}
          isCritical={item.critical}
          grades={[...form.descriptors]}
          value={form.values[0]}
          reason={{ name: `reason:${item.key}`, value: words.reason }}
          allowNotApplicable={form.offersNotApplicable}
          error={error}
        />
      ) : (
        <MeasureFields form={{ ...form, reason: words.reason }} error={error} />
      )}
      {item.kind === 'text' ? (
        ''
      ) : (
        <div class="pl-item__evidence">
          <Textarea
            name={`evidence:${item.key}`}
            id={`${form.id}-evidence`}
            rows={item.kind === 'grade' ? 4 : 2}
            label={{ text: evidenceLabel(form), class: 'govuk-label--s' }}
            value={words.evidence}
          />
        </div>
      )}
      {words.status}
      {words.nameQuestion}
      <p class="pl-item__later">
        <a class="govuk-link" href={`${words.address}/notes/${item.key}`}>
          {props.isMarked === true ? 'You want to come back to this' : 'Come back to this later'}
          <span class="govuk-visually-hidden">{`: ${item.short}`}</span>
        </a>
      </p>
    </AutosaveItem>
  )
}

const keptItem = keepHtml<ItemForm['item']>()

/** Numbers and texts are typed, so that their fields are of as many shapes as there are answers. */
const isChosen = ({ item }: ItemForm): boolean => item.kind !== 'number' && item.kind !== 'text'

export const AuditItem = (props: AuditItemProps) => {
  const { address, form, state, todayOn } = props
  const { item } = form
  const words: ItemWords = {
    address,
    reason: form.reason,
    evidence: form.evidence,
    status: <ItemStatus form={form} state={state} todayOn={todayOn} />,
    nameQuestion: <NameQuestion id={`item-${form.id}`} names={props.names} />,
  }
  return (
    <>
      {item.showsWhen === undefined ? '' : <Gate id={form.id} isOpen={form.isShown} />}
      {isChosen(form) && props.error === undefined ? (
        keptItem(
          item,
          JSON.stringify([form.values, props.isMarked === true]),
          {
            ...words,
            reason: keepFirstLineBreak(form.reason),
            evidence: keepFirstLineBreak(form.evidence),
          },
          (slots) => <ItemFields {...props} words={slots} />
        )
      ) : (
        <ItemFields {...props} words={words} />
      )}
    </>
  )
}
