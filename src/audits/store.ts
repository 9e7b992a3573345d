/**
 * The SQL of audits at work: the audit with its case and round, its themes and their grades. Answers are in
 * answer-store.ts, findings in finding-store.ts.
 */
import { sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import { fromJson, toJson } from '../db/columns.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import { auditThemeKey, commonKey } from '../rubrics/rules/rubric.ts'
import { type Grade, isGrade } from '../rubrics/rules/scale.ts'
import { listAnswers } from './answer-store.ts'
import { rubricsByHash } from './rubric-store.ts'
import type { AuditWork, KeptAnswer, ThemeGrade } from './rules/audit-work.ts'
import type { Progress } from './rules/sections.ts'

/** The audit's own row, held until the transaction ends. */
export interface AuditRow {
  readonly id: string
  readonly state: AuditState
  readonly origin: 'product' | 'import'
  readonly roundId: string
  readonly caseId: string | null
  readonly auditorId: string | null
  readonly firstSubmittedAt: string | null
  readonly submittedAt: string | null
  readonly answered: number
  readonly toAnswer: number
  readonly teamId: string | null
  readonly serviceStatus: string | null
  readonly workerId: string | null
  readonly iroId: string | null
}

const lockedRow = prepared((db, value: { id: string }) =>
  db
    .updateTable('audit')
    .set((eb) => ({ answered: eb.ref('answered') }))
    .where('id', '=', value.id)
    .where('superseded_at', 'is', null)
    .returning([
      'id',
      'state',
      'origin',
      'round_id as roundId',
      'case_id as caseId',
      'auditor_id as auditorId',
      'first_submitted_at as firstSubmittedAt',
      'submitted_at as submittedAt',
      'answered',
      'to_answer as toAnswer',
      'team_id as teamId',
      'service_status as serviceStatus',
      'worker_id as workerId',
      'iro_id as iroId',
    ])
)

/**
 * Loads the row for writing. The update changes nothing: it takes the row's lock on PostgreSQL, so that two saves of
 * one audit come one after the other there as they do on SQLite.
 */
export const lockAudit = async (db: Db, id: string): Promise<AuditRow | undefined> =>
  (await lockedRow(db, { id }))[0]

/** True until the first submission fixes what the case was: the case as it is counts. */
const asTheCaseIs = sql<boolean>`audit.first_submitted_at is null and audit.case_id is not null`

const caseOr = (column: 'service_status' | 'team_id' | 'worker_id' | 'iro_id') =>
  sql<
    string | null
  >`case when ${asTheCaseIs} then ${sql.ref(`case_file.${column}`)} else ${sql.ref(`audit.${column}`)} end`

const auditRow = prepared((db, value: { id: string }) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('team', (join) => join.on(sql<boolean>`team.id = ${caseOr('team_id')}`))
    .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
    .where('audit.id', '=', value.id)
    .where('audit.superseded_at', 'is', null)
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.state as state',
      'audit.origin as origin',
      'round.id as roundId',
      'round.name as roundName',
      'round.kind as roundKind',
      'audit.case_id as caseId',
      'audit.auditor_id as auditorId',
      'audit.due_on as dueOn',
      'audit.submitted_at as submittedAt',
      'audit.audited_on as auditedOn',
      'audit.reopened_at as reopenedAt',
      'audit.reopen_reason as reopenReason',
      'audit.shared_at as sharedAt',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'team.name as teamName',
      'case_file.age as age',
      'case_file.status_started_on as statusStartedOn',
    ])
    .select([
      sql<string>`coalesce(case_file.reference, audit.case_reference, '')`.as('caseReference'),
      sql<string>`coalesce(auditor.name, audit.auditor_name, '')`.as('auditorName'),
      caseOr('service_status').as('serviceStatus'),
      caseOr('team_id').as('teamId'),
      caseOr('worker_id').as('workerId'),
      caseOr('iro_id').as('iroId'),
    ])
)

/** What every page of an audit says about it. */
export const findAudit = async (db: Db, id: string) => (await auditRow(db, { id }))[0]

export type Audit = NonNullable<Awaited<ReturnType<typeof findAudit>>>

/** Whether the team is the person's, or below it; and whether it is of the person's service. */
export const teamTies = async (
  db: Db,
  personTeamId: string,
  teamId: string
): Promise<{ isOfTeam: boolean; isOfService: boolean }> => {
  const rows = await db
    .selectFrom('team_path as of_case')
    .leftJoin('team_path as of_person', (join) =>
      join
        .onRef('of_person.ancestor_id', '=', 'of_case.ancestor_id')
        .on('of_person.team_id', '=', personTeamId)
    )
    .innerJoin('team', 'team.id', 'of_case.ancestor_id')
    .where('of_case.team_id', '=', teamId)
    .select(['team.id as id', 'team.kind as kind', 'of_person.team_id as sharedWith'])
    .execute()
  const isOfTeam = rows.some(({ id }) => id === personTeamId)
  return {
    isOfTeam,
    isOfService: isOfTeam || rows.some((row) => row.kind === 'service' && row.sharedWith !== null),
  }
}

const gradeOf = (value: string | null): Grade | null => (isGrade(value) ? value : null)

