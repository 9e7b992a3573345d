/** Which audit a request is about, and whether it is this person's: asked by every route of an audit. */
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { caseSystemAddress } from '../cases/rules/case-system-address.ts'
import { NotFound } from '../errors.ts'
import { type C, contextOf, personOf } from '../http/env.ts'
import { refuseRecord, refusingOthers as refusing } from '../http/guards.ts'
import { recordRead } from '../people/record-read.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { periodOf } from '../people/rules/read-period.ts'
import { loadAccess } from './load-access.ts'
import { listNotes } from './note-store.ts'
import { type Audit, findAudit } from './record-store.ts'
import type { AuditAccess } from './rules/audit-access.ts'
import type { AuditWork } from './rules/audit-work.ts'
import { loadWork } from './store.ts'

/** Where its pages lead for its case: to the case's page, and to the council's case system. */
interface CaseLinks {
  readonly caseHref: string | undefined
  readonly systemHref: string | undefined
}

export interface OpenAudit {
  readonly audit: Audit & CaseLinks
  readonly access: AuditAccess
}

export const auditIdOf = (c: C): string => c.req.param('id') ?? ''

const accessTo = (c: C, audit: Audit): Promise<AuditAccess> =>
  loadAccess(c.get('deps').db, personOf(c), audit)

/** Where an auditor goes after submitting: some, such as a partner agency's, may not read it from then on. */
export const addressAfterSubmit = async (c: C): Promise<string> => {
  const audit = await findAudit(c.get('deps').db, auditIdOf(c))
  const mayRead = audit !== undefined && (await accessTo(c, audit)).mayRead
  return mayRead ? `${auditAddress(audit)}?submitted` : '/?submitted'
}

/** Whoever may read an audit opens the page of its case, if their roles open any. */
const caseLinks = (c: C, { id, caseId, caseReference }: Audit): CaseLinks => ({
  caseHref:
    caseReference !== '' && isGranted(personOf(c).roles, 'cases.read')
      ? `/cases/${caseId ?? id}`
      : undefined,
  systemHref: caseSystemAddress(c.get('deps').config.CASE_URL, caseReference),
})

/** The audit, if this person may read it in the state it is in; else recorded and answered as unknown. Its auditor reads it too. */
export const readableAudit = async (c: C): Promise<OpenAudit> => {
  const { db } = c.get('deps')
  const personId = personOf(c).id
  const period = periodOf(c.get('now'))
  const audit = await findAudit(db, auditIdOf(c), { personId, period })
  if (!audit) throw new NotFound('No such audit')
  const access = await accessTo(c, audit)
  if (!access.mayRead) {
    const permission =
      audit.state === 'submitted' ? 'audits.read_submitted' : 'audits.read_in_progress'
    return refuseRecord(c, permission, audit.id)
  }
  await recordRead(contextOf(c), {
    type: 'audit.read',
    personId,
    subjectId: audit.id,
    isMarked: audit.isReadingMarked === 1,
  })
  return { audit: { ...audit, ...caseLinks(c, audit) }, access }
}

/** The audit with its work, where this person may go on with it; undefined where they may only read it. */
export const workableAudit = async (
  c: C
): Promise<{ audit: OpenAudit['audit']; work: AuditWork } | undefined> => {
  const { audit, access } = await readableAudit(c)
  const work = access.mayComplete ? await loadWork(c.get('deps').db, audit.id) : undefined
  return work && { audit, work }
}

/** The signed-in person's own notes. Most audits have none, and finding the audit has told whether this one has. */
export const loadNotes = async (c: C, audit: Audit) =>
  audit.hasNotes === 1 ? listNotes(c.get('deps').db, audit.id, personOf(c).id) : []

/** Runs a verb; what is somebody else's is recorded as a refusal. */
export const refusingOthers = <T,>(c: C, verb: Promise<T>): Promise<T> =>
  refusing(c, 'audits.complete', auditIdOf(c), verb)
