/** The forms of the conclusions: a strength, an area to improve, an action. Each saves itself as it is typed. */
import type { ActionFields, FindingFields } from '../../src/audits/rules/finding-fields.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { Button } from '../components/button.tsx'
import { DateInput } from '../components/date-input.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { NameQuestion, NameQuestionChange } from './name-question.tsx'

export type Choice = { value: string; text: string }

type Common = {
  /** Of the audit. */
  address: string
  csrf: string
  /** True until it has been saved by its button. */
  isNew: boolean
  questions: Choice[]
  state?: SavedStatusProps['state'] | undefined
  /** What looks like a name in what was saved. */
  names?: readonly string[] | undefined
}

export type FindingFormProps = Common & { fields: FindingFields; name: string }

const ConclusionStatus = (props: {
  id: string
  revision: number
  state: SavedStatusProps['state']
}) => (
  <SavedStatus
    id={`saved-${props.id}`}
    revisionName="revision"
    revision={props.revision}
    state={props.state}
  />
)

/** The answer to an autosave of a finding or an action. */
export const SavedConclusion = (
  props: Parameters<typeof ConclusionStatus>[0] & { names: readonly string[] | undefined }
) => (
  <>
    <ConclusionStatus {...props} />
    <NameQuestionChange id={props.id} names={props.names} />
  </>
)

const QuestionField = (props: { id: string; value: string; questions: Choice[] }) => (
  <Select
    name="item"
    id={`${props.id}-item`}
    label="Which question is it about?"
    value={props.value}
    items={[{ value: '', text: 'None in particular' }, ...props.questions]}
  />
)

const Buttons = (props: { isNew: boolean; name: string; address: string; removeAt: string }) => (
  <div class="govuk-button-group pl-conclusion__buttons">
    <Button class="govuk-button--secondary">
      {props.isNew ? `Add the ${props.name}` : `Save the ${props.name}`}
    </Button>
    {props.isNew ? (
      ''
    ) : (
      <>
        <Button class="govuk-button--secondary" attributes={{ formaction: props.removeAt }}>
          Remove
        </Button>
        <a class="govuk-link" href={`${props.address}/conclusions`}>
          Cancel
        </a>
      </>
    )}
  </div>
)

export const FindingForm = (props: FindingFormProps) => {
  const { fields, address, name } = props
  return (
    <form
      class="pl-conclusion"
      id={`form-${fields.id}`}
      method="post"
      action={`${address}/findings`}
      autocomplete="off"
    >
      <input type="hidden" name="_csrf" value={props.csrf} />
      <AutosaveItem id={fields.id} class="pl-conclusion__item" action={`${address}/findings`}>
        <input type="hidden" name="finding" value={fields.id} />
        <input type="hidden" name="kind" value={fields.kind} />
        <Textarea
          name="words"
          id={`${fields.id}-words`}
          rows={3}
          label={{
            text: props.isNew
              ? `Add ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
              : `Change this ${name}`,
            class: 'govuk-label--s',
          }}
          value={fields.words}
        />
        <QuestionField id={fields.id} value={fields.itemKey} questions={props.questions} />
        <ConclusionStatus
          id={fields.id}
          revision={fields.revision}
          state={props.state ?? { kind: 'empty' }}
        />
        <NameQuestion id={fields.id} names={props.names} />
      </AutosaveItem>
      <Buttons
        isNew={props.isNew}
        name={name}
        address={address}
        removeAt={`${address}/findings/${fields.id}/remove`}
      />
    </form>
  )
}

export type ActionFormProps = Common & { fields: ActionFields; people: Choice[] }

export const ActionForm = (props: ActionFormProps) => {
  const { fields, address } = props
  return (
    <form
      class="pl-conclusion"
      id={`form-${fields.id}`}
      method="post"
      action={`${address}/actions`}
      autocomplete="off"
    >
      <input type="hidden" name="_csrf" value={props.csrf} />
      <AutosaveItem id={fields.id} class="pl-conclusion__item" action={`${address}/actions`}>
        <input type="hidden" name="action" value={fields.id} />
        <Textarea
          name="what"
          id={`${fields.id}-what`}
          rows={2}
          label={{
            text: props.isNew ? 'Add an action: what has to be done?' : 'What has to be done?',
            class: 'govuk-label--s',
          }}
          value={fields.what}
        />
        <Textarea
          name="intended_change"
          id={`${fields.id}-change`}
          rows={2}
          label="What should it change for the child?"
          value={fields.intendedChange}
        />
        <Select
          name="owner"
          id={`${fields.id}-owner`}
          label="Who will do it?"
          value={fields.ownerId}
          items={[{ value: '', text: 'Choose a person' }, ...props.people]}
        />
        <DateInput
          id={`${fields.id}-due`}
          namePrefix="due"
          fieldset={{ legend: { text: 'By when?' } }}
          hint="Day, month and year in figures"
          day={{ name: 'day', value: fields.day }}
          month={{ name: 'month', value: fields.month }}
          year={{ name: 'year', value: fields.year }}
        />
        <QuestionField id={fields.id} value={fields.itemKey} questions={props.questions} />
        <ConclusionStatus
          id={fields.id}
          revision={fields.revision}
          state={props.state ?? { kind: 'empty' }}
        />
        <NameQuestion id={fields.id} names={props.names} />
      </AutosaveItem>
      <Buttons
        isNew={props.isNew}
        name="action"
        address={address}
        removeAt={`${address}/actions/${fields.id}/remove`}
      />
    </form>
  )
}
