/**
 * The SQL of audits at work: the audit's row, its themes and their grades. What its pages say about it is in
 * record-store.ts; answers are in answer-store.ts, findings in finding-store.ts.
 */

import { sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import { fromJson, toJson } from '../db/columns.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import type { ChildFacts } from '../grading/rules/group-changes.ts'
import { auditThemeKey, commonKey } from '../rubrics/rules/rubric.ts'
import { settingValue } from '../settings/rules/setting-value.ts'
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
  readonly caseReference: string | null
  readonly auditorId: string | null
  readonly previousAuditorId: string | null
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
      'case_reference as caseReference',
      'auditor_id as auditorId',
      'previous_auditor_id as previousAuditorId',
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

const themesOf = prepared((db, value: { auditId: string }) =>
  db
    .selectFrom('audit_theme')
    .leftJoin('rubric_version', 'rubric_version.id', 'audit_theme.rubric_version_id')
    .leftJoin('safety_cap_override as cap', (join) =>
      join.onRef('cap.audit_id', '=', 'audit_theme.audit_id').on('cap.lifted_at', 'is', null)
    )
    .leftJoin('person as capper', 'capper.id', 'cap.set_by')
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
      'cap.id as capId',
      'cap.set_at as capAt',
      'cap.reason as capReason',
      'capper.name as capBy',
    ])
    // With the themes, so that no page of an audit asks once more.
    .select((eb) =>
      eb
        .selectFrom('setting')
        .select('setting.value')
        .where('setting.key', '=', sql.lit('evidence_min_characters'))
        .orderBy('setting.revision', 'desc')
        .limit(sql.lit(1))
        .as('leastEvidence')
    )
    .orderBy('audit_theme.position')
    .orderBy('audit_theme.theme')
)

type ThemeRow = Awaited<ReturnType<typeof themesOf>>[number]

const capOf = (row: ThemeRow | undefined): AuditWork['capSetAside'] =>
  row === undefined || row.capId === null
    ? undefined
    : {
        id: row.capId,
        at: row.capAt ?? '',
        byName: row.capBy ?? 'Somebody',
        reason: row.capReason ?? '',
      }

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
  const graded = rows.map((row) => ({
    theme: row.theme,
    indicativeGrade: row.indicativeGrade,
    auditorGrade: row.auditorGrade,
    auditorReason: row.auditorReason,
    moderatedGrade: row.moderatedGrade,
    revision: row.revision,
    savedAt: row.savedAt,
    rubric: row.contentHash === null ? undefined : rubrics.get(row.contentHash),
    indicativeReasons: fromJson<string[]>(row.indicativeReasons),
  }))
  const common = graded.find(({ theme }) => theme === commonKey)?.rubric
  if (!common) return undefined
  const answers = await listAnswers(db, auditId)
  return {
    common,
    capSetAside: capOf(rows[0]),
    leastEvidence: settingValue('evidence_min_characters', rows[0]?.leastEvidence),
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
  (db, value: { auditId: string; theme: string; grade: string | null; reasons: string }) =>
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
  indicative: { grade: string | undefined; reasons: readonly string[] }
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
  grade: { theme: string; grade: string | null; reason: string; revision: number; now: string }
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
    /** Of the first submission. */
    child: ChildFacts | undefined
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
      ...(submission.child
        ? {
            child_age: submission.child.age,
            child_sex: submission.child.sex,
            child_ethnicity: submission.child.ethnicity,
            child_disability: submission.child.disability,
          }
        : {}),
    })
    .where('id', '=', auditId)
    .execute()

export const markReopened = (db: Db, auditId: string, reopening: { now: string; reason: string }) =>
  db
    .updateTable('audit')
    .set({ state: 'reopened', reopened_at: reopening.now, reopen_reason: reopening.reason })
    .where('id', '=', auditId)
    .execute()
