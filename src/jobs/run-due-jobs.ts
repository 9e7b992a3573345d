/**
 * Runs each job whose time has come, unless another server is running it. What a job does is its feature's; a job that
 * fails is logged and runs again when it is next due.
 */
import { toInstant } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../db/transaction.ts'
import { addJobRun, claimJob, listJobRuns, releaseJob, renewLease } from './store.ts'

/** Something that happens by the clock. Each run may be repeated or come late, and then does what is left to do. */
export interface Job {
  /** As the event log names who did it. Never changed, since the database knows it by this. */
  readonly name: string
  /** From the start of one run to the start of the next. */
  readonly everyMinutes: number
  readonly run: (ctx: Context) => Promise<unknown>
}

/** What running jobs takes; the application's `Deps` have it all. */
export interface JobEnvironment {
  readonly db: Db
  readonly clock: () => Date
  readonly ids: () => string
  readonly log: { error(details: object, message: string): void }
}

/** How long a server that has died keeps others from its job. Renewed while the job runs. */
const LEASE_MINUTES = 5
const RENEW_MS = 60_000

const plusMinutes = (at: Date, minutes: number): string =>
  toInstant(new Date(at.getTime() + minutes * 60_000))

/** Runs the job, if this server is the one to get it. */
const runOne = async (environment: JobEnvironment, job: Job): Promise<boolean> => {
  const { db, clock, ids, log } = environment
  const started = clock()
  const now = toInstant(started)
  const runId = ids()
  const lease = () => ({ name: job.name, runId, until: plusMinutes(clock(), LEASE_MINUTES) })
  await addJobRun(db, job.name, now)
  if (!(await claimJob(db, lease(), now))) return false

  const renewal = setInterval(() => {
    renewLease(db, lease()).catch((error: unknown) =>
      log.error({ err: error, job: job.name }, 'the lease of a job could not be renewed')
    )
  }, RENEW_MS)
  let hasFailed = false
  try {
    await job.run({ db, now, ids, actor: { kind: 'job', name: job.name } })
  } catch (error) {
    hasFailed = true
    log.error({ err: error, job: job.name }, 'a job failed and will be tried again')
  } finally {
    clearInterval(renewal)
  }
  const nextAt = plusMinutes(started, job.everyMinutes)
  await releaseJob(db, { name: job.name, runId, nextAt, endedAt: toInstant(clock()), hasFailed })
  return true
}

/**
 * Never throws: what goes wrong is logged, and the next call tries again. A job that is still running, here or on
 * another server, is passed over.
 * @returns the names of the jobs that this call ran, failed ones included
 */
export const runDueJobs = async (
  environment: JobEnvironment,
  jobs: readonly Job[]
): Promise<string[]> => {
  const { db, clock, log } = environment
  try {
    const now = toInstant(clock())
    const runs = new Map((await listJobRuns(db)).map((run) => [run.name, run]))
    const due = jobs.filter(({ name }) => {
      const run = runs.get(name)
      return !run || (run.nextAt <= now && (run.leasedUntil ?? '') <= now)
    })
    // Side by side, so that a slow one keeps none of the others waiting.
    const ran = await Promise.all(
      due.map(async (job) => {
        try {
          return (await runOne(environment, job)) ? [job.name] : []
        } catch (error) {
          log.error({ err: error, job: job.name }, 'a job could not be started or ended')
          return []
        }
      })
    )
    return ran.flat()
  } catch (error) {
    log.error({ err: error }, 'the jobs could not be looked up')
    return []
  }
}
