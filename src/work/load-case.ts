/**
 * One case for one reader: what is known of it as far as their scope gives, and everything of it that they may see. The
 * number of queries does not depend on how much there is.
 */
import { alertReference, alertTitle, isAlertKind } from '../alerts/rules/alert-kind.ts'
import { type AlertState, alertStateLabels } from '../alerts/rules/alert-workflow.ts'
import type { CaseKey } from '../audits/case-reader-store.ts'
import type { Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { listCaseAlerts, listCaseChecks } from './case-alert-store.ts'
import {
  type CasePageRow,
  findAuditAsCase,
  findCasePage,
  historySubject,
  listCaseActions,
  listCaseAudits,
  listCaseNotices,
} from './case-store.ts'
import { auditsOf, type CaseAlert, type CaseContent } from './rules/case-timeline.ts'
import { rangeOf } from './rules/find-text.ts'

export interface OpenCase {
  /** Of the case; or of an audit, where imported history alone knows the reference. */
  readonly id: string
  readonly reference: string
  readonly key: CaseKey
  /** What is known of the case, where it lies within the reader's scope. */
  readonly facts: CasePageRow | undefined
  /** Of what its reading is recorded. */
  readonly subjectId: string
  /** The council has no case of this reference, only imported history. */
  readonly isHistory: boolean
  /** The reader's roles let them read all of any case: nothing is left out of what they see. */
  readonly seesAll: boolean
  /** A copy of everything is theirs to make. */
  readonly mayCopy: boolean
  readonly isReadingMarked: boolean
}

export type FoundCase =
  | { readonly kind: 'open'; readonly open: OpenCase }
  /** An audit's id was asked for, and its case has a page of its own. */
  | { readonly kind: 'elsewhere'; readonly caseId: string }
  | { readonly kind: 'refused'; readonly id: string }
  | { readonly kind: 'missing' }

const seesAll = (reader: Reader): boolean =>
  (['cases.read', 'audits.read_submitted', 'safety.read', 'alerts.read'] as const).every(
    (permission) => scopesOf(reader.roles, permission).includes('all')
  )

const refused = (id: string): FoundCase => ({ kind: 'refused', id })

const isOpenable = (row: CasePageRow): boolean =>
  row.isWithinScope === 1 || row.hasReadableAudit === 1

/** Lists link to a case by one of its audits, whose id they have. */
const findOfHistory = async (
  db: Db,
  reader: Reader,
  id: string,
  now: string
): Promise<FoundCase> => {
  const audit = await findAuditAsCase(db, reader, id, now)
  if (!audit) return { kind: 'missing' }
  if (audit.caseId !== null) {
    const row = await findCasePage(db, reader, audit.caseId, now)
    return row && isOpenable(row) ? { kind: 'elsewhere', caseId: row.id } : refused(id)
  }
  if (audit.isReadable !== 1 || !isGranted(reader.roles, 'cases.read')) return refused(id)
  if (audit.reference === null) return { kind: 'missing' }
  return {
    kind: 'open',
    open: {
      id: audit.id,
      subjectId: historySubject(audit.id),
      reference: audit.reference,
      key: { caseId: '', referenceKey: rangeOf(audit.reference).from },
      facts: undefined,
      isHistory: true,
      seesAll: seesAll(reader),
      mayCopy: scopesOf(reader.roles, 'cases.copy').includes('all'),
      isReadingMarked: audit.isReadingMarked === 1,
    },
  }
}

export const findOpenCase = async (
  db: Db,
  reader: Reader,
  id: string,
  now: string
): Promise<FoundCase> => {
  const row = await findCasePage(db, reader, id, now)
  if (!row) return findOfHistory(db, reader, id, now)
  if (!isOpenable(row)) return refused(id)
  return {
    kind: 'open',
    open: {
      id: row.id,
      subjectId: row.id,
      reference: row.reference,
      key: { caseId: row.id, referenceKey: rangeOf(row.reference).from },
      facts: row.isWithinScope === 1 ? row : undefined,
      isHistory: false,
      seesAll: seesAll(reader),
      mayCopy: row.isWithinCopyScope === 1 && row.hasUnreadable !== 1,
      isReadingMarked: row.isReadingMarked === 1,
    },
  }
}

/** Midway checks go with the case: to who reads it by more than their own work on it. */
const seesChecks = (reader: Reader, { facts }: OpenCase): boolean =>
  facts !== undefined && scopesOf(reader.roles, 'cases.read').some((scope) => scope !== 'own')

const alertOf = ({
  number,
  kind,
  state,
  stage,
  isImmediate,
  ...alert
}: Awaited<ReturnType<typeof listCaseAlerts>>[number]): CaseAlert => ({
  ...alert,
  reference: alertReference({ number, raisedOn: alert.raisedOn }) ?? 'Alert',
  title: isAlertKind(kind)
    ? alertTitle({ kind, stage, isImmediate: isImmediate === 1 })
    : 'Practice alert',
  stateLabel: Object.hasOwn(alertStateLabels, state)
    ? alertStateLabels[state as AlertState]
    : state,
  isImmediate: isImmediate === 1,
})

export const loadCaseContent = async (
  db: Db,
  reader: Reader,
  open: OpenCase,
  now: string
): Promise<CaseContent> => ({
  audits: auditsOf(await listCaseAudits(db, reader, open.key), auditThemeKey),
  actions: await listCaseActions(db, reader, open.key),
  notices: await listCaseNotices(db, reader, open.key),
  alerts: open.isHistory
    ? []
    : (await listCaseAlerts(db, reader, open.id, londonDate(now))).map(alertOf),
  checks: seesChecks(reader, open) ? await listCaseChecks(db, open.id) : [],
})
