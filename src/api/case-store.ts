/** The SQL of audits and actions as the API lists them: a page by its key, whatever stands before it. */
import { type RawBuilder, sql } from 'kysely'
import {
  submittedAction,
  submittedActions,
  submittedFindings,
  submittedTheme,
} from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'

/** Filters with names resolved; undefined does not narrow. Dates are of the audit. */
export type CaseFilters = {
  readonly from: string | null
  readonly to: string | null
  readonly roundId?: string | undefined
  readonly theme?: string | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
}

/** Conditions on `audit` and `round`, joined with and. Drafts and what was replaced or voided are never counted. */
const countedUnder = (filters: CaseFilters): RawBuilder<boolean> => {
  const { from, to, roundId, teamIds, status, kind } = filters
  const conditions = [
    sql`audit.is_counted = 1`,
    ...(from === null ? [] : [sql`audit.audited_on >= ${from}`]),
    ...(to === null ? [] : [sql`audit.audited_on <= ${to}`]),
    ...(roundId === undefined ? [] : [sql`audit.round_id = ${roundId}`]),
    ...(status === undefined ? [] : [sql`audit.service_status = ${status}`]),
    ...(kind === undefined ? [] : [sql`round.kind = ${kind}`]),
    ...(teamIds === undefined
      ? []
      : teamIds.length === 0
        ? [sql`1 = 0`]
        : [sql`audit.team_id in (${sql.join(teamIds)})`]),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const auditColumns = [
  'audit.case_reference as caseReference',
  'audit.audited_on as auditedOn',
  'audit.service_status as serviceStatus',
  'audit.team_id as teamId',
  'team.name as team',
  'round.id as roundId',
  'round.name as round',
  'round.kind as roundKind',
  'round.round_on as roundDate',
] as const

/**
 * By date, then by id: what is submitted while somebody walks the pages comes at the end.
 * @param after date and id of the last audit of the page before
 */
export const listAudits = (
  db: Db,
  filters: CaseFilters,
  page: { readonly after: readonly string[] | undefined; readonly limit: number }
) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('team', 'team.id', 'audit.team_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.origin as origin',
      'audit.state as state',
      'audit.auditor_id as auditorId',
      ...auditColumns,
    ])
    .where(countedUnder(filters))
    .$if(filters.theme !== undefined, (some) =>
      some.where((eb) =>
        eb.exists(
          eb
            .selectFrom('judgement')
            .select('judgement.audit_id')
            .whereRef('judgement.audit_id', '=', 'audit.id')
            .where('judgement.theme', '=', filters.theme ?? '')
        )
      )
    )
    .$if(page.after !== undefined, (some) =>
      some.where(
        sql<boolean>`(audit.audited_on, audit.id) > (${page.after?.[0] ?? ''}, ${page.after?.[1] ?? ''})`
      )
    )
    .orderBy('audit.audited_on')
    .orderBy('audit.id')
    .limit(page.limit + 1)
    .execute()

/** Theme grades and audit grades as they were last submitted, by theme. */
export const listGrades = (db: Db, auditIds: readonly string[]) =>
  db
    .selectFrom('judgement')
    .innerJoin('audit', 'audit.id', 'judgement.audit_id')
    .leftJoin('audit_theme', (join) =>
      join
        .onRef('audit_theme.audit_id', '=', 'judgement.audit_id')
        .onRef('audit_theme.theme', '=', 'judgement.theme')
    )
    .select([
      'judgement.audit_id as auditId',
      'judgement.theme as theme',
      'judgement.value as final',
      'judgement.auditor_value as auditor',
      'judgement.moderated_value as moderated',
    ])
    .select([
      submittedTheme.indicativeGrade.as('indicative'),
      submittedTheme.auditorReason.as('reason'),
    ])
    .where('judgement.audit_id', 'in', auditIds)
    .where('judgement.item', '=', '')
    .orderBy('judgement.theme')
    .execute()

export const isAuditGrade = (row: { readonly theme: string }): boolean =>
  row.theme === auditThemeKey

export const listFindings = (db: Db, auditIds: readonly string[]) =>
  submittedFindings(db)
    .select(['finding.audit_id as auditId', 'finding.kind', 'finding.item_key as item'])
    .select('finding.words')
    .where('finding.audit_id', 'in', auditIds)
    .orderBy('finding.audit_id')
    .orderBy('finding.position')
    .orderBy('finding.id')
    .execute()

/** `state`: open, done, or overdue, which is open and due before today. */
export type ActionFilters = CaseFilters & { readonly state?: string | undefined }

/**
 * In the order in which they were made.
 * @param after id of the last action of the page before
 */
export const listActions = (
  db: Db,
  filters: ActionFilters,
  page: {
    readonly after: readonly string[] | undefined
    readonly limit: number
    /** London date. */
    readonly todayOn: string
  }
) => {
  const { itemKey, what, intendedChange, ownerId, dueOn, state } = submittedAction(db)
  return submittedActions(db)
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('team', 'team.id', 'audit.team_id')
    .leftJoin('answer', (join) =>
      join.onRef('answer.audit_id', '=', 'action.audit_id').on('answer.item_key', '=', itemKey)
    )
    .select([
      'action.id as id',
      'action.audit_id as auditId',
      'answer.theme as theme',
      'action.created_at as createdAt',
      'action.done_at as doneAt',
      'action.done_note as doneNote',
      ...auditColumns,
    ])
    .select([
      itemKey.as('item'),
      what.as('what'),
      intendedChange.as('intendedChange'),
      ownerId.as('ownerId'),
      dueOn.as('dueOn'),
      state.as('state'),
    ])
    .where(countedUnder(filters))
    .$if(filters.theme !== undefined, (some) =>
      some.where('answer.theme', '=', filters.theme ?? '')
    )
    .$if(filters.state !== undefined, (some) =>
      some.where(state, '=', filters.state === 'done' ? 'done' : 'open')
    )
    .$if(filters.state === 'overdue', (some) => some.where(dueOn, '<', page.todayOn))
    .$if(page.after !== undefined, (some) => some.where('action.id', '>', page.after?.[0] ?? ''))
    .orderBy('action.id')
    .limit(page.limit + 1)
    .execute()
}
