/** What opening a round will do, said before it is done. */
import { formatDate, plural } from '../format.ts'
import { ConfirmPage } from './confirm-page.tsx'

type Step = { round: { id: string; name: string; dueOn: string | null }; csrf: string }

const References = (props: { references: readonly string[] }) => (
  <p class="govuk-body pl-references">{props.references.join(', ')}</p>
)

export type OpenRoundPageProps = Step & {
  auditors: number
  allocated: number
  /** References of the cases that nobody audits yet. */
  unallocated: readonly string[]
  /** References of the cases that none of the rubrics applies to. */
  commonOnly: readonly string[]
}

export const OpenRoundPage = (props: OpenRoundPageProps) => {
  const { round, unallocated, commonOnly } = props
  return (
    <ConfirmPage
      title="Open this round?"
      caption={round.name}
      action={`/rounds/${round.id}/open`}
      back={`/rounds/${round.id}`}
      csrf={props.csrf}
      button="Open the round"
    >
      <p class="govuk-body">
        {`${plural(props.auditors, 'auditor')} will find ${plural(props.allocated, 'audit')} in their work${round.dueOn === null ? '' : `, due by ${formatDate(round.dueOn)}`}. Name, window and rubrics then stay as they are; a due date can be moved.`}
      </p>
      {unallocated.length === 0 ? (
        <p class="govuk-body">Every case is allocated.</p>
      ) : (
        <>
          <h2 class="govuk-heading-s">
            {`${plural(unallocated.length, 'case is', 'cases are')} not allocated`}
          </h2>
          <p class="govuk-body">You can allocate them after the round is open.</p>
          <References references={unallocated} />
        </>
      )}
      {commonOnly.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-s">
            {`No rubric of this round applies to ${plural(commonOnly.length, 'case')}`}
          </h2>
          <p class="govuk-body">Their audits will ask the common questions only.</p>
          <References references={commonOnly} />
        </>
      )}
    </ConfirmPage>
  )
}
