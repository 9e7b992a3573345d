/** The SQL of an audit's record: its case, round and people, whose team it is of, and what was imported of it. */
import { type Expression, type SqlBool, sql } from 'kysely'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import { teamsBelow, teamsOfService } from '../people/team-store.ts'

/** True until the first submission fixes what the case was: the case as it is counts. */
const asTheCaseIs = sql<boolean>`audit.first_submitted_at is null and audit.case_id is not null`

const caseOr = (column: 'service_status' | 'team_id' | 'worker_id' | 'iro_id') =>
  sql<
    string | null
  >`case when ${asTheCaseIs} then ${sql.ref(`case_file.${column}`)} else ${sql.ref(`audit.${column}`)} end`

/** Who asks, and in which quarter of an hour: whether that reading is on record already is found with the audit. */
export interface Reading {
  readonly personId: string
  readonly period: string
}

const auditRow = prepared((db, value: { id: string; personId: string; period: string }) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('team', (join) => join.on(sql<boolean>`team.id = ${caseOr('team_id')}`))
    .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
    .leftJoin('person as previous', 'previous.id', 'audit.previous_auditor_id')
    .leftJoin('audit_ending as ending', (join) =>
      join.onRef('ending.audit_id', '=', 'audit.id').on('ending.undone_at', 'is', null)
    )
    .leftJoin('safety_notice as safety', (join) =>
      join.on(sql<boolean>`safety.id = (select newest.id from safety_notice newest
        where newest.audit_id = audit.id order by newest.opened_at desc, newest.id desc limit 1)`)
    )
    .where('audit.id', '=', value.id)
    .where('audit.superseded_at', 'is', null)
    .select([
      'safety.id as safetyNoticeId',
      'safety.state as safetyNoticeState',
      'audit.id as id',
      'audit.reference as reference',
      'audit.state as state',
      'audit.origin as origin',
      'round.id as roundId',
      'round.name as roundName',
      'round.kind as roundKind',
      'audit.case_id as caseId',
      'audit.auditor_id as auditorId',
      'audit.due_on as dueOn',
      'audit.first_submitted_at as firstSubmittedAt',
      'audit.submitted_at as submittedAt',
      'audit.audited_on as auditedOn',
      'audit.reopened_at as reopenedAt',
      'audit.reopen_reason as reopenReason',
      'audit.shared_at as sharedAt',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'team.name as teamName',
      'previous.name as previousAuditorName',
      'ending.kind as endingKind',
      'ending.words as endingWords',
      'ending.ended_at as endedAt',
      'case_file.age as age',
      'case_file.status_started_on as statusStartedOn',
    ])
    .select([
      sql<0 | 1>`case when exists (select 1 from read_mark where read_mark.subject_id = audit.id
        and read_mark.person_id = ${value.personId} and read_mark.period = ${value.period}) then 1 else 0 end`.as(
        'isReadingMarked'
      ),
      sql<0 | 1>`case when exists (select 1 from audit_note where audit_note.audit_id = audit.id
        and audit_note.person_id = ${value.personId} and audit_note.is_marked = 1) then 1 else 0 end`.as(
        'hasNotes'
      ),
      // Every page of an audit says first whether somebody has still to be rung.
      sql<number>`(select count(*) from safety_told where safety_told.notice_id = safety.id)`.as(
        'safetyTold'
      ),
      sql<string>`coalesce(case_file.reference, audit.case_reference, '')`.as('caseReference'),
      sql<string>`coalesce(auditor.name, audit.auditor_name, '')`.as('auditorName'),
      caseOr('service_status').as('serviceStatus'),
      caseOr('team_id').as('teamId'),
      caseOr('worker_id').as('workerId'),
      caseOr('iro_id').as('iroId'),
    ])
)

/** What every page of an audit says about it. */
export const findAudit = async (
  db: Db,
  id: string,
  reading: Reading = { personId: '', period: '' }
) => (await auditRow(db, { id, ...reading }))[0]

export type Audit = NonNullable<Awaited<ReturnType<typeof findAudit>>>

/** Whether the team is the person's, or below it; and whether it is of the person's own service, the nearest one. */
export const teamTies = async (
  db: Db,
  personTeamId: string,
  teamId: string
): Promise<{ isOfTeam: boolean; isOfService: boolean }> => {
  const found = await db
    .selectFrom('team')
    .where('team.id', '=', teamId)
    .select((eb) => [
      countIf(eb('team.id', 'in', teamsBelow(personTeamId))).as('ofTeam'),
      countIf(eb('team.id', 'in', teamsOfService(personTeamId))).as('ofService'),
    ])
    .executeTakeFirst()
  const isOfTeam = found?.ofTeam === 1
  return { isOfTeam, isOfService: isOfTeam || found?.ofService === 1 }
}

const countIf = (condition: Expression<SqlBool>) =>
  sql<number>`case when ${condition} then 1 else 0 end`

/** What a results file said of an imported audit. */
export const listImportedJudgements = (db: Db, auditId: string) =>
  db
    .selectFrom('judgement')
    .where('audit_id', '=', auditId)
    .select([
      'theme',
      'item',
      'kind',
      'auditor_value as auditorValue',
      'moderated_value as moderatedValue',
      'typed_theme as typedTheme',
      'typed_item as typedItem',
    ])
    .orderBy('theme')
    .orderBy('item')
    .execute()

/** When the file that an imported audit came from was imported. */
export const getImportedAt = async (db: Db, auditId: string): Promise<string> => {
  const row = await db
    .selectFrom('audit')
    .innerJoin('results_import', 'results_import.id', 'audit.import_id')
    .select('imported_at as importedAt')
    .where('audit.id', '=', auditId)
    .executeTakeFirstOrThrow()
  return row.importedAt
}
