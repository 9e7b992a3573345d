/** Inserts of many rows at once, with which record-audit.ts writes the past. */
import type { ThemeGrade } from '../audits/rules/audit-work.ts'
import { toJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { PlannedAction, PlannedFinding } from './rules/plan-audit.ts'

/** The auditor's grades and the indicative ones beside them; the rows are there since the round was opened. */
export const saveGrades = (db: Db, auditId: string, grades: readonly ThemeGrade[]) =>
  db
    .insertInto('audit_theme')
    .values(
      grades.map((grade) => ({
        audit_id: auditId,
        theme: grade.theme,
        position: 0,
        indicative_grade: grade.indicativeGrade,
        indicative_reasons: toJson(grade.indicativeReasons),
        auditor_grade: grade.auditorGrade,
        auditor_reason: grade.auditorReason,
        revision: grade.revision,
        saved_at: grade.savedAt,
      }))
    )
    .onConflict((conflict) =>
      conflict.columns(['audit_id', 'theme']).doUpdateSet((eb) => ({
        indicative_grade: eb.ref('excluded.indicative_grade'),
        indicative_reasons: eb.ref('excluded.indicative_reasons'),
        auditor_grade: eb.ref('excluded.auditor_grade'),
        auditor_reason: eb.ref('excluded.auditor_reason'),
        revision: eb.ref('excluded.revision'),
        saved_at: eb.ref('excluded.saved_at'),
      }))
    )
    .execute()

export const insertFindings = async (
  db: Db,
  auditId: string,
  findings: readonly (PlannedFinding & { readonly id: string })[]
): Promise<void> => {
  if (findings.length === 0) return
  const rows = findings.map(({ id, kind, itemKey, words }, index) => ({
    id,
    audit_id: auditId,
    kind,
    item_key: itemKey,
    words,
    position: index + 1,
  }))
  await db.insertInto('finding').values(rows).execute()
}

export const insertActions = async (
  db: Db,
  audit: { readonly auditId: string; readonly now: string; readonly createdBy: string },
  actions: readonly (PlannedAction & {
    readonly id: string
    readonly ownerId: string
    readonly dueOn: string
  })[]
): Promise<void> => {
  if (actions.length === 0) return
  const rows = actions.map((action) => ({
    id: action.id,
    audit_id: audit.auditId,
    item_key: action.itemKey,
    what: action.what,
    intended_change: action.intendedChange,
    owner_id: action.ownerId,
    due_on: action.dueOn,
    state: 'open' as const,
    created_at: audit.now,
    created_by: audit.createdBy,
  }))
  await db.insertInto('action').values(rows).execute()
}
