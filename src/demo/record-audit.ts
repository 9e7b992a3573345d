/**
 * Writes an audit of the past a sitting at a time: the rows and events that its auditor's saves would have left
 * (act-out-audit.ts), without loading and deciding anew for each field. Four years of saves one by one would keep
 * somebody who wants to look at the demonstration waiting. tests/demo compares the two. Submitting is the real verb.
 */
import { upsertAnswers } from '../audits/answer-store.ts'
import { readAnswer } from '../audits/rules/answer-shape.ts'
import type { AuditWork, KeptAnswer, ThemeGrade } from '../audits/rules/audit-work.ts'
import { indicativeGrades } from '../audits/rules/indicative-grades.ts'
import { auditProgress } from '../audits/rules/sections.ts'
import { markStarted, setProgress } from '../audits/store.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { auditThemeKey, type Rubric } from '../rubrics/rules/rubric.ts'
import { handIn, type OwnedAction } from './act-out-audit.ts'
import { insertActions, insertFindings, saveGrades } from './record-store.ts'
import type { AuditPlan, PlannedAnswer, PlannedGrade } from './rules/plan-audit.ts'

export interface RecordedAudit {
  readonly id: string
  readonly auditorId: string
  readonly common: Rubric
  /** Those that apply to the case, in the order of the round. */
  readonly themes: readonly Rubric[]
}

type Answer = KeptAnswer & { readonly theme: string }

const kept = (audit: RecordedAudit, now: string, answers: readonly PlannedAnswer[]): Answer[] => {
  const items = new Map(
    [audit.common, ...audit.themes].flatMap((rubric) =>
      rubric.items.map((item) => [item.key, item])
    )
  )
  return answers.map(({ theme, itemKey, ...sent }) => {
    const item = items.get(itemKey)
    const read = item && readAnswer(item, sent)
    if (!read?.ok) throw new Error(`${itemKey} cannot be answered so`)
    return {
      ...read.answer,
      theme,
      itemKey,
      revision: 1,
      savedAt: now,
      savedBy: audit.auditorId,
    }
  })
}

/** One save for each page: a theme's questions, with its button. */
const saveByPage = async (tx: TransactionContext, auditId: string, answers: readonly Answer[]) => {
  await upsertAnswers(tx.db, auditId, answers)
  for (const theme of new Set(answers.map((answer) => answer.theme))) {
    const page = answers.filter((answer) => answer.theme === theme)
    recordEvent(tx, {
      type: 'audit.answered',
      subjectId: auditId,
      details: {
        items: page.map(({ itemKey }) => itemKey),
        revisions: page.map(({ revision }) => revision),
        hash: hashOf(
          page.map((each) => [each.itemKey, each.state, each.value, each.evidence, each.reason])
        ),
      },
    })
  }
}

/** The first sitting. The actor is the auditor. */
export const recordStart = (
  ctx: Context,
  audit: RecordedAudit,
  answers: readonly PlannedAnswer[]
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await markStarted(tx.db, audit.id, tx.now)
    recordEvent(tx, { type: 'audit.started', subjectId: audit.id, details: {} })
    await saveByPage(tx, audit.id, kept(audit, tx.now, answers))
  })

const themeGrade = (planned: PlannedGrade, now: string): ThemeGrade => ({
  theme: planned.theme,
  indicativeGrade: null,
  indicativeReasons: [],
  auditorGrade: planned.grade,
  auditorReason: planned.reason,
  moderatedGrade: null,
  revision: 1,
  savedAt: now,
})

const workOf = (audit: RecordedAudit, answers: readonly Answer[], plan: AuditPlan, now: string) => {
  const gradeOf = (theme: string) => {
    const planned = plan.grades.find((grade) => grade.theme === theme)
    if (!planned) throw new Error(`audit ${audit.id} has no grade for ${theme}`)
    return themeGrade(planned, now)
  }
  return {
    common: audit.common,
    themes: audit.themes.map((rubric) => ({ ...gradeOf(rubric.key), rubric })),
    overall: gradeOf(auditThemeKey),
    answers: new Map(answers.map((answer) => [answer.itemKey, answer])),
  } satisfies AuditWork
}

const conclude = async (
  tx: TransactionContext,
  audit: RecordedAudit,
  work: AuditWork,
  plan: AuditPlan,
  actions: readonly OwnedAction[]
): Promise<string[]> => {
  const indicative = indicativeGrades(work)
  const grades = [...work.themes, work.overall].map((grade) => ({
    ...grade,
    indicativeGrade: indicative.get(grade.theme)?.grade ?? null,
    indicativeReasons: indicative.get(grade.theme)?.reasons ?? [],
  }))
  await saveGrades(tx.db, audit.id, grades)
  for (const { theme, auditorGrade, auditorReason } of grades) {
    recordEvent(tx, {
      type: 'audit.graded',
      subjectId: audit.id,
      details: { theme, revision: 1, hash: hashOf([auditorGrade, auditorReason]) },
    })
  }
  await setProgress(tx.db, audit.id, auditProgress(work))

  const findings = plan.findings.map((finding) => ({ ...finding, id: tx.ids() }))
  await insertFindings(tx.db, audit.id, findings)
  for (const { id, kind, itemKey, words } of findings) {
    recordEvent(tx, {
      type: 'audit.finding_saved',
      subjectId: audit.id,
      details: { findingId: id, revision: 1, hash: hashOf([kind, itemKey, words]) },
    })
  }
  const owned = actions.map((action) => ({ ...action, id: tx.ids() }))
  await insertActions(tx.db, { auditId: audit.id, now: tx.now, createdBy: audit.auditorId }, owned)
  for (const { id, ...fields } of owned) {
    recordEvent(tx, {
      type: 'action.saved',
      subjectId: id,
      details: { auditId: audit.id, revision: 1, hash: hashOf(fields) },
    })
  }
  return owned.map(({ id }) => id)
}

/**
 * The second sitting: the rest of the answers, the conclusions, and the submission.
 *
 * @param started how many of the plan's answers were saved by recordStart
 * @returns the ids of the actions, in their order
 */
export const recordSubmission = (
  ctx: Context,
  audit: RecordedAudit,
  plan: AuditPlan,
  { started, startedAt, actions }: RecordedEnd
): Promise<string[]> =>
  inTransaction(ctx, async (tx) => {
    const first = kept(audit, startedAt, plan.answers.slice(0, started))
    const rest = kept(audit, tx.now, plan.answers.slice(started))
    await saveByPage(tx, audit.id, rest)
    const work = workOf(audit, [...first, ...rest], plan, tx.now)
    const ids = await conclude(tx, audit, work, plan, actions)
    await handIn(tx, audit.id)
    return ids
  })

export interface RecordedEnd {
  readonly started: number
  readonly startedAt: string
  readonly actions: readonly OwnedAction[]
}
