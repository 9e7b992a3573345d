/** Reads a page of audits or of actions: three queries at most, however many rows there are. */
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import {
  type ActionFilters,
  type CaseFilters,
  isAuditGrade,
  listActions,
  listAudits,
  listFindings,
  listGrades,
} from './case-store.ts'
import type { ActionRow, AuditRow } from './rules/case-rows.ts'
import type { Asked, PageOf } from './rules/page.ts'

type AskedWithText = Asked & { readonly withText: boolean }

const pageOf = <Found, Row>(
  found: readonly Found[],
  limit: number,
  toRow: (one: Found) => Row,
  keyOf: (one: Found) => readonly string[]
): PageOf<Row> => {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(toRow),
    next: found.length > limit && last !== undefined ? keyOf(last) : undefined,
  }
}

export const loadAudits = async (
  db: Db,
  filters: CaseFilters,
  { after, limit, withText }: AskedWithText
): Promise<PageOf<AuditRow>> => {
  const found = await listAudits(db, filters, { after, limit })
  const ids = found.slice(0, limit).map(({ id }) => id)
  const grades = Map.groupBy(
    ids.length === 0 ? [] : await listGrades(db, ids),
    ({ auditId }) => auditId
  )
  const findings = Map.groupBy(
    withText && ids.length > 0 ? await listFindings(db, ids) : [],
    ({ auditId }) => auditId
  )
  return pageOf(
    found,
    limit,
    ({ state, auditedOn, ...audit }): AuditRow => {
      const graded = (grades.get(audit.id) ?? []).map((one) => ({
        theme: one.theme,
        indicative: one.indicative,
        auditor: one.auditor,
        moderated: one.moderated,
        final: one.final,
        reason: one.reason,
      }))
      const overall = graded.find(isAuditGrade)
      const text = {
        findings: (findings.get(audit.id) ?? []).map(({ kind, item, words }) => ({
          kind,
          item,
          words,
        })),
        reasons: graded.flatMap(({ theme, reason }) =>
          reason === null || reason === '' ? [] : [{ theme, words: reason }]
        ),
      }
      const ofTheme = ({ reason: _reason, ...one }: (typeof graded)[number]) => one
      return {
        ...audit,
        auditedOn: auditedOn ?? '',
        isReopened: state === 'reopened',
        overall: overall ? withoutTheme(ofTheme(overall)) : null,
        themes: graded.filter((one) => !isAuditGrade(one)).map(ofTheme),
        ...(withText ? text : {}),
      }
    },
    (audit) => [audit.auditedOn ?? '', audit.id]
  )
}

const withoutTheme = <One extends { readonly theme: string }>({
  theme: _theme,
  ...grades
}: One): Omit<One, 'theme'> => grades

/** @param now by which an action is overdue */
export const loadActions = async (
  db: Db,
  filters: ActionFilters,
  { after, limit, withText }: AskedWithText,
  now: string
): Promise<PageOf<ActionRow>> => {
  const todayOn = londonDate(now)
  return pageOf(
    await listActions(db, filters, { after, limit, todayOn }),
    limit,
    ({ what, intendedChange, doneNote, createdAt, doneAt, auditedOn, ...action }) => {
      return {
        ...action,
        auditedOn: auditedOn ?? '',
        isOverdue: action.state === 'open' && action.dueOn !== null && action.dueOn < todayOn,
        createdOn: londonDate(createdAt),
        doneOn: doneAt === null ? null : londonDate(doneAt),
        ...(withText ? { what, intendedChange, doneNote } : {}),
      }
    },
    (action) => [action.id]
  )
}
