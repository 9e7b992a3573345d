/** What the references of a draft came to: the children, and to whom it will go. Drawn anew when a reference changes. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { Details } from '../components/details.tsx'
import { FieldHelp, FormGroup } from '../components/field.tsx'
import { Select } from '../components/select.tsx'
import { statusLabel } from '../format.ts'

export type DraftPeopleProps = {
  isImmediate: boolean
  isGoodPractice: boolean
  cases: readonly {
    id: string
    reference: string
    serviceStatus: string
    teamName: string | undefined
  }[]
  unknown: readonly string[]
  /** What is said of references that the writer may not open. */
  closed: string | undefined
  newStatus: string
  newTeam: string
  statuses: readonly string[]
  teams: readonly { id: string; name: string }[]
  /** Those proposed, with why, and whether they are ticked. */
  proposals: readonly {
    id: string
    name: string
    jobTitle: string
    why: string
    isTicked: boolean
  }[]
  others: readonly string[]
  people: readonly { id: string; name: string; jobTitle: string }[]
  errors: Readonly<Record<string, string>>
}

const title = ({ name, jobTitle }: { name: string; jobTitle: string }): string =>
  jobTitle === '' ? name : `${name}, ${jobTitle}`

const Unknown = (props: DraftPeopleProps) => (
  <div class="govuk-inset-text">
    <p class="govuk-body">
      {`${props.unknown.map((each) => `“${each}”`).join(', ')} ${props.unknown.length === 1 ? 'is' : 'are'} not known here yet. Check the reference. If it is right, say what kind of case it is, and it is added.`}
    </p>
    <Select
      name="newStatus"
      label="Service status"
      value={props.newStatus}
      error={props.errors.newStatus}
      items={[
        { value: '', text: 'Choose one' },
        ...props.statuses.map((value) => ({ value, text: statusLabel(value) })),
      ]}
    />
    <Select
      name="newTeam"
      label="Team that works with the child"
      value={props.newTeam}
      error={props.errors.newTeam}
      items={[
        { value: '', text: 'Choose a team' },
        ...props.teams.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  </div>
)

/** Before there is anybody to tick: where the fault of choosing nobody leads, and what to do. */
const NobodyKnown = (
  props: Pick<DraftPeopleProps, 'cases' | 'unknown' | 'errors' | 'isImmediate'> & {
    heading: string
  }
) => (
  <FormGroup error={props.errors.to}>
    <h2 class="govuk-heading-m" id="to" tabindex={-1}>
      {props.heading}
    </h2>
    <FieldHelp
      id="nobody-known"
      hint={
        props.cases.length === 0 && props.unknown.length === 0
          ? props.isImmediate
            ? 'They stand here once there is a case reference.'
            : 'Whoever works with the child stands here once there is a case reference.'
          : props.isImmediate
            ? 'Nobody is known to lead the service of this child: choose below.'
            : 'Nobody is known to work with this child yet: choose below.'
      }
      error={props.errors.to}
    />
  </FormGroup>
)

/** Somebody was chosen there, has to be, or has left: it has to be seen. */
const isOthersOpen = (props: DraftPeopleProps): boolean =>
  props.others.some((id) => id !== '') ||
  props.errors.to !== undefined ||
  (props.proposals.length === 0 && props.cases.length + props.unknown.length > 0)

export const DraftPeople = (props: DraftPeopleProps) => {
  const choices = [
    { value: '', text: 'Nobody else' },
    ...props.people.map((person) => ({ value: person.id, text: title(person) })),
  ]
  const heading = props.isImmediate ? 'Which service managers are told?' : 'To whom does it go?'
  return (
    <div id="draft-people">
      {props.cases.length === 0 ? (
        ''
      ) : (
        <ul class="govuk-list pl-alert__cases">
          {props.cases.map(({ reference, serviceStatus, teamName }) => (
            <li>
              <strong>{reference}</strong>
              {`: ${statusLabel(serviceStatus).toLowerCase()}, ${teamName ?? 'team not known'}`}
            </li>
          ))}
        </ul>
      )}
      {props.closed === undefined ? '' : <p class="govuk-inset-text">{props.closed}</p>}
      {props.unknown.length === 0 ? '' : <Unknown {...props} />}
      {props.proposals.map(({ id }) => (
        <input type="hidden" name="proposed" value={id} />
      ))}
      {props.proposals.length === 0 ? <NobodyKnown {...props} heading={heading} /> : ''}
      {props.proposals.length === 0 ? (
        ''
      ) : (
        <Checkboxes
          name="to"
          class="govuk-checkboxes--small"
          fieldset={{
            legend: { text: heading, class: 'govuk-fieldset__legend--m' },
          }}
          hint={
            props.isImmediate
              ? 'They are told at once.'
              : props.isGoodPractice
                ? 'Whoever did the work, and their manager.'
                : 'They answer it. Take the tick off for somebody who should not.'
          }
          error={props.errors.to}
          items={props.proposals.map((person) => ({
            value: person.id,
            text: title(person),
            hint: { text: person.why },
            checked: person.isTicked,
          }))}
        />
      )}
      <Details summary="Send it to somebody else as well" open={isOthersOpen(props)}>
        {[0, 1].map((place) => (
          <Select
            name="other"
            id={`other-${place}`}
            label={place === 0 ? 'Somebody else (optional)' : 'And somebody else (optional)'}
            value={props.others[place] ?? ''}
            items={choices}
          />
        ))}
      </Details>
    </div>
  )
}
