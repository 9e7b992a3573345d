/** When a mail that could not be sent is tried again. No number of tries is the last: nothing is lost by waiting. */

/** Minutes after the first, second … try that the mail server put off; the last for every further one. */
const PUT_OFF_MINUTES = [1, 5, 15, 60, 120, 240] as const

/** Likewise while no mail server answers: short, so that everything leaves soon after it is back. */
const NO_SERVER_MINUTES = [1, 2, 5, 10, 15] as const

/** `later`: the server put this mail off (4xx). `unreachable`: no server answered, or it takes no mail from us at all. */
export type Delay = 'later' | 'unreachable'

/**
 * @param attempts tries so far, the one that failed included
 * @returns the instant of the next try
 */
export const nextTryAt = (delay: Delay, attempts: number, now: string): string => {
  const steps = delay === 'later' ? PUT_OFF_MINUTES : NO_SERVER_MINUTES
  const minutes = steps[Math.min(Math.max(attempts, 1), steps.length) - 1] ?? 1
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}
