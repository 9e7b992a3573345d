/** What a list of people would do: who is new, what changes, who is not in it; or every fault, with its line. */
import type { LoadedPlan } from '../../src/admin/load-people-plan.ts'
import type { PeoplePlan, PlannedChange } from '../../src/admin/rules/plan-people.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { plural } from '../format.ts'

export type PeoplePreviewPageProps = {
  upload: { id: string; fileName: string }
  loaded: LoadedPlan
  teamName: (id: string | null) => string
  roleName: (role: Role) => string
  /** Somebody changed accounts or teams since this page was shown before. */
  changedSince: boolean
  csrf: string
}

type Words = Pick<PeoplePreviewPageProps, 'teamName' | 'roleName'>

const rolesInWords = (roles: readonly Role[], { roleName }: Words): string =>
  roles.map(roleName).join(', ')

const changeWords = ({ account, row, fields }: PlannedChange, words: Words): string[] =>
  fields.map((field) => {
    if (field === 'name') return `Name: ${account.name} becomes ${row.name}`
    if (field === 'jobTitle') {
      return `Job title: ${account.jobTitle || 'none'} becomes ${row.jobTitle || 'none'}`
    }
    if (field === 'roles') {
      return `Roles: ${rolesInWords(account.roles, words) || 'none'} becomes ${rolesInWords(row.roles, words)}`
    }
    return `Team: ${words.teamName(account.teamId)} becomes ${words.teamName(row.teamId ?? null)}`
  })

const Faults = (props: {
  faults: readonly { line: number; message: string }[]
  address: string
}) => (
  <>
    <h1 class="govuk-heading-l">This list has faults</h1>
    <p class="govuk-body">Nothing is written. Put them right in the list and bring it in again.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={`${props.address}/faults.csv`}>
        Download the faults as a file (CSV)
      </a>
    </p>
    <DataTable
      id="faults"
      caption={plural(props.faults.length, 'fault')}
      columns={[{ header: 'Line' }, { header: 'What is wrong, and what would be right' }]}
      rows={props.faults.map(({ line, message }) => [String(line), message])}
    />
  </>
)

const Plan = ({ plan, words }: { plan: PeoplePlan; words: Words }) => (
  <>
    <p class="govuk-body">
      {`${plan.added.length} new, ${plan.changed.length} changed, ${plan.unchanged} as they are, ${plan.notInFile.length} not in the list.`}
    </p>
    {plan.added.length === 0 ? (
      ''
    ) : (
      <DataTable
        id="added"
        caption={plural(plan.added.length, 'new person', 'new people')}
        columns={[
          { header: 'Name' },
          { header: 'Email address' },
          { header: 'Job title' },
          { header: 'Roles' },
          { header: 'Team' },
        ]}
        rows={plan.added.map((row) => [
          row.name,
          row.email,
          row.jobTitle ?? '',
          rolesInWords(row.roles, words),
          words.teamName(row.teamId ?? null),
        ])}
      />
    )}
    {plan.changed.length === 0 ? (
      ''
    ) : (
      <DataTable
        id="changed"
        caption={plural(plan.changed.length, 'person changes', 'people change')}
        columns={[{ header: 'Name' }, { header: 'What changes' }]}
        rows={plan.changed.map((change) => [
          <a class="govuk-link" href={`/admin/people/${change.account.id}`}>
            {change.account.name}
          </a>,
          changeWords(change, words).map((line, at) => (
            <>
              {at === 0 ? '' : <br />}
              {line}
            </>
          )),
        ])}
      />
    )}
    {plan.notInFile.length === 0 ? (
      ''
    ) : (
      <>
        <h2 class="govuk-heading-m">Not in the list, left as they are</h2>
        <p class="govuk-body">
          {`${plan.notInFile.map(({ name }) => name).join(', ')}. If somebody has left, deactivate their account on its own page.`}
        </p>
      </>
    )}
  </>
)

export const PeoplePreviewPage = (props: PeoplePreviewPageProps) => {
  const { loaded, upload, csrf } = props
  const address = `/admin/people/import/${upload.id}`
  const changes = loaded.ok ? loaded.plan.added.length + loaded.plan.changed.length : 0
  return (
    <>
      <BackLink href="/admin/people/import">Bring in a list of people</BackLink>
      {props.changedSince ? (
        <div class="pl-notice pl-notice--warning" role="alert">
          <p>
            Accounts or teams have changed since you looked at this list. Nothing is written. This
            is what it would do now: look at it again.
          </p>
        </div>
      ) : (
        ''
      )}
      <span class="govuk-caption-l">{upload.fileName}</span>
      {loaded.ok ? (
        <>
          <h1 class="govuk-heading-l">Check the list of people</h1>
          <Plan plan={loaded.plan} words={props} />
        </>
      ) : (
        <Faults faults={loaded.faults} address={address} />
      )}
      {loaded.ok && changes > 0 ? (
        <form method="post" action={address}>
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="fingerprint" value={loaded.fingerprint} />
          <Button
            preventDoubleClick
          >{`Add ${loaded.plan.added.length} and change ${loaded.plan.changed.length}`}</Button>
        </form>
      ) : (
        ''
      )}
      {loaded.ok && changes === 0 ? (
        <p class="govuk-body">Everybody in the list is as it says. There is nothing to do.</p>
      ) : (
        ''
      )}
      <form method="post" action={`${address}/discard`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <Button class="govuk-button--secondary" preventDoubleClick>
          Throw this list away
        </Button>
      </form>
    </>
  )
}
