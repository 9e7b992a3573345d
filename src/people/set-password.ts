/** Sets a password through a link: spends the link, ends every session of the person. */

import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import {
  clearFailures,
  endAllSessions,
  findPasswordLink,
  setPasswordHash,
  usePasswordLinks,
} from './store.ts'

export interface SetPasswordInput {
  readonly linkHash: string
  readonly passwordHash: string
}

export const LINK_IS_SPENT =
  'This link no longer works: it was used, a newer one was made, or it is more than three days old. Ask your administrator for a new one.'

/** @throws WrongState when the link was spent meanwhile */
export const setPassword = (ctx: Context, input: SetPasswordInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const link = await findPasswordLink(tx.db, input.linkHash)
    if (!link || link.usedAt !== null || link.expiresAt <= tx.now || link.isActive !== 1) {
      throw new WrongState(LINK_IS_SPENT)
    }
    await usePasswordLinks(tx.db, link.personId, tx.now)
    await setPasswordHash(tx.db, link.personId, input.passwordHash)
    await endAllSessions(tx.db, link.personId, tx.now)
    await clearFailures(tx.db, `account:${toKey(link.email)}`)
    recordEvent(tx, { type: 'person.password_set', subjectId: link.personId, details: {} })
  })
