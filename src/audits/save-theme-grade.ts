/** Saves the auditor's own grade of a theme, or of the audit (theme `audit`), with the reason where it differs. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { themeValues } from '../rubrics/rules/scale.ts'
import { keepSuperseded } from './keep-superseded.ts'
import { openWork } from './open-work.ts'
import { type AuditWork, scaleOfTheme, type ThemeGrade } from './rules/audit-work.ts'
import { tooLong } from './rules/text-limit.ts'
import { settleWork } from './settle-work.ts'
import { startAudit } from './start-audit.ts'
import { setAuditorGrade } from './store.ts'

export interface SaveThemeGradeInput {
  readonly auditId: string
  /** A theme's key, or `audit`. */
  readonly theme: string
  /** As sent: a grade, or '' for not chosen yet. */
  readonly grade: string
  readonly reason: string
  /** The revision that this one builds on. */
  readonly revision: number
}

/** `work` is as it is after the save. */
export type ThemeGradeOutcome = { readonly before: AuditWork; readonly work: AuditWork } & (
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly message: string }
  /** Only its auditor grades it, so the other is always their own other tab. */
  | { readonly kind: 'conflict'; readonly current: ThemeGrade }
)

const gradeOf = (work: AuditWork, theme: string): ThemeGrade | undefined =>
  theme === auditThemeKey ? work.overall : work.themes.find((each) => each.theme === theme)

const withGrade = (work: AuditWork, grade: ThemeGrade): AuditWork =>
  grade.theme === auditThemeKey
    ? { ...work, overall: grade }
    : {
        ...work,
        themes: work.themes.map((each) =>
          each.theme === grade.theme ? { ...each, ...grade } : each
        ),
      }

/** @throws NotFound for a theme that is not of this audit; NotTheirs and WrongState as openWork */
export const saveThemeGrade = (
  ctx: Context,
  input: SaveThemeGradeInput
): Promise<ThemeGradeOutcome> =>
  inTransaction(ctx, async (tx): Promise<ThemeGradeOutcome> => {
    const { audit, work } = await openWork(tx, input.auditId, 'save')
    const current = gradeOf(work, input.theme)
    if (!current) throw new NotFound('No such theme in this audit')
    const unchanged = { before: work, work }
    const message = tooLong(input.reason)
    if (message !== undefined) return { ...unchanged, kind: 'refused', message }
    const choices = themeValues(scaleOfTheme(work, input.theme))
    if (input.grade !== '' && !choices.some(({ key }) => key === input.grade)) {
      return { ...unchanged, kind: 'refused', message: 'Choose one of the grades' }
    }
    const grade = input.grade === '' ? null : input.grade
    if (grade === current.auditorGrade && input.reason === (current.auditorReason ?? '')) {
      return { ...unchanged, kind: 'saved' }
    }
    if (current.revision !== input.revision) return { ...unchanged, kind: 'conflict', current }

    const saved: ThemeGrade = {
      ...current,
      auditorGrade: grade,
      auditorReason: input.reason,
      revision: current.revision + 1,
      savedAt: tx.now,
    }
    await startAudit(tx, audit)
    const { auditorGrade, auditorReason } = current
    await keepSuperseded(tx, audit, [
      {
        subject: `theme:${input.theme}`,
        revision: current.revision,
        savedAt: current.savedAt,
        content: { auditorGrade, auditorReason },
      },
    ])
    await setAuditorGrade(tx.db, audit.id, {
      theme: input.theme,
      grade,
      reason: input.reason,
      revision: saved.revision,
      now: tx.now,
    })
    const settled = await settleWork(tx, audit, withGrade(work, saved))
    recordEvent(tx, {
      type: 'audit.graded',
      subjectId: audit.id,
      details: {
        theme: input.theme,
        revision: saved.revision,
        hash: hashOf([grade, input.reason]),
      },
    })
    return { kind: 'saved', before: work, work: settled }
  })
