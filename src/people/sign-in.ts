/** Signs a person in with email and password: throttled, recorded, and with a new session every time. */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { isPassword } from './password-hash.ts'
import { afterFailure, FAILURES_ALLOWED, isThrottled, type ThrottleKind } from './rules/throttle.ts'
import { startSession } from './start-session.ts'
import { clearFailures, findAccount, listFailures, lockFailures, saveFailure } from './store.ts'

export interface SignInInput {
  readonly email: string
  readonly password: string
  readonly address: string
  readonly sessionHours: number
}

export type SignInResult =
  | { readonly ok: true; readonly token: string; readonly personId: string }
  | { readonly ok: false; readonly reason: 'wrong' | 'throttled' }

type Refusal = 'unknown' | 'wrong' | 'inactive' | 'throttled' | 'no_password'

const kinds: readonly ThrottleKind[] = ['account', 'address']

const isAnyThrottled = async (
  ctx: Context,
  keys: Record<ThrottleKind, string>
): Promise<boolean> => {
  const failures = await listFailures(ctx.db, Object.values(keys))
  return kinds.some((kind) =>
    isThrottled(
      kind,
      failures.find((row) => row.key === keys[kind]),
      ctx.now
    )
  )
}

/** The same answer for an unknown account and a wrong password, after the same time. */
export const signIn = async (ctx: Context, input: SignInInput): Promise<SignInResult> => {
  const emailKey = toKey(input.email)
  const keys: Record<ThrottleKind, string> = {
    account: `account:${emailKey}`,
    address: `address:${input.address}`,
  }
  const account = await findAccount(ctx.db, emailKey)
  const isRefusedAtOnce = await isAnyThrottled(ctx, keys)
  // Outside the transaction: scrypt takes a tenth of a second, and nobody else should wait for it.
  const isRight =
    !isRefusedAtOnce && (await isPassword(input.password, account?.passwordHash ?? null))

  return inTransaction(ctx, async (tx) => {
    const failures = await lockFailures(tx.db, Object.values(keys), tx.now)
    const failuresOf = (kind: ThrottleKind) => failures.find((row) => row.key === keys[kind])

    const refuse = async (reason: Refusal): Promise<SignInResult> => {
      for (const kind of kinds) {
        await saveFailure(tx.db, { key: keys[kind], ...afterFailure(failuresOf(kind), ctx.now) })
      }
      recordEvent(tx, {
        type: 'person.sign_in_refused',
        subjectId: account?.id ?? 'unknown',
        details: { reason },
      })
      return { ok: false, reason: reason === 'throttled' ? 'throttled' : 'wrong' }
    }

    const throttled = kinds.filter((kind) => isThrottled(kind, failuresOf(kind), ctx.now))
    if (throttled.length > 0) {
      // Told once a window: a machine that keeps trying must not be able to fill the event log.
      const isTold = throttled.every(
        (kind) => (failuresOf(kind)?.failures ?? 0) > FAILURES_ALLOWED[kind]
      )
      return isTold ? { ok: false, reason: 'throttled' } : refuse('throttled')
    }
    if (!account) return refuse('unknown')
    if (account.passwordHash === null) return refuse('no_password')
    if (!isRight) return refuse('wrong')
    if (account.isActive !== 1) return refuse('inactive')

    await clearFailures(tx.db, keys.account)
    const token = await startSession(tx, account.id, input.sessionHours)
    return { ok: true, token, personId: account.id }
  })
}
