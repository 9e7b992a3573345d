/**
 * Rounds of killing: the real server is ended with SIGKILL while several people save, started again, and everything
 * that anybody was told is saved must be there, the event log whole and every check passed.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import type { Db } from '../../src/db/schema.ts'
import type { Context } from '../../src/db/transaction.ts'
import { newUuid } from '../../src/db/uuid.ts'
import { verifyEvents } from '../../src/events/verify-events.ts'
import { endOf, type Server } from '../server.ts'
import { addAuditors } from './council.ts'
import { Writer } from './writer.ts'

export interface KillFigures {
  rounds: number
  /** Rounds in which at least one save had been sent and not answered when the server was killed. */
  withRequestInFlight: number
  acknowledged: number
  /** Saves in flight that turned out to be stored, and that did not. */
  inFlightStored: number
  inFlightNotStored: number
  /** Milliseconds from spawn to the first answer, each start. */
  starts: number[]
  /** Anything that is not as it must be. */
  faults: string[]
}

export interface KillOptions {
  readonly rounds: number
  readonly writers: number
  readonly databaseUrl: string
  /** Where the acknowledgements are written, outside the server. */
  readonly log: string
  readonly start: (databaseUrl: string) => Promise<Server>
  readonly figures: KillFigures
  readonly onRound?: (round: number) => Promise<void>
}

export const noFigures = (): KillFigures => ({
  rounds: 0,
  withRequestInFlight: 0,
  acknowledged: 0,
  inFlightStored: 0,
  inFlightNotStored: 0,
  starts: [],
  faults: [],
})

/** Long enough for a few saves of each writer, short enough to hit starting, saving and checkpointing alike. */
const LONGEST_MS = 300

const withDatabase = async <T>(url: string, work: (ctx: Context) => Promise<T>): Promise<T> => {
  const db = await openDatabase(url)
  try {
    const actor = { kind: 'command', name: 'bench' } as const
    return await work({ db, actor, now: new Date().toISOString(), ids: newUuid })
  } finally {
    await db.destroy()
  }
}

/** Saves until a moment that nobody chose, then SIGKILL. @returns how many saves were in flight */
const saveAndKill = async (server: Server, writers: readonly Writer[]): Promise<number> => {
  let hear: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    hear = resolve
  })
  const gone = Promise.all(writers.map((writer) => writer.saveUntilGone(server.url, hear)))
  await Promise.race([first, gone])
  await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_MS))
  const inFlight = writers.filter((writer) => writer.isWaiting).length
  const end = endOf(server.process)
  if (end !== undefined) throw new Error(`the server came to an end by itself (${end})`)
  await server.stop()
  await gone
  return inFlight
}

/** The acknowledgements as the file has them: the last text of each answer. */
const acknowledgedTexts = (log: string): Map<string, { revision: number; text: string }> => {
  const last = new Map<string, { revision: number; text: string }>()
  for (const line of readFileSync(log, 'utf8').split('\n').filter(Boolean)) {
    const [auditId, item, revision, text] = JSON.parse(line) as [string, string, string, string]
    last.set(`${auditId} ${item}`, { revision: Number(revision), text })
  }
  return last
}

/** Holds what is stored against what was acknowledged, and lets each writer read the page again. */
const compare = async (db: Db, options: KillOptions, writers: readonly Writer[]): Promise<void> => {
  const { figures } = options
  const acknowledged = acknowledgedTexts(options.log)
  for (const writer of writers) {
    const rows = await db
      .selectFrom('answer')
      .select(['item_key', 'evidence', 'revision'])
      .where('audit_id', '=', writer.auditor.auditId)
      .execute()
    for (const [item, known] of writer.known) {
      const row = rows.find((each) => each.item_key === item)
      const told = acknowledged.get(`${writer.auditor.auditId} ${item}`)
      const stored = { revision: row?.revision ?? 0, text: row?.evidence ?? '' }
      const isAsTold =
        stored.revision === (told?.revision ?? 0) && stored.text === (told?.text ?? '')
      const isInFlight =
        known.inFlight !== undefined &&
        stored.text === known.inFlight &&
        stored.revision === (told?.revision ?? 0) + 1
      if (known.inFlight !== undefined) {
        if (isInFlight) figures.inFlightStored += 1
        else figures.inFlightNotStored += 1
      }
      if (isInFlight) {
        // Whoever opens the page now reads it there: from here on it is as good as acknowledged.
        const read = [writer.auditor.auditId, item, String(stored.revision), stored.text]
        appendFileSync(options.log, `${JSON.stringify(read)}\n`)
      }
      if (!isAsTold && !isInFlight) {
        figures.faults.push(
          `LOST: ${item} of ${writer.auditor.auditId} has revision ${stored.revision} '${stored.text.slice(0, 60)}', ` +
            `acknowledged was ${told?.revision} '${told?.text.slice(0, 60)}'`
        )
      }
      Object.assign(known, { ...stored, inFlight: undefined })
    }
  }
}

const verify = (options: KillOptions, writers: readonly Writer[]): Promise<void> =>
  withDatabase(options.databaseUrl, async (ctx) => {
    await compare(ctx.db, options, writers)
    const { fault } = await verifyEvents(ctx.db)
    if (fault) options.figures.faults.push(`events verify: ${fault}`)
    options.figures.faults.push(...(await checkDatabase(ctx)).map((each) => `check: ${each}`))
  })

/** A start that fails is a fault, and is tried once more so that the rounds can go on. */
const startAgain = (options: KillOptions, round: number): Promise<Server> =>
  options.start(options.databaseUrl).catch((error: Error) => {
    options.figures.faults.push(`round ${round}: ${error.message}`)
    return options.start(options.databaseUrl)
  })

/** Runs the rounds on a new council and adds to the figures. */
export const killRounds = async (options: KillOptions): Promise<void> => {
  const { figures } = options
  writeFileSync(options.log, '')
  const auditors = await withDatabase(options.databaseUrl, async (ctx) => {
    await migrate(ctx.db)
    return addAuditors(ctx, options.writers)
  })
  const writers = auditors.map((auditor, index) => new Writer(`w${index}`, auditor, options.log))
  let server = await options.start(options.databaseUrl)
  for (let round = 1; round <= options.rounds; round += 1) {
    const before = writers.reduce((sum, writer) => sum + writer.acknowledged, 0)
    const inFlight = await saveAndKill(server, writers).catch((error: Error) => {
      figures.faults.push(`round ${round}: ${error.message}`)
      return 0
    })
    figures.rounds += 1
    if (inFlight > 0) figures.withRequestInFlight += 1
    figures.acknowledged += writers.reduce((sum, writer) => sum + writer.acknowledged, 0) - before
    server = await startAgain(options, round)
    figures.starts.push(server.startMs)
    await verify(options, writers)
    figures.faults.push(...writers.flatMap((writer) => writer.surprises.splice(0)))
    await options.onRound?.(round)
    if (figures.faults.length > 20) break
  }
  await server.stop()
}
