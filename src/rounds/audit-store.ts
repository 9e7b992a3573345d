/** The SQL with which rounds make, allocate and withdraw their audits. What auditors write in them is the audits feature's. */
import { sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db } from '../db/schema.ts'
import type { Role } from '../people/rules/permissions.ts'
import type { PlannedTheme } from './rules/audit-themes.ts'

/** Rows a statement: far under the number of values that either database takes in one. */
const CHUNK = 200

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) =>
    rows.slice(i * CHUNK, (i + 1) * CHUNK)
  )

/** States in which an audit belongs to its round; the other two have left it. */
const LEFT: readonly AuditState[] = ['withdrawn', 'voided']

export interface RoundAudit {
  readonly id: string
  readonly reference: string
  readonly roundId: string
  readonly caseId: string | null
  readonly caseReference: string | null
  readonly auditorId: string | null
  readonly auditorName: string | null
  readonly previousAuditorId: string | null
  readonly state: AuditState
  readonly ownTeamReason: string | null
  readonly dueOn: string | null
  readonly teamId: string | null
  readonly workerId: string | null
  readonly iroId: string | null
  readonly roundState: 'draft' | 'open' | 'closed'
}

const selectAudits = (db: Db) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.round_id as roundId',
      'audit.case_id as caseId',
      'audit.case_reference as caseReference',
      'audit.auditor_id as auditorId',
      'auditor.name as auditorName',
      'audit.previous_auditor_id as previousAuditorId',
      'audit.state as state',
      'audit.own_team_reason as ownTeamReason',
      'audit.due_on as dueOn',
      'case_file.team_id as teamId',
      'case_file.worker_id as workerId',
      'case_file.iro_id as iroId',
      'round.state as roundState',
    ])

export const findRoundAudit = (db: Db, id: string): Promise<RoundAudit | undefined> =>
  selectAudits(db).where('audit.id', '=', id).executeTakeFirst()

/** The same, with its row locked on PostgreSQL until the transaction ends: two people allocating come one after the other. */
export const lockRoundAudit = async (db: Db, id: string): Promise<RoundAudit | undefined> => {
  await db
    .updateTable('audit')
    .set((eb) => ({ answered: eb.ref('answered') }))
    .where('id', '=', id)
    .execute()
  return findRoundAudit(db, id)
}

/** The round's audits, those withdrawn or voided left out, by reference. */
export const listRoundAudits = (db: Db, roundId: string): Promise<RoundAudit[]> =>
  selectAudits(db)
    .where('audit.round_id', '=', roundId)
    .where('audit.state', 'not in', LEFT)
    .where('audit.superseded_at', 'is', null)
    .orderBy('audit.reference_key')
    .execute()

/** Which of these reference keys are taken: an imported file may have used one of ours. */
export const listTakenReferences = async (db: Db, keys: readonly string[]): Promise<string[]> => {
  const taken: string[] = []
  for (const some of chunksOf(keys)) {
    const rows = await db
      .selectFrom('audit')
      .select('reference_key')
      .where('reference_key', 'in', some)
      .execute()
    taken.push(...rows.map((row) => row.reference_key))
  }
  return taken
}

export interface NewAudit {
  readonly id: string
  readonly reference: string
  readonly referenceKey: string
  readonly roundId: string
  readonly caseId: string
  readonly caseReference: string
  readonly serviceStatus: string
  readonly teamId: string | null
  readonly workerId: string | null
  readonly iroId: string | null
  readonly dueOn: string | null
}

export const insertAudits = async (db: Db, audits: readonly NewAudit[]): Promise<void> => {
  for (const some of chunksOf(audits)) {
    await db
      .insertInto('audit')
      .values(
        some.map((audit) => ({
          id: audit.id,
          reference: audit.reference,
          reference_key: audit.referenceKey,
          round_id: audit.roundId,
          case_id: audit.caseId,
          case_reference: audit.caseReference,
          state: 'to_allocate' as const,
          origin: 'product' as const,
          due_on: audit.dueOn,
          service_status: audit.serviceStatus,
          team_id: audit.teamId,
          worker_id: audit.workerId,
          iro_id: audit.iroId,
        }))
      )
      .execute()
  }
}

