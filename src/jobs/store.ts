/**
 * The SQL of who runs which job. Each change is one statement that says what must still be so, so that of several
 * servers that try at once one succeeds; no transaction is held while a job runs.
 */
import type { Db } from '../db/schema.ts'

export interface JobRun {
  readonly name: string
  readonly nextAt: string
  readonly leasedUntil: string | null
}

export const listJobRuns = (db: Db): Promise<JobRun[]> =>
  db
    .selectFrom('job_run')
    .select(['name', 'next_at as nextAt', 'leased_until as leasedUntil'])
    .execute()

/** Makes the row of a job that has never run; any server may. */
export const addJobRun = (db: Db, name: string, now: string) =>
  db
    .insertInto('job_run')
    .values({ name, next_at: now })
    .onConflict((oc) => oc.doNothing())
    .execute()

export interface Lease {
  readonly name: string
  /** One id a run. */
  readonly runId: string
  readonly until: string
}

/** @returns true for the one server that may run it now */
export const claimJob = async (db: Db, lease: Lease, now: string): Promise<boolean> => {
  const result = await db
    .updateTable('job_run')
    .set({ leased_by: lease.runId, leased_until: lease.until, started_at: now })
    .where('name', '=', lease.name)
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export const renewLease = (db: Db, lease: Lease) =>
  db
    .updateTable('job_run')
    .set({ leased_until: lease.until })
    .where('name', '=', lease.name)
    .where('leased_by', '=', lease.runId)
    .execute()

/** Gives the job free again; nothing when another server took it over meanwhile. */
export const releaseJob = (
  db: Db,
  run: { name: string; runId: string; nextAt: string; endedAt: string; hasFailed: boolean }
) =>
  db
    .updateTable('job_run')
    .set({
      next_at: run.nextAt,
      leased_by: null,
      leased_until: null,
      ...(run.hasFailed ? { failed_at: run.endedAt } : { finished_at: run.endedAt }),
    })
    .where('name', '=', run.name)
    .where('leased_by', '=', run.runId)
    .execute()
