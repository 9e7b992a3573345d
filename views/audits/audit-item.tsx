/** One item of an audit: its question and controls, its evidence, and what is said about saving it. */
import type { ItemForm } from '../../src/audits/rules/item-form.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { GradePicker } from '../components/grade-picker.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Textarea } from '../components/textarea.tsx'
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

export const AuditItem = (props: AuditItemProps) => {
  const { address, form, error, state, todayOn } = props
  const { item } = form
  return (
    <>
      {item.showsWhen === undefined ? '' : <Gate id={form.id} isOpen={form.isShown} />}
      <AutosaveItem id={`item-${form.id}`} action={`${address}/answers/${item.key}`}>
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
            reason={{ name: `reason:${item.key}`, value: form.reason }}
            allowNotApplicable={form.offersNotApplicable}
            error={error}
          />
        ) : (
          <MeasureFields form={form} error={error} />
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
              value={form.evidence}
            />
          </div>
        )}
        <ItemStatus form={form} state={state} todayOn={todayOn} />
        <NameQuestion id={`item-${form.id}`} names={props.names} />
        <p class="pl-item__later">
          <a class="govuk-link" href={`${address}/notes/${item.key}`}>
            {props.isMarked === true ? 'You want to come back to this' : 'Come back to this later'}
            <span class="govuk-visually-hidden">{`: ${item.short}`}</span>
          </a>
        </p>
      </AutosaveItem>
    </>
  )
}