export const insertThemes = async (
  db: Db,
  rows: readonly (PlannedTheme & { auditId: string })[]
): Promise<void> => {
  for (const some of chunksOf(rows)) {
    await db
      .insertInto('audit_theme')
      .values(
        some.map((row) => ({
          audit_id: row.auditId,
          theme: row.theme,
          rubric_version_id: row.rubricVersionId,
          position: row.position,
        }))
      )
      .execute()
  }
}

/**
 * Makes the audit ready to be answered: how much there is to answer, and, with an auditor, theirs to do. Whether it has
 * one is asked of the row, and what has left the round stays out: on PostgreSQL either may have changed since it was read.
 */
export const startAudit = (db: Db, audit: { id: string; toAnswer: number; now: string }) =>
  db
    .updateTable('audit')
    .set((eb) => ({
      to_answer: audit.toAnswer,
      state: sql<AuditState>`case when auditor_id is null then 'to_allocate' else 'allocated' end`,
      allocated_at: sql<
        string | null
      >`case when auditor_id is null then null else ${audit.now} end`,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', audit.id)
    .where('state', '=', 'to_allocate')
    .execute()

export const setAuditor = (
  db: Db,
  audit: {
    id: string
    auditorId: string | null
    previousAuditorId: string | null
    ownTeamReason: string | null
    state: AuditState
    allocatedAt: string | null
  }
) =>
  db
    .updateTable('audit')
    .set((eb) => ({
      auditor_id: audit.auditorId,
      previous_auditor_id: audit.previousAuditorId,
      own_team_reason: audit.ownTeamReason,
      state: audit.state,
      allocated_at: audit.allocatedAt,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', audit.id)
    .execute()

/** What its auditor has handed in is never withdrawn, even when that was a moment ago. */
const NOT_HANDED_IN: readonly AuditState[] = ['to_allocate', 'allocated', 'in_progress']

/** @returns how many were withdrawn; one that was submitted since it was read stays submitted */
export const withdrawAudits = async (db: Db, ids: readonly string[]): Promise<number> => {
  let withdrawn = 0
  for (const some of chunksOf(ids)) {
    const { numUpdatedRows } = await db
      .updateTable('audit')
      .set((eb) => ({ state: 'withdrawn', revision: eb('revision', '+', 1) }))
      .where('id', 'in', some)
      .where('state', 'in', NOT_HANDED_IN)
      .executeTakeFirst()
    withdrawn += Number(numUpdatedRows)
  }
  return withdrawn
}

/** A change of a draft's due date reaches the audits that it has already. */
export const setDueDates = (db: Db, roundId: string, dueOn: string) =>
  db
    .updateTable('audit')
    .set((eb) => ({ due_on: dueOn, revision: eb('revision', '+', 1) }))
    .where('round_id', '=', roundId)
    .execute()

/** Whether somebody was exempted from auditing in a round, and nobody lifted it. */
export const isExempt = async (db: Db, roundId: string, personId: string): Promise<boolean> =>
  (await db
    .selectFrom('round_exemption')
    .select('id')
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()) !== undefined

/** One person as an auditor: whether the account is open, their roles, and their team with every team below it. */
export const findAuditor = async (db: Db, personId: string) => {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'team_id as teamId', 'is_active as isActive'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return undefined
  const roles = await db
    .selectFrom('person_role')
    .select('role')
    .where('person_id', '=', personId)
    .execute()
  const below = person.teamId
    ? await db
        .selectFrom('team_path')
        .select('team_id as id')
        .where('ancestor_id', '=', person.teamId)
        .execute()
    : []
  return {
    ...person,
    roles: roles.map((row) => row.role as Role),
    teamIdsBelow: below.map((row) => row.id),
  }
}
