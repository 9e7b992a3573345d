/** Asks before a mail that fails is given up. */
import type { FailingMail } from '../../src/mail/admin-store.ts'
import { ConfirmStepPage } from '../admin/confirm-step-page.tsx'
import { titleOfMail } from './mail-title.ts'

export const GiveUpPage = ({ mail, csrf }: { mail: FailingMail; csrf: string }) => (
  <ConfirmStepPage
    title="Give this mail up?"
    action={`/admin/mail/${mail.id}/give-up`}
    back="/admin/mail"
    backText="Mail"
    button="Give it up"
    csrf={csrf}
  >
    <p class="govuk-body">
      {titleOfMail(mail)}, to {mail.to}. It will not be sent, and this cannot be taken back. The
      notice itself stays in Plumbline, where {mail.to} finds it.
    </p>
    <p class="govuk-body">What was said: {mail.fault ?? 'nothing'}</p>
  </ConfirmStepPage>
)
