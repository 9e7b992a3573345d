/**
 * The SQL of judgements and of the roll-ups that hold their counts. Writing goes through replaceJudgements, which keeps
 * them all in step; reading them for pages is for analytics.
 */
import type { CompiledQuery, Insertable } from 'kysely'
import type { JudgementTable } from '../db/result-tables.ts'
import type { Db } from '../db/schema.ts'
import { type ChildFacts, type GroupChange, groupChanges } from './rules/group-changes.ts'
import type { CountedRow, StatusChange, TallyChanges } from './rules/tally-changes.ts'

export type NewJudgement = Insertable<JudgementTable>

/** Rows a statement: ten columns each stays under the least number of parameters that both databases take. */
const ROWS_A_STATEMENT = 500

export const inChunks = <Row>(rows: readonly Row[], size = ROWS_A_STATEMENT): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, chunk) =>
    rows.slice(chunk * size, (chunk + 1) * size)
  )

/** Deletes an audit's judgements and gives back what they were counted under. */
export const deleteJudgements = (db: Db, auditId: string): Promise<CountedRow[]> =>
  db
    .deleteFrom('judgement')
    .where('audit_id', '=', auditId)
    .returning([
      'theme',
      'item',
      'kind',
      'value',
      'round_id as roundId',
      'team_id as teamId',
      'service_status as serviceStatus',
    ])
    .execute()

/**
 * Statements built before the transaction that runs them: building one takes longer than running it, and on SQLite
 * everybody waits for whoever holds the transaction.
 */
export type BuiltQuery = CompiledQuery<unknown>

export const runBuilt = async (db: Db, queries: readonly BuiltQuery[]): Promise<void> => {
  for (const query of queries) await db.executeQuery(query)
}

export const judgementInserts = (db: Db, rows: readonly NewJudgement[]): BuiltQuery[] =>
  inChunks(rows).map((chunk) => db.insertInto('judgement').values(chunk).compile())

export const insertJudgements = (db: Db, rows: readonly NewJudgement[]): Promise<void> =>
  runBuilt(db, judgementInserts(db, rows))

const GROUP = ['dimension', 'round_id', 'theme', 'group_key', 'service_status', 'value'] as const

export const groupUpserts = (db: Db, changes: readonly GroupChange[]): BuiltQuery[] =>
  inChunks(changes).map((chunk) =>
    db
      .insertInto('tally_group')
      .values(
        chunk.map((row) => ({
          dimension: row.dimension,
          round_id: row.roundId,
          theme: row.theme,
          group_key: row.groupKey,
          service_status: row.serviceStatus,
          value: row.value,
          count: row.change,
        }))
      )
      .onConflict((conflict) =>
        conflict
          .columns(GROUP)
          .doUpdateSet((eb) => ({ count: eb('tally_group.count', '+', eb.ref('excluded.count')) }))
      )
      .compile()
  )

/** What the child of an audit was, as it stands in the audit since its first submission. */
export const findChildFacts = (db: Db, auditId: string): Promise<ChildFacts | undefined> =>
  db
    .selectFrom('audit')
    .select(['child_age as age', 'child_sex as sex', 'child_ethnicity as ethnicity'])
    .select('child_disability as disability')
    .where('id', '=', auditId)
    .executeTakeFirst()

const STATUS = ['service_status', 'theme', 'item', 'round_id', 'kind', 'value'] as const

const statusUpserts = (db: Db, changes: readonly StatusChange[]): BuiltQuery[] =>
  inChunks(changes).map((chunk) =>
    db
      .insertInto('tally_status')
      .values(
        chunk.map((row) => ({
          service_status: row.serviceStatus,
          theme: row.theme,
          item: row.item,
          round_id: row.roundId,
          kind: row.kind,
          value: row.value,
          count: row.change,
        }))
      )
      .onConflict((conflict) =>
        conflict
          .columns(STATUS)
          .doUpdateSet((eb) => ({ count: eb('tally_status.count', '+', eb.ref('excluded.count')) }))
      )
      .compile()
  )

/** Adds to the counts; a key that is not there yet starts at its change. Rows come in key order. */
export const tallyUpserts = (db: Db, changes: TallyChanges): BuiltQuery[] => [
  ...inChunks(changes.council).map((chunk) =>
    db
      .insertInto('tally_council')
      .values(
        chunk.map((row) => ({
          theme: row.theme,
          item: row.item,
          round_id: row.roundId,
          kind: row.kind,
          value: row.value,
          count: row.change,
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['theme', 'item', 'round_id', 'kind', 'value']).doUpdateSet((eb) => ({
          count: eb('tally_council.count', '+', eb.ref('excluded.count')),
        }))
      )
      .compile()
  ),
  ...inChunks(changes.team).map((chunk) =>
    db
      .insertInto('tally_team')
      .values(
        chunk.map((row) => ({
          team_id: row.teamId,
          theme: row.theme,
          round_id: row.roundId,
          service_status: row.serviceStatus,
          value: row.value,
          count: row.change,
        }))
      )
      .onConflict((conflict) =>
        conflict
          .columns(['team_id', 'theme', 'round_id', 'service_status', 'value'])
          .doUpdateSet((eb) => ({ count: eb('tally_team.count', '+', eb.ref('excluded.count')) }))
      )
      .compile()
  ),
  ...statusUpserts(db, changes.status),
  ...groupUpserts(db, groupChanges(changes.team)),
  ...inChunks(changes.item).map((chunk) =>
    db
      .insertInto('tally_item')
      .values(
        chunk.map((row) => ({
          round_id: row.roundId,
          theme: row.theme,
          item: row.item,
          team_id: row.teamId,
          graded: row.graded,
          weak: row.weak,
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['round_id', 'theme', 'item', 'team_id']).doUpdateSet((eb) => ({
          graded: eb('tally_item.graded', '+', eb.ref('excluded.graded')),
          weak: eb('tally_item.weak', '+', eb.ref('excluded.weak')),
        }))
      )
      .compile()
  ),
]

export const addToTallies = (db: Db, changes: TallyChanges): Promise<void> =>
  runBuilt(db, tallyUpserts(db, changes))
