/**
 * What the progress page asks: every audit of a round with where it stands today, once in groups with counts and once a
 * page at a time. Both read the same subquery, so that a count and the list behind it cannot disagree.
 */
import { type SqlBool, sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db } from '../db/schema.ts'
import { grants } from '../people/rules/permissions.ts'
import type { Hindrance, ProgressView, Standing } from './rules/progress-view.ts'

export const ROWS_A_PAGE = 50

const auditing = Object.keys(grants['audits.complete'])

export interface Today {
  /** London dates: today, and the last day that is "soon". */
  readonly todayOn: string
  readonly soonOn: string
}

const isOpen = sql<SqlBool>`audit.state in ('to_allocate', 'allocated', 'in_progress', 'reopened')`
const caseTeam = sql<
  string | null
>`case when audit.first_submitted_at is null and audit.case_id is not null
  then case_file.team_id else audit.team_id end`

/** Why nobody can do it as things are; null when somebody can. */
const hindrance = (todayOn: string) => sql<Hindrance | null>`case
  when not ${isOpen} then null
  when audit.auditor_id is null then 'nobody'
  when person.is_active = 0 then 'account_closed'
  when not exists (select 1 from person_role where person_role.person_id = audit.auditor_id
    and person_role.role in (${sql.join(auditing)})) then 'no_role'
  when exists (select 1 from round_exemption where round_exemption.round_id = audit.round_id
    and round_exemption.person_id = audit.auditor_id and round_exemption.lifted_at is null) then 'exempt'
  when audit.own_team_reason is null and exists (select 1 from team_path
    where team_path.ancestor_id = person.team_id and team_path.team_id = case_file.team_id) then 'own_team'
  -- A team is open on its closing date (decision 0018).
  when team.closed_on < ${todayOn} then 'team_closed'
  else null end`

/** Every audit of the round as the page needs it; those superseded left out. */
const board = (db: Db, roundId: string, { todayOn }: Today) =>
  db
    .selectFrom('audit')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('team', (join) => join.on(sql<SqlBool>`team.id = ${caseTeam}`))
    .leftJoin('person', 'person.id', 'audit.auditor_id')
    .where('audit.round_id', '=', roundId)
    .where('audit.superseded_at', 'is', null)
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.reference_key as referenceKey',
      'audit.case_reference as caseReference',
      'audit.auditor_id as auditorId',
      sql<string | null>`coalesce(person.name, audit.auditor_name)`.as('auditorName'),
      'audit.state as state',
      'audit.origin as origin',
      'audit.due_on as dueOn',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'team.id as teamId',
      'team.name as teamName',
      hindrance(todayOn).as('hindrance'),
      sql<number>`coalesce(person.is_active, 0)`.as('auditorIsActive'),
    ])

/** The board with its standing, by which it is grouped and ordered. */
const standingBoard = (db: Db, roundId: string, today: Today) =>
  db
    .selectFrom(board(db, roundId, today).as('board'))
    .selectAll()
    .select(
      sql<Standing>`case
        when state in ('withdrawn', 'voided') then 'left'
        when state = 'submitted' then 'done'
        when hindrance is not null then 'stuck'
        when "dueOn" < ${today.todayOn} then 'late'
        when "dueOn" <= ${today.soonOn} then 'soon'
        else 'later' end`.as('standing')
    )

/**
 * How many audits each auditor has of each team in each state, late and stuck counted: as many rows as there are such
 * groups, from which the page makes its totals, its choices and its groups.
 */
