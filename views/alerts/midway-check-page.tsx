/** The form of one midway check: when, how the plan is going, what was seen, and whether an alert follows. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Radios } from '../components/radios.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate } from '../format.ts'
import { StepPage } from '../programme/step-page.tsx'

export type MidwayCheckPageProps = {
  caseId: string
  reference: string
  nextReviewOn: string | null
  last: { checkedOn: string; progress: string } | undefined
  progress: { value: string; text: string }[]
  values: Readonly<Record<string, string | undefined>>
  errors: Readonly<Record<string, string>>
  /** What looks like somebody's name in the words. */
  names: readonly string[]
  csrf: string
}

const introOf = ({ nextReviewOn, last, progress }: MidwayCheckPageProps): string => {
  const review =
    nextReviewOn === null
      ? 'The date of the next review is not known.'
      : `The next review is on ${formatDate(nextReviewOn)}.`
  const label = progress.find(({ value }) => value === last?.progress)?.text.toLowerCase()
  return last === undefined
    ? `${review} No midway check was recorded before.`
    : `${review} The last check was on ${formatDate(last.checkedOn)}: ${label ?? last.progress}.`
}

export const MidwayCheckPage = (props: MidwayCheckPageProps) => {
  const { values, errors } = props
  return (
    <StepPage
      caption={`Case ${props.reference}`}
      title="Midway check"
      back={{ href: '/midway-checks', text: 'Midway checks' }}
      action={`/cases/${props.caseId}/midway-check`}
      csrf={props.csrf}
      errors={errors}
      button="Record the check"
      intro={<p class="govuk-body">{introOf(props)}</p>}
    >
      <DateInput
        id="checked"
        namePrefix="checked"
        fieldset={{ legend: { text: 'When did you check?', class: 'govuk-fieldset__legend--s' } }}
        values={{
          'checked-day': values['checked-day'],
          'checked-month': values['checked-month'],
          'checked-year': values['checked-year'],
        }}
        error={errors['checked-day']}
      />
      <Radios
        name="progress"
        fieldset={{
          legend: { text: 'How is the plan going?', class: 'govuk-fieldset__legend--s' },
        }}
        value={values.progress}
        error={errors.progress}
        items={props.progress}
      />
      <Textarea
        name="words"
        rows={5}
        label={{ text: 'What did you look at, and what did you find?', class: 'govuk-label--s' }}
        hint="No names of the child or the family."
        value={values.words}
        error={errors.words}
      />
      {props.names.length === 0 ? (
        ''
      ) : (
        <Checkboxes
          name="noName"
          fieldset={{
            legend: {
              text: `Is “${props.names.join('”, “')}” somebody’s name?`,
              class: 'govuk-fieldset__legend--s',
            },
          }}
          error={errors.noName}
          items={[{ value: 'yes', text: 'No, it is not a name' }]}
        />
      )}
      <Checkboxes
        name="raise"
        values={values.raise === 'yes' ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Raise a practice alert about it next' }]}
      />
    </StepPage>
  )
}
