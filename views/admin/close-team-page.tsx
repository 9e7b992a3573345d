/** Closing a team: from when, and where its people and cases go. */
import type { TeamWork } from '../../src/admin/team-work-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Select } from '../components/select.tsx'
import { plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'
import type { Option } from './person-fields.tsx'

export type CloseTeamPageProps = {
  team: { id: string; name: string }
  work: TeamWork
  values: Readonly<Record<string, string>>
  errors: FormErrors
  teams: readonly Option[]
  csrf: string
}

const Target = (props: {
  name: 'peopleTo' | 'casesTo'
  text: string
  page: CloseTeamPageProps
}) => (
  <Select
    name={props.name}
    label={{ text: props.text, class: 'govuk-label--s' }}
    value={props.page.values[props.name]}
    error={props.page.errors[props.name]}
    items={[{ value: '', text: 'Nowhere: they stay in it' }, ...props.page.teams]}
  />
)

export const CloseTeamPage = (props: CloseTeamPageProps) => {
  const { team, work, values, errors } = props
  const address = `/admin/teams/${team.id}`
  return (
    <>
      <BackLink href={address}>The team</BackLink>
      <FormErrorSummary
        errors={errors}
        idOf={(field) => (field === 'closedOn' ? 'closedOn-day' : field)}
      />
      <h1 class="govuk-heading-l">{`Close ${team.name}?`}</h1>
      <p class="govuk-body">
        {`In it: ${plural(work.people, 'person', 'people')}, ${plural(work.cases, 'case')}, ${plural(work.openAudits, 'open audit')}. `}
        After its closing date it cannot be chosen for anything new. It stays in history and in
        every report, and you can reopen it.
      </p>
      <form method="post" action={`${address}/close`} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <DateInput
          id="closedOn"
          namePrefix="closedOn"
          values={values}
          fieldset={{
            legend: {
              text: 'What is the last day on which it is open?',
              class: 'govuk-fieldset__legend--s',
            },
          }}
          hint="It may lie ahead. For example, 31 3 2026"
          error={errors.closedOn}
        />
        {work.people > 0 ? (
          <Target
            name="peopleTo"
            text={`Where ${work.people === 1 ? 'does the 1 person' : `do the ${work.people} people`} go, at once?`}
            page={props}
          />
        ) : (
          ''
        )}
        {work.cases > 0 ? (
          <Target
            name="casesTo"
            text={`Where ${work.cases === 1 ? 'does the 1 case' : `do the ${work.cases} cases`} go, at once?`}
            page={props}
          />
        ) : (
          ''
        )}
        {work.openAudits > 0 ? (
          <p class="govuk-body">
            Open audits stay with their auditors and follow their cases. Submitted ones stay with
            this team for good.
          </p>
        ) : (
          ''
        )}
        {work.people + work.cases > 0 ? (
          <Checkboxes
            name="isConfirmed"
            fieldset={{
              legend: {
                text: 'If you leave anybody or anything in it',
                class: 'govuk-fieldset__legend--s',
              },
            }}
            class="govuk-checkboxes--small"
            values={values.isConfirmed === 'yes' ? ['yes'] : []}
            error={errors.isConfirmed}
            items={[
              { value: 'yes', text: 'I know that they stay in a closed team until they are moved' },
            ]}
          />
        ) : (
          ''
        )}
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Close this team
          </Button>
          <a class="govuk-link" href={address}>
            Not now
          </a>
        </div>
      </form>
    </>
  )
}
