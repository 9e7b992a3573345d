/** The SQL of the case page: what is known of the case, and its audits, actions and safety notices that the reader may see. */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { isAlertReadableBy } from '../alerts/reader-store.ts'
import {
  auditsOfCaseRow,
  type CaseKey,
  hasReadableAudit,
  isOfCase,
  isWithinCopyScope,
  isWithinScope,
} from '../audits/case-reader-store.ts'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import { isOwnAction, submittedAction, submittedActions } from '../audits/submitted-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { periodOf } from '../people/rules/read-period.ts'
import { isSeenBy } from '../safety/list-store.ts'

const eb = expressionBuilder<Tables, 'case_file'>()

const flagOf = (condition: Expression<SqlBool>) =>
  sql<0 | 1>`case when ${condition} then 1 else 0 end`

/** Something of the case was submitted, opened or raised that the person may not read. */
const hasUnreadable = (reader: Reader, todayOn: string): Expression<SqlBool> =>
  eb.or([
    eb.exists(
      auditsOfCaseRow()
        .where('audit.state', '=', 'submitted')
        .where('audit.superseded_at', 'is', null)
        .where((not) => not.not(isReadableBy(reader)))
    ),
    eb.exists(
      auditsOfCaseRow()
        .innerJoin('safety_notice', 'safety_notice.audit_id', 'audit.id')
        .where((not) => not.not(isSeenBy(reader)))
    ),
    eb.exists(
      eb
        .selectFrom('alert_case')
        .innerJoin('alert', 'alert.id', 'alert_case.alert_id')
        .select('alert.id')
        .whereRef('alert_case.case_id', '=', 'case_file.id')
        .where('alert.state', '<>', 'draft')
        .where((not) => not.not(isAlertReadableBy(reader, todayOn)))
    ),
  ])

const isMarked = (subject: Expression<unknown>, personId: string, period: string) =>
  sql<0 | 1>`case when exists (select 1 from read_mark where read_mark.subject_id = ${subject}
    and read_mark.person_id = ${personId} and read_mark.period = ${period}) then 1 else 0 end`

/** What readings of a page are recorded of that is known by an audit alone: not the same as reading that audit. */
export const historySubject = (auditId: string): string => `case-of-${auditId}`

/** The case with how it stands to the reader, and whether this reading is on record already. */
export const findCasePage = (db: Db, reader: Reader, id: string, now: string) =>
  db
    .selectFrom('case_file')
    .leftJoin('team', 'team.id', 'case_file.team_id')
    .leftJoin('person as worker', 'worker.id', 'case_file.worker_id')
    .leftJoin('person as iro', 'iro.id', 'case_file.iro_id')
    .select([
      'case_file.id as id',
      'case_file.reference as reference',
      'case_file.service_status as serviceStatus',
      'case_file.age as age',
      'case_file.sex as sex',
      'case_file.ethnicity_group as ethnicityGroup',
      'case_file.disability as disability',
      'case_file.status_started_on as statusStartedOn',
      'case_file.next_review_on as nextReviewOn',
      'case_file.worker_id as workerId',
      'team.name as teamName',
      'worker.name as workerName',
      'case_file.iro_id as iroId',
      'iro.name as iroName',
    ])
    .select([
      flagOf(isWithinScope(reader)).as('isWithinScope'),
      flagOf(hasReadableAudit(reader)).as('hasReadableAudit'),
      flagOf(isWithinCopyScope(reader)).as('isWithinCopyScope'),
      flagOf(hasUnreadable(reader, londonDate(now))).as('hasUnreadable'),
      isMarked(sql.ref('case_file.id'), reader.id, periodOf(now)).as('isReadingMarked'),
    ])
    .where('case_file.id', '=', id)
    .executeTakeFirst()

export type CasePageRow = NonNullable<Awaited<ReturnType<typeof findCasePage>>>

