/** Writing an alert: one form that saves itself, and one button that raises it. */
import type { DraftDifference } from '../../src/alerts/rules/draft-conflict.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { FormErrorSummary } from '../rounds/form-errors.tsx'
import { DraftFields, type DraftFieldsProps } from './draft-fields.tsx'
import { DraftPeople, type DraftPeopleProps } from './draft-people.tsx'

export type DraftPageProps = DraftFieldsProps & {
  id: string
  revision: number
  savedAt: string
  todayOn: string
  /** What looks like a name in it, once it was to be raised. */
  names: readonly string[]
  /** Another window of the writer's saved something else since. */
  conflict: { words: string; differences: readonly DraftDifference[] } | undefined
  csrf: string
}

export const DraftStatus = (
  props: Pick<DraftPageProps, 'revision' | 'savedAt' | 'todayOn'> & {
    state?: SavedStatusProps['state'] | undefined
  }
) => (
  <SavedStatus
    id="saved-draft"
    revisionName="revision"
    revision={props.revision}
    state={props.state ?? { kind: 'saved', at: props.savedAt, todayOn: props.todayOn }}
  />
)

const Names = ({ names }: { names: readonly string[] }) => (
  <div class="pl-notice pl-notice--warning" id="noName-question">
    <Checkboxes
      name="noName"
      fieldset={{
        legend: {
          text: `Is “${names.join('”, “')}” somebody’s name?`,
          class: 'govuk-fieldset__legend--s',
        },
      }}
      hint="An alert names nobody of the family: write “the mother”, “the older brother”. Change it above, or say that it is none."
      items={[{ value: 'yes', text: 'It is not the name of a child or of the family' }]}
    />
  </div>
)

/** Both texts: mine stand in the fields below, theirs here. */
const Elsewhere = (props: { id: string } & NonNullable<DraftPageProps['conflict']>) => (
  <div class="pl-notice pl-notice--warning" role="alert">
    <p>
      <strong>Not saved.</strong> {props.words}
    </p>
    {props.differences.map(({ label, theirs }) => (
      <>
        <p>{`In the other window: ${label}`}</p>
        <p class="pl-words">{theirs || 'Nothing yet'}</p>
      </>
    ))}
    <p>
      <a class="govuk-link" href={`/alerts/${props.id}/draft`}>
        Use what was saved in the other window
      </a>
    </p>
  </div>
)

/** As the fields stand on the page, so that the summary leads through it from above. */
const fieldOrder = [
  ...['kind', 'person', 'name', 'role', 'told-day', 'time', 'means', 'references'],
  ...['newStatus', 'newTeam', 'to', 'categories', 'concern', 'impact', 'asked', 'expected-day'],
]

const inOrder = (errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).toSorted(
      ([one], [two]) => fieldOrder.indexOf(one) - fieldOrder.indexOf(two)
    )
  )

export const DraftPage = (props: DraftPageProps) => {
  const address = `/alerts/${props.id}/draft`
  const heading = props.isImmediate
    ? 'A child at immediate risk'
    : props.isGoodPractice
      ? 'Good practice'
      : 'Practice alert'
  return (
    <>
      <BackLink href="/alerts">Practice alerts</BackLink>
      <FormErrorSummary
        errors={{
          ...inOrder(props.errors),
          ...(props.names.length > 0
            ? { noName: `Say whether “${props.names.join('”, “')}” is somebody’s name` }
            : {}),
        }}
        idOf={(field) =>
          ({ 'expected-day': 'expected-day', 'told-day': 'told-day' })[field] ?? field
        }
      />
      {props.conflict === undefined ? '' : <Elsewhere id={props.id} {...props.conflict} />}
      {props.isImmediate ? '' : <span class="govuk-caption-l">Draft: nobody else has seen it</span>}
      <h1 class="govuk-heading-l">{heading}</h1>
      {props.isImmediate ? (
        <p class="govuk-body">
          <strong>Ring first. Then record whom you rang and when.</strong> Nobody else sees it until
          you send it.
        </p>
      ) : (
        ''
      )}
      <form method="post" action={address} autocomplete="off" novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <AutosaveItem
          id="draft"
          action={address}
          class={`pl-alert__fields${props.isImmediate ? ' pl-alert__fields--short' : ''}`}
          takesTheirsByReloading
        >
          <DraftFields {...props} />
          <DraftStatus {...props} />
        </AutosaveItem>
        {props.names.length > 0 ? <Names names={props.names} /> : ''}
        <div class="govuk-button-group">
          <Button attributes={{ formaction: `/alerts/${props.id}/raise` }} preventDoubleClick>
            {props.isImmediate
              ? 'Send it now'
              : props.isGoodPractice
                ? 'Share it'
                : 'Raise the alert'}
          </Button>
          <Button class="govuk-button--secondary">Save for later</Button>
          <a class="govuk-link" href={`/alerts/${props.id}/discard`}>
            Throw this draft away
          </a>
        </div>
      </form>
    </>
  )
}

/** The answer to an autosave: what is said about it, and whoever the references now lead to. */
export const SavedDraft = (
  props: Pick<DraftPageProps, 'revision' | 'savedAt' | 'todayOn'> & { people: DraftPeopleProps }
) => (
  <>
    <DraftStatus {...props} />
    <hx-partial hx-target="#draft-people" hx-swap="outerMorph">
      <DraftPeople {...props.people} />
    </hx-partial>
  </>
)
