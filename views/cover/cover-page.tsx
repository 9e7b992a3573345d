/** One person's cover: who acts for them while they are away, for whom they act, and a form to set it. */
import type { Cover } from '../../src/people/cover-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'
import { CoverForm, CoverWords, coverFieldId, type Option } from './cover-form.tsx'
import { CoverTable } from './cover-table.tsx'

export type CoverPageProps = {
  away: { id: string; name: string; isActive: 0 | 1 }
  /** The reader is the person away. */
  isOwn: boolean
  /** The reader may see everybody's. */
  overseesCover: boolean
  covers: readonly Cover[]
  covering: readonly Cover[]
  /** Empty when nobody can, or the account has nothing to cover. */
  options: readonly Option[]
  todayOn: string
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

/** What was typed stays on the page with why it was refused, also where the account was closed meanwhile. */
const hasForm = ({ options, away, errors }: CoverPageProps): boolean =>
  Object.keys(errors).length > 0 || (options.length > 0 && away.isActive === 1)

export const CoverPage = (props: CoverPageProps) => {
  const { away, isOwn, todayOn } = props
  const address = isOwn ? '/account/cover' : `/admin/people/${away.id}/cover`
  return (
    <>
      <BackLink href={isOwn ? '/account' : `/admin/people/${away.id}`}>
        {isOwn ? 'Your account' : 'The account'}
      </BackLink>
      <FormErrorSummary errors={props.errors} idOf={coverFieldId} />
      <h1 class="govuk-heading-l">{isOwn ? 'While you are away' : `Cover for ${away.name}`}</h1>
      <CoverWords />
      {isOwn && props.overseesCover ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/cover">
            Who covers for whom among the reviewing officers
          </a>
        </p>
      ) : (
        ''
      )}
      {props.covers.length === 0 ? (
        <EmptyState title={isOwn ? 'Nobody covers for you' : 'Nobody covers for them'} />
      ) : (
        <CoverTable
          id="covers"
          caption={plural(props.covers.length, 'time away', 'times away')}
          covers={props.covers}
          todayOn={todayOn}
          canEnd
        />
      )}
      {props.covering.length === 0 ? (
        ''
      ) : (
        <CoverTable
          id="covering"
          caption={isOwn ? 'You cover for' : `${away.name} covers for`}
          covers={props.covering}
          todayOn={todayOn}
          canEnd={!isOwn}
        />
      )}
      <h2 class="govuk-heading-m">Set who covers</h2>
      {!hasForm(props) ? (
        <p class="govuk-body">
          {away.isActive === 0
            ? 'This account is closed.'
            : 'There is nobody who could: either this account raises and answers no practice alerts, or nobody else has a role that does.'}
        </p>
      ) : (
        <CoverForm
          action={address}
          options={props.options}
          values={props.values}
          errors={props.errors}
          csrf={props.csrf}
        />
      )}
    </>
  )
}
