/**
 * Imports a results file: all of it or, with every fault named, nothing. Rows are staged in short pieces that nobody
 * counts, then one short transaction makes them count, so that people can go on saving meanwhile.
 */
import type { Db } from '../db/schema.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FaultyInput } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { hiddenInserts, switchQueries } from '../grading/hidden-store.ts'
import { type BuiltQuery, runBuilt } from '../grading/store.ts'
import { insertTeam } from '../people/team-store.ts'
import type { Rubric } from '../rubrics/rules/rubric.ts'
import { newPacer, PIECE, pieces } from './import-pace.ts'
import { type LoadedPlan, loadPlan } from './load-plan.ts'
import { lockMappings } from './mapping-store.ts'
import { fingerprintOf } from './plan-fingerprint.ts'
import { type PreparedAudit, type PreparedImport, prepareImport } from './prepare-import.ts'
import type { FileFault } from './rules/file-fault.ts'
import type { FileAudit, ImportPlan } from './rules/plan-import.ts'
import { fold } from './rules/resolve-names.ts'
import {
  auditInserts,
  findLastSignOfLife,
  finishImport,
  insertImport,
  insertRounds,
  setTeam,
  touchImport,
} from './store.ts'
import { discardStaged, sweepHidden } from './sweep-hidden.ts'
import { switchAudits } from './switch-audits.ts'

export type ImportInput = {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, in hex: the event log proves by it which file it was. */
  readonly fileHash: string
  readonly dryRun: boolean
  /** Rubrics that would be published before the import; a dry run reads the file against them all the same. */
  readonly library: readonly Rubric[]
  readonly replace: boolean
  /** The time of day while the import is at work; `ctx.now` stands still. */
  readonly clock: () => Date
  /** The id that the import gets; a new one unless given. */
  readonly importId?: string
  /** What somebody confirmed, from fingerprintOf; anything else is refused. */
  readonly expected?: string
  /** Joins the transaction that makes the import count. */
  readonly onSwitch?: (tx: TransactionContext) => Promise<void>
  /** Judgements staged so far, and all. */
  readonly onProgress?: (done: number, all: number) => Promise<void>
}

/** Numbers count judgements, which are the rows of the file, unless they say otherwise. */
export type ImportOutcome = {
  /** Null when nothing was written. */
  readonly importId: string | null
  readonly added: number
  readonly unchanged: number
  readonly replaced: number
  readonly audits: number
  readonly rounds: number
  readonly reports: readonly FileFault[]
}

/** An import that has given no sign of life for this long was stopped. */
const DEAD_AFTER_MS = 60_000

const judgementsOf = (audits: readonly FileAudit[]) =>
  audits.reduce((sum, audit) => sum + audit.rows.length, 0)

/** Between the preview that somebody confirmed and now, what the file would do has become something else. */
export class PlanChanged extends FaultyInput {}

const planOf = async (ctx: Context, input: ImportInput): Promise<LoadedPlan> => {
  const told = (faults: readonly FileFault[]) =>
    new FaultyInput(faults.map(({ line, message }) => `${input.fileName}:${line}: ${message}`))
  const read = await loadPlan(ctx.db, input)
  if (!read.ok) throw told(read.faults)
  if (read.loaded.plan.faults.length > 0) throw told(read.loaded.plan.faults)
  if (input.expected !== undefined && input.expected !== fingerprintOf(read.loaded)) {
    throw new PlanChanged(['what this file would do has changed since you looked at it'])
  }
  return read.loaded
}

const refuseWhileAnotherIsAtWork = async (ctx: Context, clock: () => Date) => {
  const at = await findLastSignOfLife(ctx.db)
  if (at && clock().getTime() - Date.parse(at) < DEAD_AFTER_MS) {
    throw new FaultyInput([
      'another import of results is at work; nothing was changed, try again when it has ended (a minute after it was stopped)',
    ])
  }
}

/** The statements that stage some audits, built before anybody has to wait for them. */
const pieceQueries = (db: Db, importId: string, audits: readonly PreparedAudit[]): BuiltQuery[] => [
  ...auditInserts(
    db,
    audits.map((audit) => audit.row)
  ),
  ...hiddenInserts(
    db,
    importId,
    audits.flatMap((audit) => audit.judgements)
  ),
]

const stagePiece = async (
  tx: TransactionContext,
  importId: string,
  queries: readonly BuiltQuery[],
  clock: () => Date
) => {
  if (!(await touchImport(tx.db, importId, clock().toISOString()))) {
    throw new FaultyInput([
      'another import took this one for stopped; nothing was changed, try again',
    ])
  }
  await runBuilt(tx.db, queries)
}

