/** What a mail is called where an administrator reads of it. */
import type { FailingMail } from '../../src/mail/admin-store.ts'

export const titleOfMail = (mail: Pick<FailingMail, 'sort' | 'label' | 'reference'>): string => {
  if (mail.sort === 'test') return 'Test message'
  if (mail.sort === 'digest') return 'Daily mail'
  return [mail.label ?? 'Notice', mail.reference].filter(Boolean).join(': ')
}
