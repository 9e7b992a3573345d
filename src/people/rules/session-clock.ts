/** When a session ends: after some minutes unused, and after some hours whatever happens. */

export interface SessionTimes {
  readonly seenAt: string
  readonly expiresAt: string
  readonly endedAt: string | null
}

/** `seen_at` is written at most this often, so that a busy page does not write on every request. */
export const SEEN_STEP_SECONDS = 60

export const isSessionLive = (times: SessionTimes, now: string, idleMinutes: number): boolean =>
  times.endedAt === null && Date.parse(now) < idleEndsAt(times, idleMinutes)

/** The earlier of the two limits, in milliseconds since 1970. */
export const idleEndsAt = (times: SessionTimes, idleMinutes: number): number =>
  Math.min(
    Date.parse(times.expiresAt),
    // One step more, because a request within the step is not written down.
    Date.parse(times.seenAt) + (idleMinutes * 60 + SEEN_STEP_SECONDS) * 1000
  )

export const isSeenStale = (times: SessionTimes, now: string): boolean =>
  Date.parse(now) - Date.parse(times.seenAt) >= SEEN_STEP_SECONDS * 1000
