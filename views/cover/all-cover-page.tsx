/** Every reviewing officer's cover, for whoever is in charge of them. */
import type { Cover } from '../../src/people/cover-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'
import { CoverForm, CoverWords, coverFieldId, type Option } from './cover-form.tsx'
import { CoverTable } from './cover-table.tsx'

export type AllCoverPageProps = {
  covers: readonly Cover[]
  /** The reviewing officers: any may be away, any other may cover. */
  options: readonly Option[]
  todayOn: string
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

export const AllCoverPage = (props: AllCoverPageProps) => (
  <>
    <BackLink href="/account">Your account</BackLink>
    <FormErrorSummary errors={props.errors} idOf={coverFieldId} />
    <h1 class="govuk-heading-l">Who covers for whom</h1>
    <CoverWords />
    {props.covers.length === 0 ? (
      <EmptyState title="Nobody is covered">
        <p class="govuk-body">No reviewing officer is away now or has named somebody for later.</p>
      </EmptyState>
    ) : (
      <CoverTable
        id="covers"
        caption={plural(props.covers.length, 'time away', 'times away')}
        covers={props.covers}
        todayOn={props.todayOn}
        canEnd
      />
    )}
    <h2 class="govuk-heading-m">Set cover on somebody’s behalf</h2>
    <p class="govuk-body">That you set it is recorded, and both are told.</p>
    <CoverForm
      action="/cover"
      away={props.options}
      options={props.options}
      values={props.values}
      errors={props.errors}
      csrf={props.csrf}
    />
  </>
)
