/** Jobs: one server runs each when it is due, a failure stops nothing, and a server that died is replaced. */
import { expect, test } from 'vitest'
import { type Job, type JobEnvironment, runDueJobs } from '../../src/jobs/run-due-jobs.ts'
import { startJobs } from '../../src/jobs/start-jobs.ts'
import { newContext } from '../support/context.ts'

/** Two servers or more on one database, with one clock that the test moves. */
const setUp = async () => {
  const ctx = await newContext()
  let now = '2026-01-12T09:00:00.000Z'
  const logged: string[] = []
  const environment: JobEnvironment = {
    db: ctx.db,
    ids: ctx.ids,
    clock: () => new Date(now),
    log: {
      error: (details, message) => {
        const { err, job } = details as { err: Error; job?: string }
        logged.push(`${job}: ${message}: ${err.message}`)
      },
    },
  }
  return {
    ctx,
    environment,
    logged,
    setNow: (instant: string) => {
      now = instant
    },
  }
}

/** A job that says each time who ran it and when. */
const saying = (said: string[], name = 'say', everyMinutes = 15): Job => ({
  name,
  everyMinutes,
  run: async (ctx) => {
    said.push(`${ctx.actor.kind === 'job' ? ctx.actor.name : ctx.actor.kind} ${ctx.now}`)
  },
})

test('a job runs at its first chance, and again when its time has come', async () => {
  const { environment, setNow } = await setUp()
  const said: string[] = []
  const jobs = [saying(said)]
  expect(await runDueJobs(environment, jobs)).toEqual(['say'])
  setNow('2026-01-12T09:14:59.999Z')
  expect(await runDueJobs(environment, jobs)).toEqual([])
  setNow('2026-01-12T09:15:00.000Z')
  expect(await runDueJobs(environment, jobs)).toEqual(['say'])
  expect(said).toEqual(['say 2026-01-12T09:00:00.000Z', 'say 2026-01-12T09:15:00.000Z'])
})

test('of several servers that look at once, one runs it', async () => {
  const { environment } = await setUp()
  const said: string[] = []
  const jobs = [saying(said)]
  const ran = await Promise.all([1, 2, 3, 4].map(() => runDueJobs(environment, jobs)))
  expect(ran.flat()).toEqual(['say'])
  expect(said).toHaveLength(1)
})

test('a job that takes longer than its time is not begun again before it has ended', async () => {
  const { environment, setNow } = await setUp()
  const ended = Promise.withResolvers<void>()
  let begun = 0
  const slow: Job = {
    name: 'slow',
    everyMinutes: 1,
    run: () => {
      begun += 1
      return ended.promise
    },
  }
  const said: string[] = []
  const first = runDueJobs(environment, [slow])
  await expect.poll(() => begun).toBe(1)
  setNow('2026-01-12T09:03:00.000Z')
  // The others are not kept waiting.
  expect(await runDueJobs(environment, [slow, saying(said)])).toEqual(['say'])
  ended.resolve()
  expect(await first).toEqual(['slow'])
  expect(await runDueJobs(environment, [slow])).toEqual(['slow'])
  expect(begun).toBe(2)
})

test('a job that fails is logged, keeps no other from running, and is tried again when next due', async () => {
  const { ctx, environment, logged, setNow } = await setUp()
  const said: string[] = []
  let runs = 0
  const failing: Job = {
    name: 'fail',
    everyMinutes: 5,
    run: async () => {
      runs += 1
      if (runs === 1) throw new Error('the disk is full')
    },
  }
  const jobs = [failing, saying(said)]
  expect(await runDueJobs(environment, jobs)).toEqual(['fail', 'say'])
  expect(logged).toEqual(['fail: a job failed and will be tried again: the disk is full'])
  expect(said).toHaveLength(1)
  const times = () =>
    ctx.db
      .selectFrom('job_run')
      .select(['next_at', 'leased_by', 'finished_at', 'failed_at'])
      .where('name', '=', 'fail')
      .executeTakeFirst()
  expect(await times()).toEqual({
    next_at: '2026-01-12T09:05:00.000Z',
    leased_by: null,
    finished_at: null,
    failed_at: '2026-01-12T09:00:00.000Z',
  })
  setNow('2026-01-12T09:05:00.000Z')
  expect(await runDueJobs(environment, jobs)).toEqual(['fail'])
  expect(await times()).toMatchObject({ finished_at: '2026-01-12T09:05:00.000Z' })
})

test('what a server that died was running is taken over when its lease has run out', async () => {
  const { ctx, environment, setNow } = await setUp()
  const said: string[] = []
  const jobs = [saying(said)]
  await ctx.db
    .insertInto('job_run')
    .values({
      name: 'say',
      next_at: '2026-01-12T08:58:00.000Z',
      leased_by: 'a server that is gone',
      leased_until: '2026-01-12T09:03:00.000Z',
    })
    .execute()
  setNow('2026-01-12T09:02:59.999Z')
  expect(await runDueJobs(environment, jobs)).toEqual([])
  setNow('2026-01-12T09:03:00.000Z')
  expect(await runDueJobs(environment, jobs)).toEqual(['say'])
})

test('without a database nothing is thrown, and what was wrong is logged', async () => {
  const { ctx, environment, logged } = await setUp()
  const broken = Object.create(ctx.db, {
    selectFrom: {
      value: () => {
        throw new Error('the connection was lost')
      },
    },
  })
  expect(await runDueJobs({ ...environment, db: broken }, [saying([])])).toEqual([])
  expect(logged).toEqual(['undefined: the jobs could not be looked up: the connection was lost'])
})

test('stopping waits for a job that has begun', async () => {
  const { environment } = await setUp()
  const ended = Promise.withResolvers<void>()
  const order: string[] = []
  const { stop } = startJobs(environment, [
    {
      name: 'slow',
      everyMinutes: 1,
      run: async () => {
        order.push('begun')
        await ended.promise
        order.push('ended')
      },
    },
  ])
  await expect.poll(() => order).toEqual(['begun'])
  const stopping = stop().then(() => order.push('stopped'))
  ended.resolve()
  await stopping
  expect(order).toEqual(['begun', 'ended', 'stopped'])
})