export const countProgress = (db: Db, roundId: string, today: Today) =>
  db
    .selectFrom(standingBoard(db, roundId, today).as('board'))
    .select((eb) => [
      'auditorId',
      'auditorName',
      'teamId',
      'teamName',
      'state',
      'standing',
      sql<number>`case when standing in ('stuck', 'late') and "dueOn" < ${today.todayOn} then 1 else 0 end`.as(
        'isLate'
      ),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['auditorId', 'auditorName', 'teamId', 'teamName', 'state', 'standing'])
    .groupBy(sql`7`)
    .execute()

export type ProgressRow = Awaited<ReturnType<typeof listProgress>>[number]

const urgency = sql`case standing when 'stuck' then 1 when 'late' then 2 when 'soon' then 3
  when 'later' then 4 when 'done' then 5 else 6 end`

const orders = {
  urgency: sql`${urgency}, coalesce("dueOn", '9999-12-31')`,
  case: sql`coalesce("caseReference", '')`,
  auditor: sql`coalesce("auditorName", ''), coalesce("dueOn", '9999-12-31')`,
  /** What nobody has touched for longest comes first. */
  saved: sql`coalesce((select max(answer.saved_at) from answer where answer.audit_id = board.id), '')`,
}

const lastSaved = sql<
  string | null
>`(select max(answer.saved_at) from answer where answer.audit_id = shown.id)`
const lastReminded = sql<
  string | null
>`(select max(reminder.reminded_at) from reminder where reminder.audit_id = shown.id)`
const firstDue = sql<string | null>`(select due_before from due_date_change
  where due_date_change.audit_id = shown.id order by changed_at, id limit 1)`

/** The round's audits that a view chooses. */
const chosen = (db: Db, roundId: string, view: ProgressView, today: Today) => {
  let query = db.selectFrom(standingBoard(db, roundId, today).as('board'))
  if (view.state) query = query.where('state', '=', view.state as AuditState)
  else if (!view.withLeft) query = query.where('standing', '<>', 'left')
  if (view.show === 'late') {
    query = query.where('standing', 'in', ['stuck', 'late']).where('dueOn', '<', today.todayOn)
  } else if (view.show === 'open') {
    query = query.where('standing', 'in', ['stuck', 'late', 'soon', 'later'])
  } else if (view.show !== 'all') query = query.where('standing', '=', view.show)
  if (view.auditor === 'nobody') query = query.where('auditorId', 'is', null)
  else if (view.auditor) query = query.where('auditorId', '=', view.auditor)
  if (view.team === 'none') query = query.where('teamId', 'is', null)
  else if (view.team) query = query.where('teamId', '=', view.team)
  if (view.search) {
    const like = `%${view.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<SqlBool>`(lower(coalesce("caseReference", '')) like ${like} escape '\\'
        or lower(coalesce("auditorName", '')) like ${like} escape '\\'
        or lower(reference) like ${like} escape '\\')`
    )
  }
  return query
}

/**
 * A page of what the view chooses, each row with how many there are in all. The times are looked up for the rows that
 * are shown and for no others.
 */
export const listProgress = (db: Db, roundId: string, view: ProgressView, today: Today) =>
  db
    .selectFrom(
      chosen(db, roundId, view, today)
        .selectAll()
        .select([
          sql<number>`count(*) over ()`.as('total'),
          sql<number>`row_number() over (order by ${orders[view.sort]}, "referenceKey")`.as(
            'place'
          ),
        ])
        .orderBy('place')
        .limit(ROWS_A_PAGE)
        .offset((view.page - 1) * ROWS_A_PAGE)
        .as('shown')
    )
    .leftJoin('audit_ending as ending', (join) =>
      join.onRef('ending.audit_id', '=', 'shown.id').on('ending.undone_at', 'is', null)
    )
    .leftJoin('audit_carry_over as onward', 'onward.from_audit_id', 'shown.id')
    .leftJoin('audit as later', 'later.id', 'onward.audit_id')
    .leftJoin('round as later_round', 'later_round.id', 'later.round_id')
    .leftJoin('audit_carry_over as back', 'back.audit_id', 'shown.id')
    .leftJoin('audit as earlier', 'earlier.id', 'back.from_audit_id')
    .leftJoin('round as earlier_round', 'earlier_round.id', 'earlier.round_id')
    .selectAll('shown')
    .select([
      'ending.kind as endingKind',
      'ending.reason as endingReason',
      'ending.words as endingWords',
      'later.round_id as laterRoundId',
      'later_round.name as laterRoundName',
      'earlier.round_id as earlierRoundId',
      'earlier_round.name as earlierRoundName',
      lastSaved.as('savedAt'),
      lastReminded.as('remindedAt'),
      firstDue.as('firstDueOn'),
    ])
    .orderBy('shown.place')
    .execute()

/** The ids of everything that the view chooses, for doing something with all of it. */
export const listChosenIds = async (db: Db, roundId: string, view: ProgressView, today: Today) => {
  const rows = await chosen(db, roundId, view, today).select('id').orderBy('referenceKey').execute()
  return rows.map(({ id }) => id)
}

/** These audits of the round, as asking before something is done shows them. */
export const listChosen = (db: Db, roundId: string, ids: readonly string[], today: Today) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom(standingBoard(db, roundId, today).as('shown'))
        .selectAll()
        .select(lastReminded.as('remindedAt'))
        .where('id', 'in', ids)
        .orderBy('referenceKey')
        .execute()

export type ChosenRow = Awaited<ReturnType<typeof listChosen>>[number]
