/**
 * The SQL of the sets by which the register finds alerts: kept in the transaction of every change, read a few rows a
 * question however many alerts there are. docs/decisions/0028 says why they are sets.
 */
import { sql } from 'kysely'
import { fromJson, toJson } from '../db/columns.ts'
import { packBlock, unpackInto } from '../db/number-blocks.ts'
import type { Db } from '../db/schema.ts'
import { alertReference } from './rules/alert-kind.ts'
import { type Ask, partsOf, trait, traitsOf, wordsOf } from './rules/alert-traits.ts'
import {
  BLOCK,
  blockOf,
  intersection,
  type NumberSet,
  nothing,
  setOf,
  union,
  WORDS_A_BLOCK,
} from './rules/number-set.ts'

interface SetRow {
  part: number
  trait: string
  block: number
  members: string
}

const addTo = (blocks: Map<number, Uint32Array>, { block, members }: SetRow): void => {
  const words = blocks.get(block) ?? new Uint32Array(WORDS_A_BLOCK)
  blocks.set(block, words)
  unpackInto(words, members)
}

/** The sets of one question, and the traits of its last range one by one, in order: days, when alerts are due. */
export interface ReadSets {
  readonly evaluate: (ask: Ask) => NumberSet
  /** Of a range that was asked for, each trait with its set, in order. */
  readonly eachOf: (range: { readonly from: string; readonly to: string }) => [string, NumberSet][]
}

/** One query for everything that the questions are made of. */
export const readSets = async (db: Db, asks: readonly Ask[]): Promise<ReadSets> => {
  const parts = asks.flatMap(partsOf)
  const single = [...new Set(parts.flatMap((part) => ('trait' in part ? [part.trait] : [])))]
  const ranges = parts.flatMap((part) => ('from' in part ? [part] : []))
  const pieces = [
    ...(single.length === 0
      ? []
      : [
          sql<SetRow>`select -1 as part, trait, block, members from alert_set where trait in (${sql.join(single)})`,
        ]),
    ...ranges.map(
      ({ from, to }, at) =>
        sql<SetRow>`select ${sql.lit(at)} as part, trait, block, members from alert_set where trait >= ${from} and trait < ${to}`
    ),
  ]
  const rows =
    pieces.length === 0
      ? []
      : (await sql<SetRow>`${sql.join(pieces, sql` union all `)}`.execute(db)).rows
  const byTrait = new Map<string, Map<number, Uint32Array>>()
  const byRange = new Map<number, Map<number, Uint32Array>>()
  for (const row of rows) {
    const blocks =
      row.part < 0
        ? (byTrait.get(row.trait) ?? new Map<number, Uint32Array>())
        : (byRange.get(row.part) ?? new Map<number, Uint32Array>())
    if (row.part < 0) byTrait.set(row.trait, blocks)
    else byRange.set(row.part, blocks)
    addTo(blocks, row)
  }
  const placeOf = (range: { from: string; to: string }) =>
    ranges.findIndex(({ from, to }) => from === range.from && to === range.to)
  const evaluate = (ask: Ask): NumberSet => {
    if ('trait' in ask) return byTrait.get(ask.trait) ?? nothing
    if ('from' in ask) return byRange.get(placeOf(ask)) ?? nothing
    if ('number' in ask) return setOf([ask.number])
    if ('any' in ask) return union(ask.any.map(evaluate))
    return intersection(ask.all.map(evaluate)) ?? nothing
  }
  return {
    evaluate,
    eachOf: (range) => {
      const place = placeOf(range)
      const found = new Map<string, Map<number, Uint32Array>>()
      for (const row of rows) {
        if (row.part !== place) continue
        const blocks = found.get(row.trait) ?? new Map<number, Uint32Array>()
        found.set(row.trait, blocks)
        addTo(blocks, row)
      }
      return [...found].toSorted(([one], [two]) => (one < two ? -1 : 1))
    },
  }
}

interface FactRow {
  what: 'case' | 'category' | 'addressee'
  id: string
  reference: string
  flag: number
}