const themesOf = prepared((db, value: { auditId: string }) =>
  db
    .selectFrom('audit_theme')
    .leftJoin('rubric_version', 'rubric_version.id', 'audit_theme.rubric_version_id')
    .where('audit_theme.audit_id', '=', value.auditId)
    .select([
      'audit_theme.theme as theme',
      'rubric_version.content_hash as contentHash',
      'audit_theme.indicative_grade as indicativeGrade',
      'audit_theme.indicative_reasons as indicativeReasons',
      'audit_theme.auditor_grade as auditorGrade',
      'audit_theme.auditor_reason as auditorReason',
      'audit_theme.moderated_grade as moderatedGrade',
      'audit_theme.revision as revision',
      'audit_theme.saved_at as savedAt',
    ])
    .orderBy('audit_theme.position')
    .orderBy('audit_theme.theme')
)

const noGrade: ThemeGrade = {
  theme: auditThemeKey,
  indicativeGrade: null,
  indicativeReasons: [],
  auditorGrade: null,
  auditorReason: null,
  moderatedGrade: null,
  revision: 0,
  savedAt: null,
}

/**
 * The audit's themes, grades and answers, in two queries. Imported history has neither rubrics nor answers.
 *
 * @returns undefined when the audit has no common block: it was imported, or its round has not been opened
 */
export const loadWork = async (db: Db, auditId: string): Promise<AuditWork | undefined> => {
  const rows = await themesOf(db, { auditId })
  const rubrics = await rubricsByHash(
    db,
    rows.flatMap(({ contentHash }) => (contentHash === null ? [] : [contentHash]))
  )
  const graded = rows.map(({ contentHash, ...row }) => ({
    ...row,
    rubric: contentHash === null ? undefined : rubrics.get(contentHash),
    indicativeGrade: gradeOf(row.indicativeGrade),
    indicativeReasons: fromJson<string[]>(row.indicativeReasons),
    auditorGrade: gradeOf(row.auditorGrade),
    moderatedGrade: gradeOf(row.moderatedGrade),
  }))
  const common = graded.find(({ theme }) => theme === commonKey)?.rubric
  if (!common) return undefined
  const answers = await listAnswers(db, auditId)
  return {
    common,
    themes: graded.flatMap((row) =>
      row.rubric && row.theme !== commonKey ? [{ ...row, rubric: row.rubric }] : []
    ),
    overall: graded.find(({ theme }) => theme === auditThemeKey) ?? noGrade,
    answers: new Map(answers.map((answer): [string, KeptAnswer] => [answer.itemKey, answer])),
  }
}

export const markStarted = (db: Db, auditId: string, now: string) =>
  db
    .updateTable('audit')
    .set({ state: 'in_progress', started_at: now })
    .where('id', '=', auditId)
    .execute()

const progressOf = prepared((db, value: { auditId: string } & Progress) =>
  db
    .updateTable('audit')
    .set({ answered: value.answered, to_answer: value.toAnswer })
    .where('id', '=', value.auditId)
)

export const setProgress = (db: Db, auditId: string, progress: Progress) =>
  progressOf(db, { auditId, ...progress })

const indicativeOf = prepared(
  (db, value: { auditId: string; theme: string; grade: Grade | null; reasons: string }) =>
    db
      .updateTable('audit_theme')
      .set({ indicative_grade: value.grade, indicative_reasons: value.reasons })
      .where('audit_id', '=', value.auditId)
      .where('theme', '=', value.theme)
)

export const setIndicative = (
  db: Db,
  auditId: string,
  theme: string,
  indicative: { grade: Grade | undefined; reasons: readonly string[] }
) =>
  indicativeOf(db, {
    auditId,
    theme,
    grade: indicative.grade ?? null,
    reasons: toJson(indicative.reasons),
  })

export const setAuditorGrade = (
  db: Db,
  auditId: string,
  grade: { theme: string; grade: Grade | null; reason: string; revision: number; now: string }
) =>
  db
    .updateTable('audit_theme')
    .set({
      auditor_grade: grade.grade,
      auditor_reason: grade.reason,
      revision: grade.revision,
      saved_at: grade.now,
    })
    .where('audit_id', '=', auditId)
    .where('theme', '=', grade.theme)
    .execute()

export const markSubmitted = (
  db: Db,
  auditId: string,
  submission: {
    now: string
    /** Instant and London date of the first submission; undefined for a later one. */
    first: { at: string; on: string } | undefined
    serviceStatus: string | null
    teamId: string | null
    workerId: string | null
    iroId: string | null
  }
) =>
  db
    .updateTable('audit')
    .set({
      state: 'submitted',
      submitted_at: submission.now,
      is_counted: 1,
      ...(submission.first
        ? { first_submitted_at: submission.first.at, audited_on: submission.first.on }
        : {}),
      service_status: submission.serviceStatus,
      team_id: submission.teamId,
      worker_id: submission.workerId,
      iro_id: submission.iroId,
    })
    .where('id', '=', auditId)
    .execute()

export const markReopened = (db: Db, auditId: string, reopening: { now: string; reason: string }) =>
  db
    .updateTable('audit')
    .set({ state: 'reopened', reopened_at: reopening.now, reopen_reason: reopening.reason })
    .where('id', '=', auditId)
    .execute()
