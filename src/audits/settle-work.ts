/** What follows from a save: the indicative grades and the progress, written only where they changed. */
import type { TransactionContext } from '../db/transaction.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import type { AuditWork, ThemeGrade } from './rules/audit-work.ts'
import { indicativeGrades } from './rules/indicative-grades.ts'
import { auditProgress } from './rules/sections.ts'
import { type AuditRow, setIndicative, setProgress } from './store.ts'

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])

/** @returns the work with its indicative grades as they are now */
export const settleWork = async (
  tx: TransactionContext,
  audit: AuditRow,
  work: AuditWork
): Promise<AuditWork> => {
  const indicative = indicativeGrades(work)
  const settle = async <G extends ThemeGrade>(kept: G, theme: string): Promise<G> => {
    const now = indicative.get(theme)
    const grade = now?.grade ?? null
    const reasons = now?.reasons ?? []
    if (kept.indicativeGrade === grade && isSame(kept.indicativeReasons, reasons)) return kept
    await setIndicative(tx.db, audit.id, theme, { grade: now?.grade, reasons })
    return { ...kept, indicativeGrade: grade, indicativeReasons: reasons }
  }
  const themes: AuditWork['themes'][number][] = []
  for (const theme of work.themes) themes.push(await settle(theme, theme.theme))
  const overall = await settle(work.overall, auditThemeKey)

  const progress = auditProgress(work)
  if (progress.answered !== audit.answered || progress.toAnswer !== audit.toAnswer) {
    await setProgress(tx.db, audit.id, progress)
  }
  return { ...work, themes, overall, indicative }
}
