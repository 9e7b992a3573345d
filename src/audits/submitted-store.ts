/**
 * What was submitted of an audit, as against what is typed since it was reopened: findings, actions and the reasons of
 * grades. Lists, counts, exports and the case page read these rows through here alone (tests/architecture.test.ts), so that
 * none of them has to remember the difference. Grades as submitted are `judgement`, which changes at submission only.
 *
 * While an audit is reopened its actions stand with the words, owner and date that were submitted, which the first row of
 * `superseded_words` since then has; whether they are done is their owner's to say at any time. The words of findings and the
 * reasons of grades are left out: nobody waits for those.
 */
import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { jsonText } from '../db/json-text.ts'
import type { Db, Tables } from '../db/schema.ts'

const keptSince = sql`from superseded_words as kept where kept.audit_id = audit.id
  and kept.subject = 'action:' || action.id and kept.superseded_at >= audit.reopened_at`

const isCorrected = sql<SqlBool>`(audit.state = 'reopened' and exists (select 1 ${keptSince}))`

/**
 * Holds for rows of `action` and `audit` that stand in what was last submitted. What was added since the audit was reopened
 * does not; what was removed since does.
 */
export const isSubmittedAction = sql<SqlBool>`(audit.superseded_at is null
  and (audit.state = 'submitted' or (audit.state = 'reopened' and action.created_at <= audit.submitted_at))
  and (action.state <> 'removed' or ${isCorrected}))`

/** Open in what was last submitted: to be asked beside {@link isSubmittedAction}. */
export const isOpenAction = sql<SqlBool>`action.state in ('open', 'removed')`

/** Columns of an action of {@link isSubmittedAction} as they were submitted. Due dates are London dates. */
export const submittedAction = (db: Db) => {
  const column = <Value>(name: string, field: string): RawBuilder<Value> =>
    sql<Value>`case when ${isCorrected} then (select ${jsonText(db, 'kept.content', field)} ${keptSince}
      order by kept.revision limit 1) else ${sql.ref(`action.${name}`)} end`
  return {
    itemKey: column<string | null>('item_key', 'itemKey'),
    what: column<string>('what', 'what'),
    intendedChange: column<string>('intended_change', 'intendedChange'),
    ownerId: column<string | null>('owner_id', 'ownerId'),
    dueOn: column<string | null>('due_on', 'dueOn'),
    state: sql<'open' | 'done'>`case when action.state = 'done' then 'done' else 'open' end`,
  }
}

/**
 * A submitted action that the person owns. While an audit is reopened its actions stay with whom they were submitted for, and
 * who is given one meanwhile does not own it yet: so it is looked for along the index of owners and in the few reopened audits.
 */
export const isOwnAction = (db: Db, personId: string) =>
  sql<SqlBool>`(action.id in (select owned.id from action as owned where owned.owner_id = ${personId}
      union all select corrected.id from audit as reopened
        join action as corrected on corrected.audit_id = reopened.id where reopened.state = 'reopened')
    and ${isSubmittedAction} and ${submittedAction(db).ownerId} = ${personId})`

/** Past its date on this London date. What has no date is never late. */
export const isLateAction = (db: Db, todayOn: string) =>
  sql<SqlBool>`(${isOpenAction} and ${submittedAction(db).dueOn} < ${todayOn})`

/** With their audits. */
export const submittedActions = (db: Db) =>
  db.selectFrom('action').innerJoin('audit', 'audit.id', 'action.audit_id').where(isSubmittedAction)

/** The submitted actions of the audits of a query. */
export const joinSubmittedActions = (query: SelectQueryBuilder<Tables, 'audit', object>) =>
  query.innerJoin('action', 'action.audit_id', 'audit.id').where(isSubmittedAction)

const isSubmittedFinding = sql<SqlBool>`(finding.removed_at is null and audit.is_counted = 1
  and audit.state <> 'reopened')`

/** With their audits. */
export const submittedFindings = (db: Db) =>
  db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .where(isSubmittedFinding)

/** The submitted findings of the audits of a query. */
export const joinSubmittedFindings = (query: SelectQueryBuilder<Tables, 'audit', object>) =>
  query.innerJoin('finding', 'finding.audit_id', 'audit.id').where(isSubmittedFinding)

/** The audits that these findings are of, whatever has become of them since: one row a finding, and none of its words. */
export const listAuditsOfFindings = (db: Db, findingIds: readonly string[]) =>
  db
    .selectFrom('finding')
    .innerJoin('audit', 'audit.id', 'finding.audit_id')
    .select(['audit.id as auditId', 'audit.worker_id as workerId'])
    .select(['audit.reference as reference', 'audit.case_reference as caseReference'])
    .where('finding.id', 'in', findingIds)
    .execute()

/** Null while the audit is reopened: the column then holds what is being corrected, and that was not submitted. */
const whileSubmitted = (value: RawBuilder<unknown>) =>
  sql<string | null>`case when audit.state = 'reopened' then null else ${value} end`

/** Of rows of `audit` and `audit_theme`: a grade and what is said beside it, null while it is being corrected. */
export const submittedTheme = {
  grade: whileSubmitted(sql`coalesce(audit_theme.moderated_grade, audit_theme.auditor_grade)`),
  indicativeGrade: whileSubmitted(sql.ref('audit_theme.indicative_grade')),
  auditorReason: whileSubmitted(sql.ref('audit_theme.auditor_reason')),
}
