/**
 * Keeps what figures count of alerts, many in a row (rules/fact-block.ts), in the transaction of every change of one, and reads
 * it. Counting is left to analytics.
 */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { openStates } from './rules/alert-traits.ts'
import {
  FACTS_A_BLOCK,
  type KeptFact,
  packFacts,
  type VisitedFact,
  visitFacts,
} from './rules/fact-block.ts'

const readBlock = (db: Db, block: number): Promise<KeptFact[]> =>
  db
    .selectFrom('alert')
    .where('number', '>=', block * FACTS_A_BLOCK)
    .where('number', '<', (block + 1) * FACTS_A_BLOCK)
    .orderBy('number')
    .select(['number', 'kind', 'state', 'team_id as teamId', 'service_status as status'])
    .select(['raised_by as raisedBy', 'category_ids as categoryIds', 'age'])
    .select(['is_immediate as isImmediate', 'highest_stage as highestStage'])
    .select(['times_escalated as timesEscalated', 'times_reopened as timesReopened'])
    .select(['raised_on as raisedOn', 'closed_on as closedOn', 'expected_on as expectedOn'])
    .select(['first_expected_on as firstExpectedOn', 'total_due_on as totalDueOn'])
    .$narrowType<{ number: number; raisedOn: string }>()
    .execute()

const writeBlock = async (db: Db, block: number): Promise<void> => {
  const facts = await readBlock(db, block)
  const raised = facts.map(({ raisedOn }) => raisedOn).toSorted()
  const closed = facts.flatMap(({ closedOn }) => closedOn ?? []).toSorted()
  await db
    .insertInto('alert_facts')
    .values({
      block,
      first_raised: raised[0] ?? '',
      last_raised: raised.at(-1) ?? '',
      first_closed: closed[0] ?? null,
      last_closed: closed.at(-1) ?? null,
      open: facts.filter(({ state }) => openStates.includes(state)).length,
      facts: packFacts(facts),
    })
    .onConflict((conflict) =>
      conflict.column('block').doUpdateSet((eb) => ({
        first_raised: eb.ref('excluded.first_raised'),
        last_raised: eb.ref('excluded.last_raised'),
        first_closed: eb.ref('excluded.first_closed'),
        last_closed: eb.ref('excluded.last_closed'),
        open: eb.ref('excluded.open'),
        facts: eb.ref('excluded.facts'),
      }))
    )
    .execute()
}

/** Writes the rows of these alerts anew from what they are now. The caller holds the lock of the register's sets. */
export const keepFacts = async (db: Db, numbers: readonly number[]): Promise<void> => {
  const blocks = new Set(numbers.map((number) => Math.floor(number / FACTS_A_BLOCK)))
  for (const block of [...blocks].toSorted((a, b) => a - b)) await writeBlock(db, block)
}

/** Writes some rows that are not there yet. The caller holds the lock of the register's sets. @returns how many */
export const enterFacts = async (db: Db, most: number): Promise<number> => {
  const { rows } = await sql<{ block: number }>`
    select distinct number / ${sql.lit(FACTS_A_BLOCK)} as block from alert
    where number is not null
      and not exists (select 1 from alert_facts where block = alert.number / ${sql.lit(FACTS_A_BLOCK)})
    order by block limit ${most}`.execute(db)
  for (const { block } of rows) await writeBlock(db, Number(block))
  return rows.length
}

/**
 * Visits alerts that may have been raised or closed between two London dates, both included, or are open: whole rows, so others
 * come too.
 * @param visit gets one and the same object each time
 */
export const visitFactsWithin = async (
  db: Db,
  {
    from = '0000',
    to = '9999',
  }: { readonly from?: string | undefined; readonly to?: string | undefined },
  visit: (fact: VisitedFact) => void
): Promise<void> => {
  const rows = await db
    .selectFrom('alert_facts')
    .select(['block', 'facts'])
    .where((eb) =>
      eb.or([
        eb('open', '>', 0),
        eb.and([eb('last_raised', '>=', from), eb('first_raised', '<=', to)]),
        eb.and([eb('last_closed', '>=', from), eb('first_closed', '<=', to)]),
      ])
    )
    .orderBy('block')
    .execute()
  for (const { block, facts } of rows) visitFacts(block, facts, visit)
}
