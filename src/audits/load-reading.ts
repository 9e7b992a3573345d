/** Everything of an audit that is read: its answers part by part, its grades, findings and actions. */
import { listActionsOfAudit } from '../actions/store.ts'
import type { Db } from '../db/schema.ts'
import { firstWordings } from '../rubrics/rules/first-wordings.ts'
import { listRubricsAsOf } from '../rubrics/store.ts'
import { listFindings } from './finding-store.ts'
import { type Audit, getImportedAt, listImportedJudgements } from './record-store.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { shortOf } from './rules/conclusion-facts.ts'
import { importedReview } from './rules/imported-facts.ts'
import { reviewOf } from './rules/review-facts.ts'
import { loadWork } from './store.ts'

/** The findings and actions, as they are read and as submitting depends on them. */
export const loadConcluded = async (db: Db, auditId: string, work: AuditWork | undefined) => {
  const findings = await listFindings(db, auditId)
  const actions = await listActionsOfAudit(db, auditId)
  const withAbout = <T extends { itemKey: string | null }>(each: T) => ({
    ...each,
    about: shortOf(work, each.itemKey),
  })
  return { findings: findings.map(withAbout), actions: actions.map(withAbout) }
}

/** Imported history has the grades of its file and no words; an audit that was never opened has nothing yet. */
const loadImportedReview = async (db: Db, audit: Audit) => {
  if (audit.origin !== 'import') return undefined
  const known = await listRubricsAsOf(db, await getImportedAt(db, audit.id))
  return importedReview(
    await listImportedJudgements(db, audit.id),
    firstWordings(known.map(({ rubric }) => rubric))
  )
}

export const loadReading = async (db: Db, audit: Audit) => {
  const work = await loadWork(db, audit.id)
  const review = work ? reviewOf(work) : await loadImportedReview(db, audit)
  return { work, review, ...(await loadConcluded(db, audit.id, work)) }
}
