/** Everything of an audit that is read: its answers part by part, its grades, findings and actions. */
import { listActionsOfAudit } from '../actions/store.ts'
import type { Db } from '../db/schema.ts'
import { firstWordings } from '../rubrics/rules/first-wordings.ts'
import { listRubricsAsOf } from '../rubrics/store.ts'
import { listBeside } from './beside-store.ts'
import { listFindings } from './finding-store.ts'
import { type Audit, getImportedAt, listImportedJudgements } from './record-store.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { shortOf } from './rules/conclusion-facts.ts'
import { importedReview } from './rules/imported-facts.ts'
import { reviewOf } from './rules/review-facts.ts'
import { loadWork } from './store.ts'

const about =
  (work: AuditWork | undefined) =>
  <T extends { itemKey: string | null }>(each: T) => ({
    ...each,
    about: shortOf(work, each.itemKey),
  })

/** The findings and actions, as they are read and as submitting depends on them. */
export const loadConcluded = async (db: Db, auditId: string, work: AuditWork | undefined) => {
  const findings = await listFindings(db, auditId)
  const actions = await listActionsOfAudit(db, auditId)
  return { findings: findings.map(about(work)), actions: actions.map(about(work)) }
}

/** The same for the audit's own auditor, with what is kept beside the answers for that person alone. */
export const loadWorkBeside = async (
  db: Db,
  audit: { readonly id: string; readonly personId: string },
  work: AuditWork
) => {
  const { findings, notes, keptWords } = await listBeside(db, audit.id, audit.personId)
  const actions = await listActionsOfAudit(db, audit.id)
  return {
    findings: findings.map(about(work)),
    actions: actions.map(about(work)),
    notes,
    keptWords,
  }
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
