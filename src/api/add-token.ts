/** Makes a token of the API. The token itself is given back once and stands nowhere; the database knows its hash. */
import { randomBytes } from 'node:crypto'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { newToken, tokenHash } from '../people/tokens.ts'
import { LONGEST_TOKEN_NAME, type Scope, scopes, scopesFault, tokenState } from './rules/token.ts'
import { insertToken, listUnrevokedByName } from './token-store.ts'

export interface AddTokenInput {
  readonly name: string
  readonly scopes: readonly Scope[]
  /** The last London date on which it works; null for no end. */
  readonly expiresOn: string | null
}

/**
 * @returns the token, to be shown once
 * @throws FieldFault `name`, `scope` or `expires`
 */
export const addToken = (
  ctx: Context,
  input: AddTokenInput
): Promise<{ readonly id: string; readonly token: string }> =>
  inTransaction(ctx, async (tx) => {
    const name = input.name.trim()
    const todayOn = londonDate(tx.now)
    if (name === '' || name.length > LONGEST_TOKEN_NAME) {
      throw new FieldFault(
        'name',
        `Give a name of at most ${LONGEST_TOKEN_NAME} characters that says what will use the token`
      )
    }
    const fault = scopesFault(input.scopes)
    if (fault) throw new FieldFault('scope', fault)
    if (input.expiresOn !== null && input.expiresOn < todayOn) {
      throw new FieldFault('expires', 'The last day must be today or later')
    }
    const same = await listUnrevokedByName(tx.db, name)
    if (same.some((one) => tokenState(one, todayOn) === 'live')) {
      throw new FieldFault(
        'name',
        'A token of this name works already: choose another name, or revoke it first'
      )
    }
    const id = tx.ids()
    const shown = `plumb_${randomBytes(4).toString('hex')}`
    const token = `${shown}_${newToken()}`
    const ordered = scopes.filter((scope) => input.scopes.includes(scope))
    await insertToken(tx.db, {
      id,
      name,
      shown,
      tokenHash: tokenHash(token),
      scopes: ordered,
      expiresOn: input.expiresOn,
      now: tx.now,
      createdBy: tx.actor.kind === 'user' ? tx.actor.id : null,
    })
    recordEvent(tx, {
      type: 'token.made',
      subjectId: id,
      details: { scopes: [...ordered], expiresOn: input.expiresOn },
    })
    return { id, token }
  })
