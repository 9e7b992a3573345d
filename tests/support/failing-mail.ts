/** A mail that the mail server has put off or refused, as a test of what is done about it needs one. */
import type { Context } from '../../src/db/transaction.ts'
import { claimMail, markFailed } from '../../src/mail/send-store.ts'
import { switchMail } from '../../src/mail/switch-mail.ts'
import { addNotice } from './notice-builders.ts'

/** @returns the id of the mail */
export const addFailingMail = async (
  ctx: Context,
  personId: string,
  fault = '451 Try later',
  state: 'waiting' | 'refused' = 'waiting'
): Promise<string> => {
  await switchMail(ctx, true)
  await addNotice(ctx, personId)
  const claim = { leaseId: ctx.ids(), domain: 'aldermere.example', now: ctx.now }
  const mail = await claimMail(ctx.db, { ...claim, until: ctx.now })
  if (!mail) throw new Error('no mail was due')
  const nextAt = new Date(Date.parse(ctx.now) + 3_600_000).toISOString()
  await markFailed(ctx.db, { ...claim, id: mail.id, state, nextAt, fault })
  return mail.id
}
