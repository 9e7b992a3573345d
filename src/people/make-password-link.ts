/** Makes a link through which a person sets their password. It works once, for three days. */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { insertPasswordLink } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

export const PASSWORD_LINK_HOURS = 72

/** @returns the path with its token, to be put after PUBLIC_URL; shown once, stored hashed */
export const makePasswordLink = (
  ctx: Context,
  personId: string
): Promise<{ path: string; expiresAt: string }> =>
  inTransaction(ctx, async (tx) => {
    const token = newToken()
    const expiresAt = toInstant(new Date(Date.parse(tx.now) + PASSWORD_LINK_HOURS * 3_600_000))
    await insertPasswordLink(tx.db, {
      tokenHash: tokenHash(token),
      personId,
      now: tx.now,
      expiresAt,
    })
    recordEvent(tx, {
      type: 'person.password_link_made',
      subjectId: personId,
      details: { expiresAt },
    })
    return { path: `/set-password/${token}`, expiresAt }
  })
