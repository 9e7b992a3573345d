/** Adding a team or service, or changing one: its name, what it belongs to, and when it opened. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { Select } from '../components/select.tsx'
import { formatDate } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'
import type { Option } from './person-fields.tsx'
import { kindWords } from './team-words.ts'

export type TeamFormPageProps = {
  /** Undefined for a new one. */
  teamId?: string | undefined
  values: Readonly<Record<string, string>>
  errors: FormErrors
  parents: readonly Option[]
  csrf: string
  /** What somebody else stored meanwhile. */
  stored?:
    | {
        name: string
        kind: 'service' | 'team'
        parentName: string | undefined
        openedOn: string | null
      }
    | undefined
}

const Changed = ({ stored }: Pick<TeamFormPageProps, 'stored'>) =>
  stored === undefined ? null : (
    <div class="pl-notice pl-notice--warning" role="alert">
      <p>
        Somebody else changed this team after you opened it. Nothing of yours is saved yet; it is
        all below. Save again to put it in place of what is stored now:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{`Name: ${stored.name}`}</li>
        <li>{`Kind: ${kindWords(stored.kind)}`}</li>
        <li>{`Belongs to: ${stored.parentName ?? 'nothing, it stands at the top'}`}</li>
        <li>{`Opened: ${stored.openedOn === null ? 'not known' : formatDate(stored.openedOn)}`}</li>
      </ul>
    </div>
  )

export const TeamFormPage = (props: TeamFormPageProps) => {
  const { values, errors } = props
  const isNew = props.teamId === undefined
  const address = isNew ? '/admin/teams' : `/admin/teams/${props.teamId}`
  const title = isNew ? 'Add a team or service' : 'Change this team'
  return (
    <>
      <BackLink href={address}>{isNew ? 'Teams' : 'The team'}</BackLink>
      <FormErrorSummary
        errors={errors}
        idOf={(field) => (field === 'openedOn' ? 'openedOn-day' : field)}
      />
      <Changed stored={props.stored} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={isNew ? '/admin/teams/new' : `${address}/change`} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="revision" value={values.revision ?? '0'} />
        <Input
          name="name"
          label={{ text: 'Name', class: 'govuk-label--s' }}
          value={values.name}
          error={errors.name}
          class="govuk-!-width-two-thirds"
        />
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'What is it?', class: 'govuk-fieldset__legend--s' } }}
          class="govuk-radios--small"
          value={values.kind}
          error={errors.kind}
          items={[
            { value: 'team', text: 'Team', hint: 'Holds cases and people' },
            {
              value: 'service',
              text: 'Service',
              hint: 'Holds teams; senior leaders see all of it',
            },
          ]}
        />
        <Select
          name="parentId"
          label={{ text: 'What does it belong to?', class: 'govuk-label--s' }}
          hint={
            isNew
              ? 'Managers and senior leaders see what is below their own team or service'
              : 'Results of a service hold the teams that are below it today, past rounds included'
          }
          value={values.parentId}
          error={errors.parentId}
          items={[{ value: '', text: 'Nothing: it stands at the top' }, ...props.parents]}
        />
        <DateInput
          id="openedOn"
          namePrefix="openedOn"
          values={values}
          fieldset={{
            legend: { text: 'When does it open?', class: 'govuk-fieldset__legend--s' },
          }}
          hint="From then it can be chosen. You can leave it empty for a team that is there already"
          error={errors.openedOn}
        />
        <Button preventDoubleClick>{isNew ? 'Add it' : 'Save changes'}</Button>
      </form>
    </>
  )
}
