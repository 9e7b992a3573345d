/** The SQL of what is done to keep a round moving: endings, extensions, reminders, exemptions, what was carried over. */
import { sql } from 'kysely'
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
    // Without an auditor first, on both databases.
    .orderBy(sql`coalesce(person.name, '')`)
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

/** Puts audits back into the state in which they were. */
export const restoreAudits = async (
  db: Db,
  ids: readonly string[],
  state: AuditState
): Promise<void> => {
  for (const some of chunksOf(ids)) {
    await db
      .updateTable('audit')
      .set((eb) => ({ state, revision: eb('revision', '+', 1) }))
      .where('id', 'in', some)
      .where('state', '=', 'withdrawn')
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

/** Audits that were not done when the round closed, as they can be given back: not those carried over since. */
export const listNotDoneEndings = (db: Db, roundId: string) =>
  db
    .selectFrom('audit_ending')
    .leftJoin('audit_carry_over', 'audit_carry_over.from_audit_id', 'audit_ending.audit_id')
    .select([
      'audit_ending.id as id',
      'audit_ending.audit_id as auditId',
      'audit_ending.state_before as stateBefore',
    ])
    .where('audit_ending.round_id', '=', roundId)
    .where('audit_ending.kind', '=', 'not_done')
    .where('audit_ending.undone_at', 'is', null)
    .where('audit_carry_over.audit_id', 'is', null)
    .execute()

export const undoEndings = async (
  db: Db,
  ids: readonly string[],
  undone: { now: string; by: string | null }
): Promise<void> => {
  for (const some of chunksOf(ids)) {
    await db
      .updateTable('audit_ending')
      .set({ undone_at: undone.now, undone_by: undone.by })
      .where('id', 'in', some)
      .execute()
  }
}

/** Not-done audits of closed rounds that nobody carried over and whose case is not in this round. */
export const listToCarryOver = (db: Db, roundId: string) =>
  db
    .selectFrom('audit_ending')
    .innerJoin('audit', 'audit.id', 'audit_ending.audit_id')
    .innerJoin('round', 'round.id', 'audit_ending.round_id')
    .leftJoin('person', 'person.id', 'audit.auditor_id')
    .leftJoin('audit_carry_over', 'audit_carry_over.from_audit_id', 'audit.id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.case_id as caseId',
      'audit.case_reference as caseReference',
      'person.name as auditorName',
      'audit_ending.reason as reason',
      'audit_ending.words as words',
      'round.id as roundId',
      'round.name as roundName',
    ])
    .where('audit_ending.kind', '=', 'not_done')
    .where('audit_ending.undone_at', 'is', null)
    .where('round.state', '=', 'closed')
    .where('audit_carry_over.audit_id', 'is', null)
    .where('audit.case_id', 'is not', null)
    .where('audit.case_id', 'not in', (eb) =>
      eb
        .selectFrom('audit as here')
        .select('here.case_id')
        .where('here.round_id', '=', roundId)
        .where('here.case_id', 'is not', null)
        .where('here.state', 'not in', ['withdrawn', 'voided'])
        .where('here.superseded_at', 'is', null)
        .$castTo<{ case_id: string }>()
    )
    .orderBy('round.round_on', 'desc')
    .orderBy('audit.reference_key')
    .limit(500)
    .execute()

export const insertCarryOver = (
  db: Db,
  row: { auditId: string; fromAuditId: string; now: string; by: string | null }
) =>
  db
    .insertInto('audit_carry_over')
    .values({
      audit_id: row.auditId,
      from_audit_id: row.fromAuditId,
      carried_at: row.now,
      carried_by: row.by,
    })
    .execute()

/** Those who are told of what a QA lead has to decide. */
export const listQaLeads = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .select('person.id as id')
    .where('person_role.role', '=', 'qa_lead')
    .where('person.is_active', '=', 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** How the due date of the round itself was moved, the newest first. */
export const listRoundDueChanges = (db: Db, roundId: string) =>
  db
    .selectFrom('due_date_change')
    .leftJoin('person', 'person.id', 'due_date_change.changed_by')
    .select([
      'due_date_change.due_before as dueBefore',
      'due_date_change.due_after as dueAfter',
      'due_date_change.reason as reason',
      'due_date_change.changed_at as changedAt',
      'person.name as changedByName',
    ])
    .where('due_date_change.round_id', '=', roundId)
    .where('due_date_change.audit_id', 'is', null)
    .orderBy('due_date_change.changed_at', 'desc')
    .execute()
