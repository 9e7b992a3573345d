/** Inviting somebody: who they are, what they may do and where they work. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { FormErrorSummary } from '../rounds/form-errors.tsx'
import { PersonFields, type PersonFieldsProps } from './person-fields.tsx'

export type InvitePersonPageProps = PersonFieldsProps & {
  csrf: string
  /** The address is the account of somebody who left. */
  left?: { id: string; name: string } | undefined
}

export const InvitePersonPage = (props: InvitePersonPageProps) => (
  <>
    <BackLink href="/admin/people">People</BackLink>
    <FormErrorSummary errors={props.errors} />
    <h1 class="govuk-heading-l">Add somebody</h1>
    {props.left === undefined ? (
      ''
    ) : (
      <div class="pl-notice pl-notice--warning">
        <p>
          {`${props.left.name} had an account with this address and left. `}
          <a class="govuk-link" href={`/admin/people/${props.left.id}/reactivate`}>
            Reactivate that account
          </a>
          {' to keep one history for one person.'}
        </p>
      </div>
    )}
    <form method="post" action="/admin/people/new" novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <PersonFields {...props} />
      <Button preventDoubleClick>Add and make a link</Button>
    </form>
  </>
)
