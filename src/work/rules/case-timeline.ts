/**
 * Everything of one case in one order: what happened, newest first, each entry under the London date on which it did; and
 * what is still to come. What a reader may see of it has been decided where it was read.
 */
import { type AuditState, isOpenToAuditor } from '../../audits/rules/audit-state.ts'
import { londonDate } from '../../people/rules/london-date.ts'

export const timelineKinds = ['audit', 'safety', 'action', 'alert', 'check'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export interface ThemeGrade {
  readonly theme: string
  readonly grade: string
}

export interface CaseAudit {
  readonly id: string
  readonly reference: string
  readonly state: AuditState
  readonly isImported: boolean
  readonly auditedOn: string | null
  readonly dueOn: string | null
  readonly begunAt: string | null
  readonly roundName: string
  readonly roundKind: string
  readonly auditorName: string
  /** The final grade of the audit as a whole. */
  readonly overall: string | null
  /** The final grades of its themes. */
  readonly grades: readonly ThemeGrade[]
}

export interface CaseAction {
  readonly id: string
  readonly what: string
  readonly state: 'open' | 'done' | 'removed'
  readonly dueOn: string | null
  readonly doneAt: string | null
  readonly createdAt: string
  readonly askedAt: string | null
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly roundName: string
}

export interface CaseNotice {
  readonly id: string
  readonly state: 'open' | 'decided' | 'closed'
  readonly openedAt: string
  readonly closedAt: string | null
  readonly acknowledgedAt: string | null
  readonly openedByName: string | null
  readonly roundName: string
}

export interface CaseAlert {
  readonly id: string
  /** "Alert 2026-0042": it names no child. */
  readonly reference: string
  /** "Dispute at stage 2". */
  readonly title: string
  /** In words. */
  readonly stateLabel: string
  readonly isImmediate: boolean
  readonly raisedOn: string | null
  readonly raisedAt: string | null
  readonly expectedOn: string | null
  readonly closedOn: string | null
  readonly closedAt: string | null
  readonly raisedByName: string | null
}

export interface CaseCheck {
  readonly id: string
  readonly checkedOn: string
  readonly progress: string
  readonly recordedAt: string
  readonly checkedByName: string | null
}

export interface CaseContent {
  readonly audits: readonly CaseAudit[]
  readonly actions: readonly CaseAction[]
  readonly notices: readonly CaseNotice[]
  readonly alerts: readonly CaseAlert[]
  readonly checks: readonly CaseCheck[]
}

type Happened =
  | { readonly kind: 'audit'; readonly audit: CaseAudit }
  | { readonly kind: 'safety'; readonly what: 'opened' | 'closed'; readonly notice: CaseNotice }
  | { readonly kind: 'action'; readonly what: 'asked' | 'done'; readonly action: CaseAction }
  | { readonly kind: 'alert'; readonly what: 'raised' | 'closed'; readonly alert: CaseAlert }
  | { readonly kind: 'check'; readonly check: CaseCheck }

export type TimelineEntry = Happened & {
  /** London date. */
  readonly on: string
  /** Of entries of one day, the later one is the newer; empty where only the day is known. */
  readonly at: string
}

interface AuditRow extends Omit<CaseAudit, 'isImported' | 'overall' | 'grades'> {
  readonly origin: string
  readonly theme: string | null
  readonly grade: string | null
  readonly themeTitle: string | null
  readonly typedTheme: string | null
}

/**
 * @param rows one an audit and grade, those of one audit together
 * @param auditTheme the theme that stands for the audit as a whole
 */
export const auditsOf = (rows: readonly AuditRow[], auditTheme: string): CaseAudit[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const { origin, theme, grade, themeTitle, typedTheme, ...audit } = first
    return [
      {
        ...audit,
        isImported: origin === 'import',
        overall: some.find((row) => row.theme === auditTheme)?.grade ?? null,
        grades: some.flatMap((row) =>
          row.theme === null || row.grade === null || row.theme === auditTheme
            ? []
            : [{ theme: row.themeTitle ?? row.typedTheme ?? row.theme, grade: row.grade }]
        ),
      },
    ]
  })

const dayOf = (instant: string | null): string => (instant === null ? '' : londonDate(instant))

const auditEntry = (audit: CaseAudit): TimelineEntry => ({
  kind: 'audit',
  audit,
  on: audit.auditedOn ?? (dayOf(audit.begunAt) || (audit.dueOn ?? '')),
  at: audit.auditedOn === null ? (audit.begunAt ?? '') : '',
})

const actionEntries = (action: CaseAction): TimelineEntry[] => {
  // Added after the audit was submitted, it was asked for then.
  const asked =
    action.askedAt !== null && action.askedAt > action.createdAt ? action.askedAt : action.createdAt
  const entry = { kind: 'action', action } as const
  return [
    { ...entry, what: 'asked', on: dayOf(asked), at: asked },
    ...(action.state === 'done' && action.doneAt !== null
      ? [{ ...entry, what: 'done' as const, on: dayOf(action.doneAt), at: action.doneAt }]
      : []),
  ]
}

const noticeEntries = (notice: CaseNotice): TimelineEntry[] => {
  const entry = { kind: 'safety', notice } as const
  return [
    { ...entry, what: 'opened', on: dayOf(notice.openedAt), at: notice.openedAt },
    ...(notice.state === 'closed' && notice.closedAt !== null
      ? [{ ...entry, what: 'closed' as const, on: dayOf(notice.closedAt), at: notice.closedAt }]
      : []),
  ]
}

const alertEntries = (alert: CaseAlert): TimelineEntry[] => {
  const entry = { kind: 'alert', alert } as const
  const raisedOn = alert.raisedOn ?? dayOf(alert.raisedAt)
  const closedOn = alert.closedOn ?? dayOf(alert.closedAt)
  return [
    { ...entry, what: 'raised', on: raisedOn, at: alert.raisedAt ?? '' },
    ...(closedOn === ''
      ? []
      : [{ ...entry, what: 'closed' as const, on: closedOn, at: alert.closedAt ?? '' }]),
  ]
}

/** Newest first. */
const newer = (a: TimelineEntry, b: TimelineEntry): number => {
  const [first, second] = [`${a.on} ${a.at}`, `${b.on} ${b.at}`]
  return first === second ? 0 : first < second ? 1 : -1
}

/** @param kind every kind where undefined */
export const timelineOf = (
  content: CaseContent,
  kind: TimelineKind | undefined
): TimelineEntry[] => {
  const all: TimelineEntry[] = [
    ...content.audits.map(auditEntry),
    ...content.notices.flatMap(noticeEntries),
    ...content.actions.flatMap(actionEntries),
    ...content.alerts.flatMap(alertEntries),
    ...content.checks.map((check) => ({
      kind: 'check' as const,
      check,
      on: check.checkedOn,
      at: check.recordedAt,
    })),
  ]
  return all.filter((entry) => kind === undefined || entry.kind === kind).toSorted(newer)
}

/** The kinds of which there is something, in the order in which they are offered. */
export const kindsIn = (content: CaseContent): TimelineKind[] => {
  const found = new Set(timelineOf(content, undefined).map(({ kind }) => kind))
  return timelineKinds.filter((kind) => found.has(kind))
}

export const isUnderWay = ({ state }: Pick<CaseAudit, 'state'>): boolean =>
  isOpenToAuditor(state) || state === 'to_allocate'
