/** Changing an account. What somebody else stored meanwhile stands beside what was typed. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DateInput } from '../components/date-input.tsx'
import { FormErrorSummary } from '../rounds/form-errors.tsx'
import { PersonFields, type PersonFieldsProps } from './person-fields.tsx'

export type StoredAccount = {
  name: string
  email: string
  jobTitle: string
  teamName: string | null
  roles: readonly string[]
}

export type ChangePersonPageProps = PersonFieldsProps & {
  personId: string
  csrf: string
  /** What is stored by now, when somebody else was quicker; roles in words. */
  stored?: StoredAccount | undefined
}

const Changed = ({ stored }: { stored: StoredAccount | undefined }) =>
  stored === undefined ? null : (
    <div class="pl-notice pl-notice--warning" role="alert">
      <p>
        Somebody else changed this account after you opened it. Nothing of yours is saved yet; it is
        all below. Save again to put it in place of what is stored now:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{`Name: ${stored.name}`}</li>
        <li>{`Email address: ${stored.email}`}</li>
        <li>{`Job title: ${stored.jobTitle || 'none'}`}</li>
        <li>{`Roles: ${stored.roles.join(', ')}`}</li>
        <li>{`Team: ${stored.teamName ?? 'none'}`}</li>
      </ul>
    </div>
  )

export const ChangePersonPage = (props: ChangePersonPageProps) => {
  const address = `/admin/people/${props.personId}`
  return (
    <>
      <BackLink href={address}>The account</BackLink>
      <FormErrorSummary
        errors={props.errors}
        idOf={(field) => (field === 'teamSince' ? 'teamSince-day' : field)}
      />
      <Changed stored={props.stored} />
      <h1 class="govuk-heading-l">Change this account</h1>
      <form method="post" action={`${address}/change`} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="revision" value={props.values.revision} />
        <PersonFields {...props} />
        <DateInput
          id="teamSince"
          namePrefix="teamSince"
          values={props.values}
          fieldset={{
            legend: {
              text: 'If the team changes, since when?',
              class: 'govuk-fieldset__legend--s',
            },
          }}
          hint="For the account’s history; empty means today. What they see follows the new team as soon as you save. Audits done before stay with the team they were of"
          error={props.errors.teamSince}
        />
        <Button preventDoubleClick>Save changes</Button>
      </form>
    </>
  )
}
