/** One item of a draft: its words, the descriptors side by side, and the rules of when and how it is asked. */
import type { DraftItem } from '../../src/studio/store.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { Button } from '../components/button.tsx'
import { CharacterCount } from '../components/character-count.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { DraftHeading, type DraftHeadingProps, draftAddress } from './draft-heading.tsx'
import { Answers, faultOf, OfKind, Settings, ShownWhen } from './draft-item-fields.tsx'

export type DraftItemPageProps = Omit<DraftHeadingProps, 'current'> & {
  item: DraftItem
  place: number
  of: number
  /** The values of the rubric's scale, in its order. */
  grades: readonly { key: string; label: string }[]
  kinds: readonly { value: string; text: string }[]
  /** Items that could decide whether this one is shown, with the answers that could call for it. */
  deciders: readonly {
    key: string
    short: string
    answers: readonly { value: string; label: string }[]
  }[]
  longestShort: number
  /** Whether a criterion of this scale can be critical. */
  hasCritical: boolean
  /** London date. */
  todayOn: string
  itemFaults: readonly { field: string | undefined; message: string }[]
  state?: SavedStatusProps['state'] | undefined
  previous: string | undefined
  next: string | undefined
  csrf: string
}

export const DraftItemStatus = (props: Pick<DraftItemPageProps, 'item' | 'state' | 'todayOn'>) => (
  <SavedStatus
    id="saved-item"
    revisionName="revision"
    revision={props.item.revision}
    state={props.state ?? { kind: 'saved', at: props.item.changedAt, todayOn: props.todayOn }}
  />
)

/** After a change of kind or of the deciding item: the fields that depend on it, with what was typed there before. */
export const DraftItemChanged = (props: DraftItemPageProps & { hasNewKind: boolean }) => (
  <>
    <DraftItemStatus {...props} />
    {props.hasNewKind ? (
      <>
        <hx-partial hx-target="#of-kind" hx-swap="outerHTML">
          <OfKind {...props} />
        </hx-partial>
        <hx-partial hx-target="#settings" hx-swap="outerHTML">
          <Settings {...props} />
        </hx-partial>
      </>
    ) : (
      ''
    )}
    <hx-partial hx-target="#answers" hx-swap="outerHTML">
      <Answers {...props} />
    </hx-partial>
  </>
)

export const DraftItemPage = (props: DraftItemPageProps) => {
  const { item, draft } = props
  const { content } = item
  const address = `/studio/${draft.id}/items/${item.id}`
  const elsewhere = props.itemFaults.filter(({ field }) => field === undefined)
  return (
    <>
      {props.state?.kind === 'refused' || props.state?.kind === 'conflict' ? (
        <ErrorSummary
          title="This was not saved"
          errors={[
            {
              text:
                props.state.kind === 'refused'
                  ? props.state.messages.join('. ')
                  : 'Somebody else changed this item after you opened it: both are shown below',
              href: '#saved-item',
            },
          ]}
        />
      ) : (
        ''
      )}
      <DraftHeading {...props} current="items" />
      <h2>{`Item ${props.place} of ${props.of}: ${content.short || 'not named yet'}`}</h2>
      {elsewhere.map(({ message }) => (
        <p class="govuk-error-message">{message}</p>
      ))}
      <form method="post" action={address} autocomplete="off">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <AutosaveItem id="item" action={address} class="pl-studio__fields" takesTheirsByReloading>
          {item.baseKey === null ? (
            <>
              <Input
                name="key"
                label="Key"
                hint={`Never changes once published. The rubric's short prefix, a full stop and a name, such as ${draft.key.split('_')[0]}.clarity`}
                value={content.key}
                error={faultOf(props, 'key')}
                spellcheck={false}
                class="govuk-input--width-20"
              />
              <Select
                name="kind"
                label="Kind of answer"
                hint="Without JavaScript, save after changing this to see its fields."
                value={content.kind}
                items={[...props.kinds]}
                error={faultOf(props, 'kind')}
              />
            </>
          ) : (
            <>
              <p class="pl-muted">
                {`Key ${content.key} · ${props.kinds.find(({ value }) => value === content.kind)?.text ?? content.kind}. Both stay: answers under one key are comparable for ever.`}
              </p>
              <input type="hidden" name="key" value={content.key} />
              <input type="hidden" name="kind" value={content.kind} />
              {faultOf(props, 'key', 'kind') === '' ? (
                ''
              ) : (
                <p class="govuk-error-message">{faultOf(props, 'key', 'kind')}</p>
              )}
            </>
          )}
          <CharacterCount
            name="short"
            label={{ text: 'Short name', class: 'govuk-label--s' }}
            hint="For charts, reasons and tables."
            maxLength={props.longestShort}
            rows={1}
            value={content.short}
            error={faultOf(props, 'short')}
          />
          <Textarea
            name="question"
            label={{ text: 'Question', class: 'govuk-label--s' }}
            rows={2}
            value={content.question}
            error={faultOf(props, 'question')}
          />
          <Textarea
            name="guidance"
            label={{ text: 'Where in the record to look', class: 'govuk-label--s' }}
            rows={3}
            value={content.guidance}
            error={faultOf(props, 'guidance')}
          />
          <OfKind {...props} />
          <Settings {...props} />
          <ShownWhen {...props} />
          <DraftItemStatus {...props} />
        </AutosaveItem>
        <div class="govuk-button-group">
          <Button name="go" value="here">
            Save
          </Button>
          {props.next === undefined ? (
            ''
          ) : (
            <Button name="go" value="next" class="govuk-button--secondary">
              Save and go to the next item
            </Button>
          )}
          <Button name="go" value="list" class="govuk-button--secondary">
            Save and go to the list
          </Button>
          {props.previous === undefined ? (
            ''
          ) : (
            <a class="govuk-link" href={`/studio/${draft.id}/items/${props.previous}`}>
              Previous item
            </a>
          )}
          <a class="govuk-link" href={draftAddress(draft)}>
            All items
          </a>
        </div>
      </form>
    </>
  )
}
