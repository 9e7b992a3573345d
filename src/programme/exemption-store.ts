/** The SQL of exemptions: who need not audit in a round, with whose approval. */
import type { Db } from '../db/schema.ts'

export const listExemptions = (db: Db, roundId: string) =>
  db
    .selectFrom('round_exemption')
    .innerJoin('person', 'person.id', 'round_exemption.person_id')
    .innerJoin('person as approver', 'approver.id', 'round_exemption.approved_by')
    .select([
      'round_exemption.id as id',
      'round_exemption.person_id as personId',
      'round_exemption.reason as reason',
      'round_exemption.recorded_at as recordedAt',
      'person.name as name',
      'approver.name as approvedByName',
    ])
    .where('round_exemption.round_id', '=', roundId)
    .where('round_exemption.lifted_at', 'is', null)
    .orderBy('person.name')
    .execute()

export const insertExemption = (
  db: Db,
  row: {
    id: string
    round_id: string
    person_id: string
    approved_by: string
    reason: string
    recorded_at: string
    recorded_by: string | null
  }
) =>
  db
    .insertInto('round_exemption')
    .values({ ...row, lifted_at: null, lifted_by: null })
    .execute()

/** @returns whose it was; undefined when there is none, or it is lifted already */
export const liftExemptionRow = async (
  db: Db,
  of: { id: string; roundId: string; now: string; by: string | null }
): Promise<string | undefined> => {
  const row = await db
    .updateTable('round_exemption')
    .set({ lifted_at: of.now, lifted_by: of.by })
    .where('id', '=', of.id)
    .where('round_id', '=', of.roundId)
    .where('lifted_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** Everybody with an open account, by name: who can approve. */
export const listPeople = (db: Db) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'job_title as jobTitle'])
    .where('is_active', '=', 1)
    .orderBy('name')
    .orderBy('id')
    .execute()
