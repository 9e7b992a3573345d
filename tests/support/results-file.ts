/** What the tests of imports share: a small file, and short ways to run it and to look at what came of it. */
import { createHash } from 'node:crypto'
import type { Context } from '../../src/db/transaction.ts'
import { FaultyInput } from '../../src/errors.ts'
import { importResults } from '../../src/imports/import-results.ts'

export const HEADER =
  'audit_ref,round,audited_on,theme,item,grade,moderated_grade,team,service_status'

export const FILE = [
  HEADER,
  'A1,April audit,2016-04-28,Referral,,good,,North 1,cin',
  'A1,April audit,2016-04-28,audit,,G,RI,North 1,cin',
  'A2,April audit,2016-04-29,referral,,I,,,',
  'A2,April audit,2016-04-29,referral,pace,yes,,,',
].join('\n')

export const later = (ctx: Context, now: string): Context => ({ ...ctx, now })

export const run = (
  ctx: Context,
  text: string,
  options: { dryRun?: boolean; replace?: boolean } = {}
) =>
  importResults(ctx, {
    fileName: 'history.csv',
    bytes: new TextEncoder().encode(text),
    fileHash: createHash('sha256').update(text).digest('hex'),
    library: [],
    dryRun: options.dryRun ?? false,
    replace: options.replace ?? false,
    clock: () => new Date(ctx.now),
  })

export const faultsOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work
  } catch (error) {
    if (error instanceof FaultyInput) return error.lines
    throw error
  }
  return []
}

export const council = async (ctx: Context) => {
  const rows = await ctx.db
    .selectFrom('tally_council')
    .innerJoin('round', 'round.id', 'tally_council.round_id')
    .select(['round.name as round', 'theme', 'item', 'value', 'count'])
    .where('count', '<>', 0)
    .orderBy('theme')
    .orderBy('item')
    .orderBy('value')
    .execute()
  return rows.map((row) => `${row.round} ${row.theme}/${row.item} ${row.value} ${row.count}`)
}

export const events = async (ctx: Context) => {
  const rows = await ctx.db
    .selectFrom('event')
    .select(['type', 'details'])
    .orderBy('number')
    .execute()
  return rows.map((row) => `${row.type} ${row.details}`)
}

export const rowsOf = async (ctx: Context) => {
  const count = async (
    table: 'round' | 'audit' | 'judgement' | 'team' | 'results_import' | 'event'
  ) => {
    const row = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return row.rows
  }
  return {
    rounds: await count('round'),
    audits: await count('audit'),
    judgements: await count('judgement'),
    teams: await count('team'),
    imports: await count('results_import'),
    events: await count('event'),
  }
}
