/**
 * Keeps the sets by which the register finds alerts: enters each alert under what it is, in the transaction of every change.
 * Reading them is left to set-store.ts.
 */
import { sql } from 'kysely'
import { fromJson, toJson } from '../db/columns.ts'
import { packBlock, unpackInto } from '../db/number-blocks.ts'
import type { Db } from '../db/schema.ts'
import { enterFacts, keepFacts } from './fact-store.ts'
import { alertReference, categoriesOf } from './rules/alert-kind.ts'
import { traitsOf, wordTraits } from './rules/alert-traits.ts'
import { BLOCK, blockOf, WORDS_A_BLOCK } from './rules/number-set.ts'

interface FactRow {
  alertId: string
  what: 'case' | 'addressee'
  id: string
  reference: string
  flag: number
}

/** What alerts are now, as their traits say it, and under which they stand; drafts left out. */
const readTraits = async (db: Db, alertIds: readonly string[]) => {
  const alerts = await db
    .selectFrom('alert')
    .leftJoin('alert_traits', 'alert_traits.alert_id', 'alert.id')
    .where('alert.id', 'in', alertIds)
    .where('alert.number', 'is not', null)
    .select([
      'alert.id as id',
      'alert.number as number',
      'alert.state as state',
      'alert.kind as kind',
      'alert.stage as stage',
      'alert.is_immediate as isImmediate',
      'alert.raised_by as raisedBy',
      'alert.raised_on as raisedOn',
      'alert.expected_on as expectedOn',
      'alert.service_status as serviceStatus',
      'alert.category_ids as categoryIds',
      'alert.concern as concern',
      'alert.impact as impact',
      'alert.asked as asked',
      'alert_traits.traits as kept',
    ])
    .$narrowType<{ number: number; raisedOn: string }>()
    .execute()
  const ids = sql.join(alertIds)
  const { rows } = await sql<FactRow>`
    select x.alert_id as "alertId", 'case' as what, coalesce(x.team_id, '') as id, k.reference as reference, 0 as flag
      from alert_case x join case_file k on k.id = x.case_id where x.alert_id in (${ids})
    union all select alert_id, 'addressee', person_id, '', is_current
      from alert_addressee where alert_id in (${ids})`.execute(db)
  const facts = Map.groupBy(rows, ({ alertId }) => alertId)
  return alerts.map((alert) => {
    const of = (what: FactRow['what']) =>
      (facts.get(alert.id) ?? []).filter((row) => row.what === what)
    return {
      id: alert.id,
      number: alert.number,
      kept: alert.kept === null ? undefined : fromJson<readonly string[]>(alert.kept),
      text: [alert.concern, alert.impact, alert.asked].join('\n'),
      traits: traitsOf({
        ...alert,
        isImmediate: alert.isImmediate === 1,
        printedNumber: (alertReference(alert) ?? '').replace('Alert ', ''),
        references: of('case').map(({ reference }) => reference),
        teamIds: of('case').flatMap(({ id }) => (id === '' ? [] : [id])),
        categoryIds: categoriesOf(alert.categoryIds),
        addressees: of('addressee').map(({ id, flag }) => ({ id, isCurrent: flag === 1 })),
      }),
    }
  })
}

/** Writers on PostgreSQL queue here, so that two never write the same set from the same state of it. */
const lockSets = (db: Db) =>
  db
    .updateTable('council')
    .set((eb) => ({ value: eb.ref('value') }))
    .where('key', '=', 'alert_number')
    .execute()

/** Which numbers a set gains and loses. */
interface Change {
  readonly gained: number[]
  readonly lost: number[]
}

/** Sets read and written at once: both databases limit the values of one statement. */
const SETS_AT_ONCE = 5_000

