/** The SQL of the history of ladders: every version of the stages of a dispute and who made it. */
import { fromJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Stage } from './rules/standard-lists.ts'

/** Newest first. */
export const listLadders = async (db: Db) => {
  const rows = await db
    .selectFrom('dispute_ladder')
    .leftJoin('person', 'person.id', 'dispute_ladder.created_by')
    .select([
      'dispute_ladder.number as number',
      'dispute_ladder.stages as stages',
      'dispute_ladder.created_at as createdAt',
      'person.name as createdBy',
    ])
    .orderBy('dispute_ladder.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, stages: fromJson<readonly Stage[]>(row.stages) }))
}

export type LadderVersion = Awaited<ReturnType<typeof listLadders>>[number]