/** An audit that is asked for as a case: whether it may be read, and the case that its reference is of by now. */
export const findAuditAsCase = (db: Db, reader: Reader, auditId: string, now: string) =>
  db
    .selectFrom('audit')
    .leftJoin('case_file', (join) =>
      join.on(
        sql<SqlBool>`(case_file.id = audit.case_id or (audit.case_id is null
          and lower(case_file.reference) = lower(audit.case_reference)))`
      )
    )
    .select(['audit.id as id', 'audit.case_reference as reference', 'case_file.id as caseId'])
    .select([
      flagOf(isReadableBy(reader)).as('isReadable'),
      isMarked(sql.val(historySubject(auditId)), reader.id, periodOf(now)).as('isReadingMarked'),
    ])
    .where('audit.id', '=', auditId)
    .where('audit.superseded_at', 'is', null)
    .executeTakeFirst()

const begunAt = sql<string | null>`coalesce(audit.started_at, audit.allocated_at, round.opened_at)`

/** One row an audit and grade, the grades of an audit together; an audit without grades has one row. */
export const listCaseAudits = (db: Db, reader: Reader, key: CaseKey) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
    .leftJoin('judgement', (join) =>
      join
        .onRef('judgement.audit_id', '=', 'audit.id')
        .on('judgement.item', '=', '')
        .on('judgement.kind', '=', 'grade')
    )
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.state as state',
      'audit.origin as origin',
      'audit.audited_on as auditedOn',
      'audit.due_on as dueOn',
      'round.name as roundName',
      'round.kind as roundKind',
      'judgement.theme as theme',
      'judgement.value as grade',
      'judgement.typed_theme as typedTheme',
    ])
    .select([
      begunAt.as('begunAt'),
      sql<string>`coalesce(auditor.name, audit.auditor_name, '')`.as('auditorName'),
      sql<string | null>`(select rubric_version.title from rubric_version
        where rubric_version.rubric_key = judgement.theme
        order by rubric_version.published_at desc, rubric_version.id desc limit 1)`.as(
        'themeTitle'
      ),
    ])
    .where(isOfCase(key))
    .where(isReadableBy(reader))
    // In a draft of a round nothing is settled yet.
    .where((each) =>
      each.or([each('audit.state', '<>', 'to_allocate'), each('round.state', '<>', 'draft')])
    )
    .orderBy('audit.id')
    .orderBy('judgement.theme')
    .execute()

/** Actions that were told of: on audits that the reader may read, and their own. */
export const listCaseActions = (db: Db, reader: Reader, key: CaseKey) => {
  const { what, ownerId, dueOn, state } = submittedAction(db)
  return submittedActions(db)
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('person as owner', (join) => join.on('owner.id', '=', ownerId))
    .select([
      'action.id as id',
      'action.done_at as doneAt',
      'action.created_at as createdAt',
      'audit.first_submitted_at as askedAt',
      'owner.id as ownerId',
      'owner.name as ownerName',
      'round.name as roundName',
    ])
    .select([what.as('what'), state.as('state'), dueOn.as('dueOn')])
    .where(isOfCase(key))
    .where((each) => each.or([isReadableBy(reader), isOwnAction(db, reader.id)]))
    .orderBy('action.id')
    .execute()
}

export const listCaseNotices = (db: Db, reader: Reader, key: CaseKey) =>
  db
    .selectFrom('audit')
    .innerJoin('safety_notice', 'safety_notice.audit_id', 'audit.id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('person as opener', 'opener.id', 'safety_notice.opened_by')
    .select([
      'safety_notice.id as id',
      'safety_notice.state as state',
      'safety_notice.answer as answer',
      'safety_notice.opened_at as openedAt',
      'safety_notice.closed_at as closedAt',
      'safety_notice.acknowledged_at as acknowledgedAt',
      'opener.name as openedByName',
      'round.name as roundName',
    ])
    .where(isOfCase(key))
    .where('audit.superseded_at', 'is', null)
    .where(isSeenBy(reader))
    .orderBy('safety_notice.id')
    .execute()
