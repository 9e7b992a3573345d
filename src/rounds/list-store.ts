/** What the round pages list: rounds with their progress, one round's audits a page at a time, and who can audit. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db } from '../db/schema.ts'
import type { RoundKind } from './rules/round-kind.ts'

export const ROUNDS_A_PAGE = 20
export const AUDITS_A_PAGE = 50

export interface RoundFilters {
  readonly state?: 'draft' | 'open' | 'closed' | undefined
  readonly kind?: RoundKind | undefined
  /** Of the round's date: four digits. */
  readonly year?: string | undefined
}

/** The newest first. */
export const listRounds = async (db: Db, filters: RoundFilters, page: number) => {
  let matching = db.selectFrom('round')
  if (filters.state) matching = matching.where('state', '=', filters.state)
  if (filters.kind) matching = matching.where('kind', '=', filters.kind)
  if (filters.year) {
    matching = matching
      .where('round_on', '>=', `${filters.year}-01-01`)
      .where('round_on', '<=', `${filters.year}-12-31`)
  }
  const { count } = await matching
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(count / ROUNDS_A_PAGE))
  const shown = Math.min(page, pages)
  const rounds = await matching
    .select([
      'id',
      'name',
      'kind',
      'window_from as windowFrom',
      'window_to as windowTo',
      'due_on as dueOn',
      'state',
      'origin',
    ])
    .orderBy('round_on', 'desc')
    .orderBy('name_key')
    .limit(ROUNDS_A_PAGE)
    .offset((shown - 1) * ROUNDS_A_PAGE)
    .execute()
  return { rounds, count, pages, page: shown }
}

/** The years in which rounds are dated, newest first. */
export const listRoundYears = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('round')
    .select(sql<string>`substr(round_on, 1, 4)`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** Counts the rows for which the condition holds. */
const countIf = (condition: Expression<SqlBool>) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`

const LEFT: readonly AuditState[] = ['withdrawn', 'voided']

/** How many audits each of these rounds has, and how many of them are submitted. */
export const listRoundProgress = (db: Db, roundIds: readonly string[]) =>
  roundIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('audit')
        .select((eb) => [
          'round_id as roundId',
          eb.fn.countAll<number>().as('audits'),
          countIf(eb('state', '=', 'submitted')).as('submitted'),
        ])
        .where('round_id', 'in', roundIds)
        .where('state', 'not in', LEFT)
        .where('superseded_at', 'is', null)
        .groupBy('round_id')
        .execute()

/** One row an auditor, and one without a name for what is not allocated. Withdrawn audits are counted apart. */
export const listAuditorProgress = (db: Db, roundId: string, todayOn: string) =>
  db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.auditor_id')
    .select((eb) => [
      sql<string | null>`coalesce(person.name, audit.auditor_name)`.as('name'),
      countIf(eb('audit.state', 'not in', LEFT)).as('audits'),
      countIf(eb('audit.state', '=', 'submitted')).as('submitted'),
      countIf(eb('audit.state', 'in', ['in_progress', 'reopened'])).as('inProgress'),
      countIf(eb('audit.state', '=', 'reopened')).as('reopened'),
      countIf(eb('audit.state', 'in', ['allocated', 'to_allocate'])).as('notStarted'),
      countIf(
        eb.and([
          eb('audit.due_on', '<', todayOn),
          eb('audit.state', 'in', ['to_allocate', 'allocated', 'in_progress', 'reopened']),
        ])
      ).as('late'),
      countIf(eb('audit.state', 'in', LEFT)).as('withdrawn'),
    ])
    .where('audit.round_id', '=', roundId)
    .where('audit.superseded_at', 'is', null)
    // By the columns themselves: PostgreSQL takes an expression that is only alike for another one.
    .groupBy(['audit.auditor_id', 'person.name', 'audit.auditor_name'])
    .orderBy(sql`case when coalesce(person.name, audit.auditor_name) is null then 1 else 0 end`)
    .orderBy(sql`coalesce(person.name, audit.auditor_name)`)
    .execute()

/** What the audits of a round can be ordered by; their reference decides between equals. */
const orders = {
  reference: sql`audit.reference_key`,
  case: sql`audit.case_reference`,
  /** As an audit goes through them. */
  state: sql`case audit.state when 'to_allocate' then 1 when 'allocated' then 2 when 'in_progress' then 3
    when 'reopened' then 4 else 5 end`,
  due: sql`coalesce(audit.due_on, '9999-12-31')`,
  auditor: sql`coalesce(person.name, audit.auditor_name, '')`,
}

/** A page of the round's audits with their cases; withdrawn and voided ones left out. */
export const listAuditsOfRound = (
  db: Db,
  roundId: string,
  view: { readonly page: number; readonly order: keyof typeof orders }
) =>
  db
    .selectFrom('audit')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('team', (join) =>
      join.on(sql<boolean>`team.id = coalesce(case_file.team_id, audit.team_id)`)
    )
    .leftJoin('person', 'person.id', 'audit.auditor_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.case_reference as caseReference',
      'audit.auditor_id as auditorId',
      'audit.state as state',
      'audit.due_on as dueOn',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'audit.own_team_reason as ownTeamReason',
      'team.name as teamName',
      sql<string | null>`coalesce(case_file.service_status, audit.service_status)`.as(
        'serviceStatus'
      ),
      sql<string | null>`coalesce(person.name, audit.auditor_name)`.as('auditorName'),
    ])
    .where('audit.round_id', '=', roundId)
    .where('audit.state', 'not in', LEFT)
    .where('audit.superseded_at', 'is', null)
    .orderBy(orders[view.order])
    .orderBy('audit.reference_key')
    .limit(AUDITS_A_PAGE)
    .offset((view.page - 1) * AUDITS_A_PAGE)
    .execute()

/** Titles of the round's rubrics in its order. */
export const listRubricTitles = (db: Db, roundId: string) =>
  db
    .selectFrom('round_rubric')
    .innerJoin('rubric_version', 'rubric_version.id', 'round_rubric.rubric_version_id')
    .select([
      'rubric_version.id as id',
      'rubric_version.rubric_key as key',
      'rubric_version.version as version',
      'rubric_version.title as title',
    ])
    .where('round_rubric.round_id', '=', roundId)
    .orderBy('round_rubric.position')
    .execute()

/** Everybody with an open account and a role that audits, by name, with their team. */
export const listAuditors = (db: Db, roles: readonly string[]) =>
  db
    .selectFrom('person')
    .leftJoin('team', 'team.id', 'person.team_id')
    .select(['person.id as id', 'person.name as name', 'team.name as teamName'])
    .where('person.is_active', '=', 1)
    .where('person.id', 'in', (eb) =>
      eb.selectFrom('person_role').select('person_id').where('role', 'in', roles)
    )
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
