/** What follows from a save: the indicative grades and the progress, written only where they changed. */
import type { TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { liftCapOverride } from './cap-store.ts'
import type { AuditWork, ThemeGrade } from './rules/audit-work.ts'
import { unsafeCapOf } from './rules/cap-set-aside.ts'
import { indicativeGrades } from './rules/indicative-grades.ts'
import { auditProgress } from './rules/sections.ts'
import { type AuditRow, setIndicative, setProgress } from './store.ts'

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])

/** What was set aside was set aside for an answer: once that answer no longer caps, it ends, and a new danger caps anew. */
const endCapSetAside = async (
  tx: TransactionContext,
  audit: AuditRow,
  work: AuditWork
): Promise<AuditWork> => {
  if (work.capSetAside === undefined || unsafeCapOf(work) !== undefined) return work
  const by = tx.actor.kind === 'user' ? tx.actor.id : null
  await liftCapOverride(tx.db, work.capSetAside.id, { now: tx.now, by })
  recordEvent(tx, {
    type: 'audit.cap_restored',
    subjectId: audit.id,
    details: { byAnswer: true },
  })
  return { ...work, capSetAside: undefined }
}

/** @returns the work with its indicative grades as they are now */
export const settleWork = async (
  tx: TransactionContext,
  audit: AuditRow,
  given: AuditWork
): Promise<AuditWork> => {
  const work = await endCapSetAside(tx, audit, given)
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
