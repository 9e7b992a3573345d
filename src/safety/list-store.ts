/** The SQL of lists of safety notices, and which of them a person may see: rules/notice-access.ts on rows. */
import { expressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '../db/schema.ts'
import { leadsCouncil } from '../people/rules/leads-council.ts'
import { type Role, scopesOf } from '../people/rules/permissions.ts'
import { EVERY_ROW, type Reach, reachesOf, type ScopeColumns } from '../people/scope-store.ts'

export interface NoticeReader {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

export interface NoticeFilters {
  readonly state: '' | 'open' | 'decided' | 'closed'
  /** Only those that nobody of the line has acknowledged. */
  readonly waiting: '' | 'yes'
}

export const NOTICES_A_PAGE = 25

const eb = expressionBuilder<Tables, 'safety_notice' | 'audit'>()

const caseOr = (column: 'team_id' | 'iro_id') =>
  sql<string | null>`case when audit.first_submitted_at is null and audit.case_id is not null
    then (select ${sql.ref(`case_file.${column}`)} from case_file where case_file.id = audit.case_id)
    else ${sql.ref(`audit.${column}`)} end`

/** One condition for each scope of the person, and that they were told. */
const waysToSee = (reader: NoticeReader): Reach[] => {
  const told = eb.exists(
    eb
      .selectFrom('safety_addressee')
      .whereRef('safety_addressee.notice_id', '=', 'safety_notice.id')
      .where('safety_addressee.person_id', '=', reader.id)
      .select('person_id')
  )
  const columns: ScopeColumns = {
    own: eb.ref('audit.auditor_id'),
    team: caseOr('team_id'),
    reviewer: caseOr('iro_id'),
  }
  const ways = scopesOf(reader.roles, 'safety.read').flatMap((scope) =>
    scope === 'service' && leadsCouncil(reader) ? [EVERY_ROW] : reachesOf(scope, columns, reader)
  )
  return [told, ...ways]
}

/** Holds for rows of `safety_notice` joined to their `audit` that the person may see. */
export const isSeenBy = (reader: NoticeReader): Reach => eb.or(waysToSee(reader))

const selectSeen = (db: Db, reader: NoticeReader, filters: NoticeFilters) => {
  let query = db
    .selectFrom('safety_notice')
    .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
    .where(isSeenBy(reader))
  if (filters.state !== '') query = query.where('safety_notice.state', '=', filters.state)
  if (filters.waiting === 'yes') {
    query = query
      .where('safety_notice.acknowledged_at', 'is', null)
      .where('safety_notice.state', '<>', 'closed')
  }
  return query
}

/** Not closed and unacknowledged first, the longest waiting in front; then the rest, the newest in front. */
export const listNotices = async (
  db: Db,
  reader: NoticeReader,
  filters: NoticeFilters,
  page: number
) => {
  const { count } = await selectSeen(db, reader, filters)
    .select((fn) => fn.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const total = Number(count)
  const pages = Math.max(1, Math.ceil(total / NOTICES_A_PAGE))
  const shown = Math.min(page, pages)
  const rank = sql<number>`case when safety_notice.state = 'closed' then 2
    when safety_notice.acknowledged_at is null then 0 else 1 end`
  const notices = await selectSeen(db, reader, filters)
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
    .leftJoin('team', (join) => join.on(sql<boolean>`team.id = ${caseOr('team_id')}`))
    .leftJoin('person as acknowledger', 'acknowledger.id', 'safety_notice.acknowledged_by')
    .select([
      'safety_notice.id as id',
      'safety_notice.state as state',
      'safety_notice.answer as answer',
      'safety_notice.opened_at as openedAt',
      'safety_notice.level as level',
      'safety_notice.acknowledged_at as acknowledgedAt',
      'safety_notice.closed_at as closedAt',
      'acknowledger.name as acknowledgedBy',
      'auditor.name as auditorName',
      'team.name as teamName',
    ])
    .select((each) => [
      sql<string>`coalesce(case_file.reference, audit.case_reference, '')`.as('caseReference'),
      each
        .selectFrom('safety_told')
        .whereRef('safety_told.notice_id', '=', 'safety_notice.id')
        .select((fn) => fn.fn.countAll<number>().as('told'))
        .as('told'),
    ])
    .orderBy(rank)
    .orderBy(sql`case when ${rank} = 0 then safety_notice.opened_at end`)
    .orderBy('safety_notice.opened_at', 'desc')
    .orderBy('safety_notice.id')
    .limit(NOTICES_A_PAGE)
    .offset((shown - 1) * NOTICES_A_PAGE)
    .execute()
  return { notices, count: total, pages, page: shown }
}

export type ListedNotice = Awaited<ReturnType<typeof listNotices>>['notices'][number]
