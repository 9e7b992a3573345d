/** The SQL of hand-overs: asking, deciding, and what is still to decide. */
import type { HandOverTable } from '../db/programme-tables.ts'
import type { Db } from '../db/schema.ts'

const select = (db: Db) =>
  db
    .selectFrom('hand_over')
    .innerJoin('audit', 'audit.id', 'hand_over.audit_id')
    .innerJoin('round', 'round.id', 'hand_over.round_id')
    .innerJoin('person as giver', 'giver.id', 'hand_over.from_id')
    .innerJoin('person as taker', 'taker.id', 'hand_over.to_id')
    .select([
      'hand_over.id as id',
      'hand_over.audit_id as auditId',
      'hand_over.round_id as roundId',
      'hand_over.from_id as fromId',
      'hand_over.to_id as toId',
      'hand_over.reason as reason',
      'hand_over.state as state',
      'hand_over.asked_at as askedAt',
      'hand_over.decision as decision',
      'giver.name as fromName',
      'taker.name as toName',
      'audit.case_reference as caseReference',
      'audit.reference as reference',
      'audit.state as auditState',
      'audit.auditor_id as auditorId',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'round.name as roundName',
      'round.state as roundState',
    ])

export const findHandOver = (db: Db, id: string) =>
  select(db).where('hand_over.id', '=', id).executeTakeFirst()

/** The same, with its row held until the transaction ends. */
export const lockHandOver = async (db: Db, id: string) => {
  await db
    .updateTable('hand_over')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('id', '=', id)
    .execute()
  return findHandOver(db, id)
}

/** Those still to decide; one whose audit went elsewhere or is finished since is none any more. */
export const listAsked = (db: Db, roundId: string) =>
  select(db)
    .where('hand_over.round_id', '=', roundId)
    .where('hand_over.state', '=', 'asked')
    .where('audit.state', 'in', ['allocated', 'in_progress', 'reopened'])
    .whereRef('audit.auditor_id', '=', 'hand_over.from_id')
    .orderBy('hand_over.asked_at')
    .execute()

export const findAskedOf = (db: Db, auditId: string) =>
  select(db)
    .where('hand_over.audit_id', '=', auditId)
    .where('hand_over.state', '=', 'asked')
    .executeTakeFirst()

export const insertHandOver = (
  db: Db,
  row: Pick<
    HandOverTable,
    'id' | 'audit_id' | 'round_id' | 'from_id' | 'to_id' | 'reason' | 'asked_at'
  >
) =>
  db
    .insertInto('hand_over')
    .values({ ...row, state: 'asked', decided_at: null, decided_by: null, decision: '' })
    .execute()

export const settleHandOver = (
  db: Db,
  id: string,
  settled: {
    state: HandOverTable['state']
    decidedAt: string
    decidedBy: string | null
    words: string
  }
) =>
  db
    .updateTable('hand_over')
    .set({
      state: settled.state,
      decided_at: settled.decidedAt,
      decided_by: settled.decidedBy,
      decision: settled.words,
    })
    .where('id', '=', id)
    .execute()

/** The last that this person asked for the audit, whatever became of it. */
export const findLastOf = (db: Db, auditId: string, fromId: string) =>
  select(db)
    .where('hand_over.audit_id', '=', auditId)
    .where('hand_over.from_id', '=', fromId)
    .orderBy('hand_over.asked_at', 'desc')
    .orderBy('hand_over.id', 'desc')
    .executeTakeFirst()
