/** How many wrong passwords are too many, per account and per address. */

export const THROTTLE_MINUTES = 15
export const FAILURES_ALLOWED = { account: 5, address: 50 } as const
export type ThrottleKind = keyof typeof FAILURES_ALLOWED

export interface Failures {
  readonly failures: number
  /** Instant of the first failure of this window. */
  readonly firstAt: string
}

const windowEnd = (firstAt: string): number => Date.parse(firstAt) + THROTTLE_MINUTES * 60_000

export const isThrottled = (
  kind: ThrottleKind,
  failures: Failures | undefined,
  now: string
): boolean =>
  failures !== undefined &&
  failures.failures >= FAILURES_ALLOWED[kind] &&
  Date.parse(now) < windowEnd(failures.firstAt)

/** The count after one more failure; a new window starts when the old one has ended. */
export const afterFailure = (failures: Failures | undefined, now: string): Failures =>
  failures && Date.parse(now) < windowEnd(failures.firstAt)
    ? { failures: failures.failures + 1, firstAt: failures.firstAt }
    : { failures: 1, firstAt: now }
