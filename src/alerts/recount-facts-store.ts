/** Looks again at what figures count of alerts, by other SQL than the one that keeps it. For `plumbline check`; changes nothing. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { visitFactsWithin } from './fact-store.ts'
import { FACTS_A_BLOCK, type KeptFact } from './rules/fact-block.ts'

const isAny = (count: number): number => (count > 0 ? 1 : 0)

const wordsOf = (fact: KeptFact): string =>
  JSON.stringify([
    ...[fact.kind, fact.state, fact.teamId, fact.status, fact.raisedBy, fact.categoryIds, fact.age],
    ...[fact.isImmediate, fact.highestStage, fact.timesEscalated, fact.timesReopened].map(isAny),
    ...[fact.raisedOn, fact.closedOn, fact.firstExpectedOn, fact.expectedOn, fact.totalDueOn],
  ])

const readAlerts = async (db: Db): Promise<Map<number, string>> => {
  const { rows } = await sql<KeptFact>`
    select number, kind, state, team_id as "teamId", service_status as status, raised_by as "raisedBy",
      category_ids as "categoryIds", age, is_immediate as "isImmediate", highest_stage as "highestStage",
      times_escalated as "timesEscalated", times_reopened as "timesReopened", raised_on as "raisedOn",
      closed_on as "closedOn", first_expected_on as "firstExpectedOn", expected_on as "expectedOn",
      total_due_on as "totalDueOn"
    from alert where number is not null`.execute(db)
  return new Map(rows.map((row) => [row.number, wordsOf(row)]))
}

const readKept = async (db: Db): Promise<Map<number, string>> => {
  const kept = new Map<number, string>()
  await visitFactsWithin(db, {}, (fact) => kept.set(fact.number, wordsOf(fact)))
  return kept
}

type Block = { block: number; said: string | null; counted: string }

/** Rows whose first and last days, or whose number of open alerts, are not those of their alerts. */
const findWrongBlocks = async (db: Db): Promise<number[]> => {
  const block = sql`number / ${sql.lit(FACTS_A_BLOCK)}`
  const { rows } = await sql<Block>`
    select counted.block as block,
      first_raised || ' ' || last_raised || ' ' || coalesce(first_closed, '') || ' '
        || coalesce(last_closed, '') || ' ' || open as said,
      counted.words as counted
    from (
      select ${block} as block, min(raised_on) || ' ' || max(raised_on) || ' ' || coalesce(min(closed_on), '') || ' '
        || coalesce(max(closed_on), '') || ' '
        || sum(case when state in ('open', 'responded') then 1 else 0 end) as words
      from alert where number is not null group by ${block}
    ) as counted
    join alert_facts on alert_facts.block = counted.block
    order by counted.block`.execute(db)
  return rows.flatMap((row) => (row.said === row.counted ? [] : [Number(row.block)]))
}

/** @returns one sentence an alert that is kept otherwise than it is; empty when all are right */
export const findWrongAlertFacts = async (db: Db): Promise<string[]> => {
  const [should, is] = [await readAlerts(db), await readKept(db)]
  const numbers = [...new Set([...should.keys(), ...is.keys()])].toSorted((a, b) => a - b)
  return [
    ...numbers.flatMap((number) => {
      const [one, other] = [should.get(number), is.get(number)]
      if (one === other) return []
      return [
        other === undefined
          ? `figures of alerts: alert ${number} is not in them`
          : `figures of alerts: alert ${number} is in them as ${other}, but it is ${one ?? 'not there'}`,
      ]
    }),
    ...(await findWrongBlocks(db)).map(
      (block) =>
        `figures of alerts: the days or the open alerts of row ${block} are not those of its alerts`
    ),
  ]
}
