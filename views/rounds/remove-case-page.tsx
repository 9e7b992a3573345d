/** Asks before a case leaves its round. */
import { ConfirmPage } from './confirm-page.tsx'

export type RemoveCasePageProps = {
  round: { id: string; name: string }
  audit: { id: string; reference: string; caseReference: string | null }
  csrf: string
}

export const RemoveCasePage = ({ round, audit, csrf }: RemoveCasePageProps) => (
  <ConfirmPage
    title={`Take case ${audit.caseReference} out of this round?`}
    caption={round.name}
    action={`/rounds/${round.id}/remove/${audit.id}`}
    back={`/rounds/${round.id}`}
    csrf={csrf}
    button="Take it out"
    isWarning
  >
    <p class="govuk-body">
      {`Its audit, ${audit.reference}, is withdrawn. The case itself stays, and can be added again.`}
    </p>
  </ConfirmPage>
)