/** What an alert is now, as its traits say it; undefined of a draft. */
export const readTraits = async (db: Db, alertId: string) => {
  const alert = await db
    .selectFrom('alert')
    .leftJoin('alert_traits', 'alert_traits.alert_id', 'alert.id')
    .where('alert.id', '=', alertId)
    .select([
      'alert.number as number',
      'alert.state as state',
      'alert.kind as kind',
      'alert.stage as stage',
      'alert.is_immediate as isImmediate',
      'alert.raised_by as raisedBy',
      'alert.raised_on as raisedOn',
      'alert.expected_on as expectedOn',
      'alert.service_status as serviceStatus',
      'alert.concern as concern',
      'alert.impact as impact',
      'alert.asked as asked',
      'alert_traits.traits as traits',
    ])
    .executeTakeFirst()
  if (!alert || alert.number === null || alert.raisedOn === null) return undefined
  const { rows } = await sql<FactRow>`
    select 'case' as what, coalesce(x.team_id, '') as id, k.reference as reference, 0 as flag
      from alert_case x join case_file k on k.id = x.case_id where x.alert_id = ${alertId}
    union all select 'category', category_id, '', 0 from alert_concern where alert_id = ${alertId}
    union all select 'addressee', person_id, '', is_current from alert_addressee where alert_id = ${alertId}`.execute(
    db
  )
  const of = (what: FactRow['what']) => rows.filter((row) => row.what === what)
  const { number, raisedOn } = alert
  return {
    number,
    kept: alert.traits === null ? undefined : fromJson<readonly string[]>(alert.traits),
    words: wordsOf([alert.concern, alert.impact, alert.asked].join('\n')).map(trait.word),
    traits: traitsOf({
      ...alert,
      raisedOn,
      isImmediate: alert.isImmediate === 1,
      printedNumber: (alertReference({ number, raisedOn }) ?? '').replace('Alert ', ''),
      references: of('case').map(({ reference }) => reference),
      teamIds: of('case').flatMap(({ id }) => (id === '' ? [] : [id])),
      categoryIds: of('category').map(({ id }) => id),
      addressees: of('addressee').map(({ id, flag }) => ({ id, isCurrent: flag === 1 })),
    }),
  }
}

/** Writers on PostgreSQL queue here, so that two never write the same set from the same state of it. */
const lockSets = (db: Db) =>
  db
    .updateTable('council')
    .set((eb) => ({ value: eb.ref('value') }))
    .where('key', '=', 'alert_number')
    .execute()

/** Enters an alert under what it is now, and no longer under what it was. The last thing that a change of it does. */
export const keepTraits = async (db: Db, alertId: string): Promise<void> => {
  await lockSets(db)
  const now = await readTraits(db, alertId)
  if (!now) return
  const known = new Set(now.kept ?? [])
  const wanted = new Set(now.traits)
  // What was written never changes, so its words are entered once.
  const added = [
    ...now.traits.filter((each) => !known.has(each)),
    ...(now.kept === undefined ? now.words : []),
  ]
  const changed = [...added, ...[...known].filter((each) => !wanted.has(each))]
  if (changed.length === 0) return
  const block = blockOf(now.number)
  const place = now.number % BLOCK
  const rows = await db
    .selectFrom('alert_set')
    .where('trait', 'in', changed)
    .where('block', '=', block)
    .select(['trait', 'members'])
    .execute()
  const before = new Map(rows.map((row) => [row.trait, row.members]))
  const isAdded = new Set(added)
  const written = changed.map((each) => {
    const words = new Uint32Array(WORDS_A_BLOCK)
    const members = before.get(each)
    if (members !== undefined) unpackInto(words, members)
    const bit = 1 << (place & 31)
    const old = words[place >>> 5] ?? 0
    words[place >>> 5] = isAdded.has(each) ? old | bit : old & ~bit
    return { trait: each, block, members: packBlock(words) }
  })
  const emptied = written.filter(({ members }) => members === '').map((row) => row.trait)
  const kept = written.filter(({ members }) => members !== '')
  if (kept.length > 0) {
    await db
      .insertInto('alert_set')
      .values(kept)
      .onConflict((conflict) =>
        conflict
          .columns(['trait', 'block'])
          .doUpdateSet((eb) => ({ members: eb.ref('excluded.members') }))
      )
      .execute()
  }
  if (emptied.length > 0) {
    await db
      .deleteFrom('alert_set')
      .where('trait', 'in', emptied)
      .where('block', '=', block)
      .execute()
  }
  await db
    .insertInto('alert_traits')
    .values({ alert_id: alertId, traits: toJson(now.traits) })
    .onConflict((conflict) =>
      conflict.column('alert_id').doUpdateSet((eb) => ({ traits: eb.ref('excluded.traits') }))
    )
    .execute()
}
