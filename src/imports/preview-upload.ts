/**
 * Works out what an uploaded results file would do and keeps that beside the file, a page at a time, for whoever looks.
 * Nothing of the council's record changes. Several servers may be asked at once: one of them does it.
 */
import { fromJson, toJson } from '../db/columns.ts'
import type { Context } from '../db/transaction.ts'
import type { LoadedPlan } from './load-plan.ts'
import { loadPlan } from './load-plan.ts'
import { fingerprintOf } from './plan-fingerprint.ts'
import { readUpload } from './read-upload.ts'
import { auditChanges } from './rules/audit-changes.ts'
import {
  faultyPreview,
  inPages,
  judgementsOf,
  named,
  type Preview,
  SAMPLE_ROWS,
  type UploadOptions,
} from './rules/preview.ts'
import { fold } from './rules/resolve-names.ts'
import { listTeamsByKey } from './store.ts'
import {
  deleteParts,
  findUpload,
  insertParts,
  moveUpload,
  setUploadSummary,
  touchUpload,
} from './upload-store.ts'

/** Who reads a file and has given no sign of life for this long was stopped. */
const DEAD_AFTER_MS = 30_000
/** How often who reads a file says how far it is. */
const SIGN_EVERY_MS = 1000
/** Pages written by one statement. */
const PAGES_A_STATEMENT = 20

const REMEDY =
  'correct the file, or choose “Replace audits that are there with other content” and look again'
const NAME_REMEDY = "give the case system's reference instead"

const newNames = async (ctx: Context, { rows, rounds }: LoadedPlan) => {
  const known = new Set(rounds.map((round) => round.key))
  const roundNames = [...new Map(rows.map((row) => [fold(row.round), row.round]))]
  const teams = new Map(rows.flatMap(({ team }) => (team === null ? [] : [[fold(team), team]])))
  const there = new Set((await listTeamsByKey(ctx.db, [...teams.keys()])).map(({ key }) => key))
  return {
    rounds: roundNames.flatMap(([key, name]) => (known.has(key) ? [] : name)),
    teams: [...teams].flatMap(([key, name]) => (there.has(key) ? [] : name)),
  }
}

const previewOf = async (ctx: Context, loaded: LoadedPlan): Promise<Preview> => {
  const { plan } = loaded
  const replaced = plan.replaced.map(({ audit }) => audit)
  const names = await newNames(ctx, loaded)
  return {
    audits: {
      fresh: plan.fresh.length,
      unchanged: plan.unchanged.length,
      replaced: replaced.length,
      different: plan.different.length,
    },
    judgements: {
      fresh: judgementsOf(plan.fresh),
      unchanged: judgementsOf(plan.unchanged),
      replaced: judgementsOf(replaced),
    },
    newRounds: named(names.rounds),
    newTeams: named(names.teams),
    unknownThemes: named(loaded.unknownThemes),
    faults: plan.faults.length,
    changes: plan.replaced.length,
    reports: loaded.reports.length,
    fingerprint: plan.faults.length > 0 ? '' : fingerprintOf(loaded),
  }
}

const writePages = async (ctx: Context, id: string, part: string, things: readonly unknown[]) => {
  const pages = inPages(things).map((page) => toJson(page))
  for (let from = 0; from < pages.length; from += PAGES_A_STATEMENT) {
    await insertParts(ctx.db, id, part, from, pages.slice(from, from + PAGES_A_STATEMENT))
  }
}

const claim = async (ctx: Context, id: string, clock: () => Date, again: boolean) => {
  const at = clock().toISOString()
  const staleBefore = new Date(Date.parse(at) - DEAD_AFTER_MS).toISOString()
  const from = again ? (['arrived', 'ready', 'faulty'] as const) : (['arrived'] as const)
  return (
    (await moveUpload(ctx.db, id, from, 'reading', at)) ||
    (await moveUpload(ctx.db, id, ['reading'], 'reading', at, { staleBefore }))
  )
}

const work = async (ctx: Context, id: string, clock: () => Date) => {
  const upload = await findUpload(ctx.db, id, 'results')
  if (!upload) return
  const { replace } = fromJson<UploadOptions>(upload.options)
  await deleteParts(ctx.db, id, ['content'])
  let signedAt = 0
  const read = await loadPlan(ctx.db, {
    bytes: await readUpload(ctx.db, id),
    library: [],
    replace,
    remedy: REMEDY,
    nameRemedy: NAME_REMEDY,
    onTurn: async (share) => {
      if (performance.now() - signedAt < SIGN_EVERY_MS) return
      signedAt = performance.now()
      await touchUpload(ctx.db, id, clock().toISOString(), Math.floor(share * 100), 100)
    },
  })
  const faults = read.ok ? read.loaded.plan.faults : read.faults
  await writePages(ctx, id, 'fault', faults)
  let preview = faultyPreview(faults.length)
  if (read.ok) {
    const { loaded } = read
    preview = await previewOf(ctx, loaded)
    const changes = loaded.plan.replaced.map(({ audit, known }) => auditChanges(audit, known))
    await writePages(ctx, id, 'change', changes)
    await writePages(ctx, id, 'report', loaded.reports)
    await writePages(ctx, id, 'sample', loaded.rows.slice(0, SAMPLE_ROWS))
  }
  await setUploadSummary(ctx.db, id, toJson(preview))
  const state = faults.length > 0 ? 'faulty' : 'ready'
  await moveUpload(ctx.db, id, ['reading'], state, clock().toISOString())
}

/**
 * @param again also when there is a preview already
 * @returns false when somebody else is at it, or there is nothing to do
 */
export const previewUpload = async (
  ctx: Context,
  id: string,
  clock: () => Date,
  again = false
): Promise<boolean> => {
  if (!(await claim(ctx, id, clock, again))) return false
  try {
    await work(ctx, id, clock)
    return true
  } catch (error) {
    // Whoever looks next starts it again; the pages that are there are thrown away first.
    await moveUpload(ctx.db, id, ['reading'], 'arrived', clock().toISOString())
    throw error
  }
}
