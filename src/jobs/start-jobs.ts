/** Looks for due jobs again and again while the server runs, and lets those that have begun end before it stops. */
import { type Job, type JobEnvironment, runDueJobs } from './run-due-jobs.ts'

/** How often it looks. A job is due to the minute; what it does is told in days and hours. */
const LOOK_MS = 30_000

/** How long stopping waits for a job. One that takes longer is cut off, and done again after the next start. */
const STOP_WITHIN_MS = 10_000

export interface RunningJobs {
  /** Starts nothing more, and waits for what has begun. */
  readonly stop: () => Promise<void>
}

export const startJobs = (environment: JobEnvironment, jobs: readonly Job[]): RunningJobs => {
  const running = new Set<Promise<unknown>>()
  const look = () => {
    const round = runDueJobs(environment, jobs)
    running.add(round)
    void round.finally(() => running.delete(round))
  }
  const timer = setInterval(look, LOOK_MS)
  look()
  return {
    stop: async () => {
      clearInterval(timer)
      let limit: NodeJS.Timeout | undefined
      await Promise.race([
        Promise.all(running),
        new Promise((resolve) => {
          limit = setTimeout(resolve, STOP_WITHIN_MS)
        }),
      ])
      clearTimeout(limit)
    },
  }
}
