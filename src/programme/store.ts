/** The SQL of what is done to keep a round moving: endings, extensions, reminders, exemptions, what was carried over. */
import type { AuditState } from '../db/audit-tables.ts'
import type { AuditEndingTable, DueDateChangeTable, ReminderTable } from '../db/programme-tables.ts'
import type { Db } from '../db/schema.ts'

const CHUNK = 100

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) =>
    rows.slice(i * CHUNK, (i + 1) * CHUNK)
  )

/** Holds the rows of these audits until the transaction ends; the update changes nothing. */
export const lockAudits = async (db: Db, ids: readonly string[]): Promise<void> => {
  for (const some of chunksOf(ids.toSorted())) {
    await db
      .updateTable('audit')
      .set((eb) => ({ answered: eb.ref('answered') }))
      .where('id', 'in', some)
      .execute()
  }
}

export const setDueOn = async (db: Db, ids: readonly string[], dueOn: string): Promise<void> => {
  for (const some of chunksOf(ids)) {
    await db
      .updateTable('audit')
      .set((eb) => ({ due_on: dueOn, revision: eb('revision', '+', 1) }))
      .where('id', 'in', some)
      .execute()
  }
}

export const insertDueDateChanges = async (
  db: Db,
  rows: readonly DueDateChangeTable[]
): Promise<void> => {
  for (const some of chunksOf(rows)) await db.insertInto('due_date_change').values(some).execute()
}

export const setRoundDueOn = (db: Db, roundId: string, dueOn: string) =>
  db
    .updateTable('round')
    .set((eb) => ({ due_on: dueOn, revision: eb('revision', '+', 1) }))
    .where('id', '=', roundId)
    .execute()

/** Audits of the round that are still to be done, with when each is due. */
export const listUndone = (db: Db, roundId: string) =>
  db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.auditor_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.case_reference as caseReference',
      'audit.state as state',
      'audit.due_on as dueOn',
      'audit.auditor_id as auditorId',
      'person.name as auditorName',
    ])
    .where('audit.round_id', '=', roundId)
    .where('audit.state', 'in', ['to_allocate', 'allocated', 'in_progress', 'reopened'])
    .where('audit.superseded_at', 'is', null)
    .orderBy('person.name')
    .orderBy('audit.reference_key')
    .execute()

export const setAuditState = async (
  db: Db,
  ids: readonly string[],
  state: AuditState
): Promise<void> => {
  for (const some of chunksOf(ids)) {
    await db
      .updateTable('audit')
      .set((eb) => ({ state, is_counted: 0, revision: eb('revision', '+', 1) }))
      .where('id', 'in', some)
      .execute()
  }
}

export const insertEndings = async (
  db: Db,
  rows: readonly Omit<AuditEndingTable, 'undone_at' | 'undone_by'>[]
): Promise<void> => {
  for (const some of chunksOf(rows)) {
    await db
      .insertInto('audit_ending')
      .values(some.map((row) => ({ ...row, undone_at: null, undone_by: null })))
      .execute()
  }
}

export const insertReminders = async (db: Db, rows: readonly ReminderTable[]): Promise<void> => {
  for (const some of chunksOf(rows)) await db.insertInto('reminder').values(some).execute()
}

/** What the counts are kept by, of one audit. */
export const findJudgedAudit = (db: Db, auditId: string) =>
  db
    .selectFrom('audit')
    .select([
      'id',
      'round_id as roundId',
      'team_id as teamId',
      'service_status as serviceStatus',
      'is_counted as isCounted',
    ])
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow()

export const countJudgements = async (db: Db, auditId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('judgement')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('audit_id', '=', auditId)
    .executeTakeFirstOrThrow()
  return count
}
