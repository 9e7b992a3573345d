/** What a person's calendar says about each due date: what is due, in which round, and where to go on. Never the case. */
import type { listActionsDue, listAuditsDue } from '../../src/work/calendar-store.ts'
import type { CalendarEntry } from '../../src/work/rules/calendar-file.ts'
import { kindLabel } from '../format.ts'

type AuditDue = Awaited<ReturnType<typeof listAuditsDue>>[number]
type ActionDue = Awaited<ReturnType<typeof listActionsDue>>[number]

const latest = (instants: readonly (string | null)[], otherwise: string): string =>
  instants.reduce<string>(
    (last, each) => (each !== null && each > last ? each : last),
    instants.find((each) => each !== null) ?? otherwise
  )

const entry = (
  given: { kind: 'audit' | 'action'; id: string; dueOn: string | null; roundName: string },
  publicUrl: string,
  more: Pick<CalendarEntry, 'summary' | 'changedAt' | 'sequence'>
): CalendarEntry => {
  const url = `${publicUrl}/${given.kind}s/${given.id}`
  return {
    ...more,
    uid: `${given.kind}-${given.id}@plumbline`,
    description: `${given.roundName}\n${url}`,
    url,
    on: given.dueOn ?? '',
  }
}

/** @param publicUrl without a slash at its end */
export const calendarEntries = (
  audits: readonly AuditDue[],
  actions: readonly ActionDue[],
  publicUrl: string,
  now: string
): readonly CalendarEntry[] => [
  ...audits.map((audit) =>
    entry({ kind: 'audit', ...audit }, publicUrl, {
      summary: `${kindLabel(audit.roundKind)} due`,
      changedAt: latest([audit.allocatedAt, audit.startedAt, audit.reopenedAt, audit.movedAt], now),
      sequence: audit.auditRevision + audit.roundRevision,
    })
  ),
  ...actions.map((action) =>
    entry({ kind: 'action', ...action }, publicUrl, {
      summary: 'Action due',
      changedAt: latest([action.createdAt, action.submittedAt], now),
      sequence: action.revision,
    })
  ),
]