const changeBlock = async (
  db: Db,
  block: number,
  changes: readonly (readonly [string, Change])[]
): Promise<void> => {
  const rows = await db
    .selectFrom('alert_set')
    .where(
      'trait',
      'in',
      changes.map(([trait]) => trait)
    )
    .where('block', '=', block)
    .select(['trait', 'members'])
    .execute()
  const before = new Map(rows.map((row) => [row.trait, row.members]))
  const after = changes.map(([trait, { gained, lost }]) => {
    const words = new Uint32Array(WORDS_A_BLOCK)
    unpackInto(words, before.get(trait) ?? '')
    const at = (number: number) => (number % BLOCK) >>> 5
    const bit = (number: number) => 1 << (number & 31)
    for (const each of gained) words[at(each)] = (words[at(each)] ?? 0) | bit(each)
    for (const each of lost) words[at(each)] = (words[at(each)] ?? 0) & ~bit(each)
    return { trait, block, members: packBlock(words) }
  })
  const emptied = after.filter(({ members }) => members === '').map(({ trait }) => trait)
  const kept = after.filter(({ members }) => members !== '')
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
}

/** Enters alerts under what they are now, and no longer under what they were, and keeps what figures count of them. The last thing that a change of them does. */
export const keepTraits = async (db: Db, alertIds: readonly string[]): Promise<void> => {
  await lockSets(db)
  const blocks = new Map<number, Map<string, Change>>()
  const entered: { alert_id: string; traits: string }[] = []
  const alerts = await readTraits(db, alertIds)
  await keepFacts(
    db,
    alerts.map(({ number }) => number)
  )
  for (const { id, number, kept, text, traits } of alerts) {
    const known = new Set(kept)
    const wanted = new Set(traits)
    // What was written never changes, so its words are entered once.
    const gained = [
      ...traits.filter((each) => !known.has(each)),
      ...(kept === undefined ? wordTraits(text) : []),
    ]
    const lost = [...known].filter((each) => !wanted.has(each))
    if (gained.length + lost.length === 0) continue
    entered.push({ alert_id: id, traits: toJson(traits) })
    const changes = blocks.get(blockOf(number)) ?? new Map<string, Change>()
    blocks.set(blockOf(number), changes)
    const changeOf = (trait: string): Change => {
      const change = changes.get(trait) ?? { gained: [], lost: [] }
      changes.set(trait, change)
      return change
    }
    for (const trait of gained) changeOf(trait).gained.push(number)
    for (const trait of lost) changeOf(trait).lost.push(number)
  }
  for (const [block, changes] of blocks) {
    const all = [...changes]
    for (let from = 0; from < all.length; from += SETS_AT_ONCE) {
      await changeBlock(db, block, all.slice(from, from + SETS_AT_ONCE))
    }
  }
  if (entered.length === 0) return
  await db
    .insertInto('alert_traits')
    .values(entered)
    .onConflict((conflict) =>
      conflict.column('alert_id').doUpdateSet((eb) => ({ traits: eb.ref('excluded.traits') }))
    )
    .execute()
}

/**
 * Enters so many raised alerts that the register does not know yet: those of a version before it, or before a change in how it
 * is kept.
 *
 * @returns how many
 */
export const enterSome = async (db: Db, most: number): Promise<number> => {
  await lockSets(db)
  const rows = await db
    .selectFrom('alert')
    .where('number', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('alert_traits')
            .whereRef('alert_traits.alert_id', '=', 'alert.id')
            .select('alert_traits.alert_id')
        )
      )
    )
    .orderBy('number')
    .limit(most)
    .select('id')
    .execute()
  if (rows.length > 0) {
    await keepTraits(
      db,
      rows.map(({ id }) => id)
    )
  }
  return rows.length
}

/** Some seconds, as {@link enterSome}. */
const ROWS_AT_ONCE = 20

/** Writes rows of what figures count that are not there yet. @returns how many */
export const enterSomeFacts = async (db: Db): Promise<number> => {
  await lockSets(db)
  return enterFacts(db, ROWS_AT_ONCE)
}
