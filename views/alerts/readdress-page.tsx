/** Who answers an alert instead of somebody who has left or cannot, and why. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate } from '../format.ts'
import { StepPage } from '../programme/step-page.tsx'
import { type AlertStepProps, frame, Revision } from './step-forms.tsx'

type Named = { id: string; name: string; jobTitle: string }

export type ReaddressPageProps = AlertStepProps & {
  current: readonly (Named & { hasLeft: boolean })[]
  instead: readonly string[]
  people: readonly Named[]
  expectedOn: string | null
}

const titled = ({ name, jobTitle }: Named): string =>
  jobTitle === '' ? name : `${name}, ${jobTitle}`

export const ReaddressPage = (props: ReaddressPageProps) => (
  <StepPage {...frame(props, 'readdress')}>
    <Revision revision={props.revision} />
    {props.expectedOn === null ? (
      ''
    ) : (
      <p class="govuk-body">
        {`The answer is still expected by ${formatDate(props.expectedOn)}. You can give another date afterwards.`}
      </p>
    )}
    <Checkboxes
      name="instead"
      class="govuk-checkboxes--small"
      fieldset={{
        legend: { text: 'Who no longer answers?', class: 'govuk-fieldset__legend--s' },
      }}
      error={props.errors.instead}
      values={[...props.instead]}
      items={props.current.map((person) => ({
        value: person.id,
        text: titled(person),
        ...(person.hasLeft ? { hint: { text: 'Has left' } } : {}),
      }))}
    />
    <Select
      name="to"
      label={{ text: 'Who answers now?', class: 'govuk-label--s' }}
      value={props.values.to ?? ''}
      error={props.errors.to}
      items={[
        { value: '', text: 'Choose a person' },
        ...props.people.map((person) => ({ value: person.id, text: titled(person) })),
      ]}
    />
    <Textarea
      name="words"
      rows={3}
      label={{ text: 'Why does somebody else answer?', class: 'govuk-label--s' }}
      hint="For example that the team has a new manager. No names of the child or the family."
      value={props.values.words}
      error={props.errors.words}
    />
  </StepPage>
)