const switchIn = async (
  tx: TransactionContext,
  importId: string,
  plan: ImportPlan,
  prepared: PreparedImport,
  tallies: readonly BuiltQuery[],
  input: ImportInput,
  mappingRevision: string
) => {
  if ((await lockMappings(tx.db)) !== mappingRevision) {
    throw new PlanChanged([
      'somebody mapped a historical name while this was at work; nothing was changed, try again',
    ])
  }
  for (const team of prepared.newTeams) {
    await insertTeam(tx.db, {
      id: team.id,
      name: team.name,
      nameKey: team.key,
      parentId: null,
      kind: 'team',
      openedOn: null,
      closedOn: tx.now.slice(0, 10),
      isHistorical: 1,
    })
    await setTeam(tx.db, team.auditIds, team.id)
    recordEvent(tx, {
      type: 'team.added',
      subjectId: team.id,
      details: { parentId: null, isHistorical: true },
    })
  }
  const show = prepared.audits.map(({ row }) => ({
    id: row.id,
    key: row.reference_key,
    roundId: row.round_id,
  }))
  const hide = plan.replaced.map(({ known }) => known)
  await switchAudits(tx, { show, hide, at: tx.now, tallies })
  await finishImport(tx.db, importId, tx.now)
  recordEvent(tx, {
    type: 'results.imported',
    subjectId: importId,
    details: {
      fileHash: input.fileHash,
      audits: prepared.audits.length,
      judgements: prepared.audits.reduce((sum, audit) => sum + audit.judgements.length, 0),
      replaced: hide.length,
    },
  })
  await input.onSwitch?.(tx)
}

/**
 * @throws FaultyInput with a line for every fault (`FILE:LINE: what, and what would be right`); nothing is changed then
 */
export const importResults = async (ctx: Context, input: ImportInput): Promise<ImportOutcome> => {
  const { plan, reports, mappings, mappingRevision } = await planOf(ctx, input)
  const audits = [...plan.fresh, ...plan.replaced.map(({ audit }) => audit)]
  const outcome = {
    added: judgementsOf(plan.fresh),
    unchanged: judgementsOf(plan.unchanged),
    replaced: judgementsOf(plan.replaced.map(({ audit }) => audit)),
    audits: audits.length,
    rounds: new Set(audits.map((audit) => fold(audit.first.round))).size,
    reports,
  }
  if (audits.length === 0 || input.dryRun) return { importId: null, ...outcome }
  await refuseWhileAnotherIsAtWork(ctx, input.clock)
  await sweepHidden(ctx.db)

  const importId = input.importId ?? ctx.ids()
  const prepared = await prepareImport(
    ctx,
    importId,
    audits,
    new Set(plan.replaced.map(({ known }) => known.id)),
    mappings
  )
  const begin = async (tx: TransactionContext) => {
    await insertImport(tx.db, {
      id: importId,
      file_name: input.fileName,
      file_hash: input.fileHash,
      imported_by: 'id' in tx.actor ? tx.actor.id : null,
      imported_at: input.clock().toISOString(),
      state: 'staged',
      audits: audits.length,
      judgements: judgementsOf(audits),
    })
    await insertRounds(tx.db, prepared.rounds)
  }
  const hideIds = plan.replaced.map(({ known }) => known.id)
  const runs = pieces(prepared.audits, (audit) => audit.judgements.length)
  if (judgementsOf(audits) <= PIECE) {
    await inTransaction(ctx, async (tx) => {
      await begin(tx)
      for (const run of runs) {
        await stagePiece(tx, importId, pieceQueries(tx.db, importId, run), input.clock)
      }
      const tallies = await switchQueries(tx.db, importId, hideIds)
      await switchIn(tx, importId, plan, prepared, tallies, input, mappingRevision)
    })
  } else {
    await inTransaction(ctx, begin)
    const paced = newPacer()
    try {
      let done = 0
      for (const run of runs) {
        const queries = pieceQueries(ctx.db, importId, run)
        await paced(() =>
          inTransaction(ctx, (tx) => stagePiece(tx, importId, queries, input.clock))
        )
        done += run.reduce((sum, audit) => sum + audit.judgements.length, 0)
        await input.onProgress?.(done, judgementsOf(audits))
      }
      const tallies = await switchQueries(ctx.db, importId, hideIds)
      await paced(() =>
        inTransaction(ctx, (tx) =>
          switchIn(tx, importId, plan, prepared, tallies, input, mappingRevision)
        )
      )
    } catch (error) {
      await discardStaged(ctx.db, importId)
      throw error
    }
  }
  await sweepHidden(ctx.db)
  return { importId, ...outcome }
}
