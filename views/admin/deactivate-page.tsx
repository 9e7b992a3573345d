/** Asks before an account is closed: what is in hand, in numbers, and who takes it over. */
import type { OpenWork } from '../../src/admin/open-work-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Select } from '../components/select.tsx'
import { plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'
import type { Option } from './person-fields.tsx'
import { WorkCounts } from './work-counts.tsx'

export type DeactivatePageProps = {
  person: { id: string; name: string }
  work: OpenWork
  /** Who may take over actions. */
  owners: readonly Option[]
  chosen: string
  errors: FormErrors
  csrf: string
  /** The administrator's own account. */
  isSelf: boolean
}

export const DeactivatePage = (props: DeactivatePageProps) => {
  const { person, work, errors } = props
  const address = `/admin/people/${person.id}`
  return (
    <>
      <BackLink href={address}>The account</BackLink>
      <FormErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{`Deactivate the account of ${person.name}?`}</h1>
      <p class="govuk-body">
        Every session ends at once, links to set a password stop working, and nobody can choose{' '}
        {person.name} for anything new. The name stays on everything done so far. You can reactivate
        the account later.
      </p>
      {props.isSelf ? (
        <p class="govuk-body">
          <strong>This is your own account. You will be signed out.</strong>
        </p>
      ) : (
        ''
      )}
      {errors.roles === undefined ? (
        ''
      ) : (
        <p class="govuk-error-message" id="roles">
          {errors.roles}
        </p>
      )}
      <h2 class="govuk-heading-m">In hand</h2>
      <WorkCounts work={work} />
      <form method="post" action={`${address}/deactivate`} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        {work.audits > 0 ? (
          <p class="govuk-body">
            {`The ${plural(work.audits, 'open audit')} cannot be given to anybody here: allocating is a QA lead’s. What is written so far stays, and the rounds show that their auditor has left.`}
          </p>
        ) : (
          ''
        )}
        {work.safetyNotices > 0 ? (
          <p class="govuk-body">
            Safety notices that nobody else of the line has acknowledged go to the next of the line
            at once.
          </p>
        ) : (
          ''
        )}
        {work.actions > 0 ? (
          <Select
            name="actionsTo"
            label={{
              text: `Who takes over the ${plural(work.actions, 'open action')}?`,
              class: 'govuk-label--s',
            }}
            hint="They will read what is to be done; you do not"
            value={props.chosen}
            error={errors.actionsTo}
            items={[
              { value: '', text: 'Choose somebody' },
              { value: 'leave', text: 'Nobody yet: leave them as they are' },
              ...props.owners,
            ]}
          />
        ) : (
          ''
        )}
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Deactivate this account
          </Button>
          <a class="govuk-link" href={address}>
            Not now
          </a>
        </div>
      </form>
    </>
  )
}
