/** Makes a link through which a person sets their password. It works once, for three days; earlier ones stop working. */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findPerson, insertPasswordLink, usePasswordLinks } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

export const PASSWORD_LINK_HOURS = 72

/**
 * @throws WrongState for a closed account
 * @returns the path with its token, to be put after PUBLIC_URL; shown once, stored hashed
 */
export const makePasswordLink = (
  ctx: Context,
  personId: string
): Promise<{ path: string; expiresAt: string }> =>
  inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx.db, personId)
    if (person?.isActive !== 1) {
      throw new WrongState('This account is closed. Reactivate it before making a link.')
    }
    await usePasswordLinks(tx.db, personId, tx.now)
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
