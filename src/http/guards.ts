/**
 * Who may use a route. Every route outside a short public list carries one of these (tests/architecture.test.ts
 * looks for the `guard` mark). Whether one record is theirs is asked again by the feature that owns it.
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { inTransaction } from '../db/transaction.ts'
import { NoLongerTheirs, NotAllowed, NotFound, NotTheirs } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { isGranted, type Permission } from '../people/rules/permissions.ts'
import { askToSignIn } from './ask-to-sign-in.tsx'
import { type AppEnv, type C, contextOf } from './env.ts'

export type Guard = MiddlewareHandler<AppEnv> & { readonly guard: Permission | 'signed_in' }

/** Written in a transaction of its own: a refusal changes nothing else. */
export const recordRefusal = (c: C, permission: string, subjectId: string): Promise<void> =>
  inTransaction(contextOf(c), async (ctx) => {
    recordEvent(ctx, {
      type: 'access.refused',
      subjectId: subjectId.slice(0, 100) || 'route',
      // The pattern and not the address: what somebody typed into an address may be a name.
      details: { permission, method: c.req.method, route: routePath(c) },
    })
  })

/** For a record that exists and is not theirs: recorded, and answered as one that does not exist. */
export const refuseRecord = async (
  c: C,
  permission: Permission,
  subjectId: string
): Promise<never> => {
  await recordRefusal(c, permission, subjectId)
  throw new NotFound('No such record')
}

/** Runs what finds out for itself whose a record is: NotTheirs becomes a recorded refusal. */
export const refusingOthers = async <T>(
  c: C,
  permission: Permission,
  subjectId: string,
  work: Promise<T>
): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotTheirs) return refuseRecord(c, permission, subjectId)
    if (error instanceof NoLongerTheirs) await recordRefusal(c, permission, subjectId)
    throw error
  }
}

const guarded = (guard: Guard['guard'], isAllowed: (c: C) => boolean): Guard =>
  Object.assign(
    (async (c, next) => {
      if (!c.get('person')) return askToSignIn(c)
      if (!isAllowed(c)) {
        await recordRefusal(c, guard, 'route')
        throw new NotAllowed('Your role does not include this.')
      }
      return next()
    }) satisfies MiddlewareHandler<AppEnv>,
    { guard }
  )

/** Anybody with a live session. */
export const signedIn: Guard = guarded('signed_in', () => true)

/** Anybody whose roles give the permission in some scope. */
export const may = (permission: Permission): Guard =>
  guarded(permission, (c) => isGranted(c.get('person')?.roles ?? [], permission))
