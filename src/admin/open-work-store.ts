/**
 * The SQL of what somebody has in hand, in numbers. An administrator sees no case content, so nothing here reads a
 * reference, a name or a word of an audit.
 */
import { sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db } from '../db/schema.ts'

/** States in which an audit is still its auditor's to do. */
const UNDONE: readonly AuditState[] = ['to_allocate', 'allocated', 'in_progress', 'reopened']

export interface OpenWork {
  readonly audits: number
  readonly actions: number
  /** Safety notices that went to the person and are not closed. */
  readonly safetyNotices: number
  /** Of these, how many nobody of the line has acknowledged. */
  readonly safetyNoticesWaiting: number
  readonly unreadNotices: number
  readonly casesWorked: number
  readonly casesReviewed: number
  /** Open audits of cases held in the person's own team or in a team below it. */
  readonly auditsOfOwnTeam: number
}

const openAudits = (db: Db) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .where('audit.state', 'in', UNDONE)
    .where('audit.superseded_at', 'is', null)
    .where('round.state', '<>', 'closed')

const openSafetyNotices = (db: Db, personId: string) =>
  db
    .selectFrom('safety_addressee')
    .innerJoin('safety_notice', 'safety_notice.id', 'safety_addressee.notice_id')
    .where('safety_addressee.person_id', '=', personId)
    .where('safety_notice.state', '<>', 'closed')

const countAll = sql<number>`count(*)`.as('count')

/** What the person has in hand, as one row of numbers. */
export const countOpenWork = async (db: Db, personId: string): Promise<OpenWork> => {
  const row = await db
    .selectNoFrom([
      openAudits(db).select(countAll).where('audit.auditor_id', '=', personId).as('audits'),
      db
        .selectFrom('action')
        .innerJoin('audit', 'audit.id', 'action.audit_id')
        .select(countAll)
        .where('action.owner_id', '=', personId)
        .where('action.state', '=', 'open')
        .where('audit.superseded_at', 'is', null)
        .as('actions'),
      openSafetyNotices(db, personId).select(countAll).as('safetyNotices'),
      openSafetyNotices(db, personId)
        .select(countAll)
        .where('safety_notice.acknowledged_at', 'is', null)
        .as('safetyNoticesWaiting'),
      db
        .selectFrom('notice')
        .select(countAll)
        .where('person_id', '=', personId)
        .where('read_at', 'is', null)
        .as('unreadNotices'),
      db
        .selectFrom('case_file')
        .select(countAll)
        .where('worker_id', '=', personId)
        .as('casesWorked'),
      db
        .selectFrom('case_file')
        .select(countAll)
        .where('iro_id', '=', personId)
        .as('casesReviewed'),
      openAudits(db)
        .innerJoin('case_file', 'case_file.id', 'audit.case_id')
        .innerJoin('team_path', 'team_path.team_id', 'case_file.team_id')
        .innerJoin('person', 'person.team_id', 'team_path.ancestor_id')
        .select(countAll)
        .where('person.id', '=', personId)
        .where('audit.auditor_id', '=', personId)
        .as('auditsOfOwnTeam'),
    ])
    .executeTakeFirstOrThrow()
  return {
    audits: Number(row.audits ?? 0),
    actions: Number(row.actions ?? 0),
    safetyNotices: Number(row.safetyNotices ?? 0),
    safetyNoticesWaiting: Number(row.safetyNoticesWaiting ?? 0),
    unreadNotices: Number(row.unreadNotices ?? 0),
    casesWorked: Number(row.casesWorked ?? 0),
    casesReviewed: Number(row.casesReviewed ?? 0),
    auditsOfOwnTeam: Number(row.auditsOfOwnTeam ?? 0),
  }
}

/** How many open audits of the person each round has. */
export const countAuditsByRound = async (db: Db, personId: string) => {
  const rows = await openAudits(db)
    .select((eb) => [
      'round.id as roundId',
      'round.name as roundName',
      eb.fn.countAll<number>().as('audits'),
    ])
    .where('audit.auditor_id', '=', personId)
    .groupBy(['round.id', 'round.name'])
    .orderBy('round.id')
    .execute()
  return rows.map((row) => ({ ...row, audits: Number(row.audits) }))
}

/** Open audits whose auditor has left, and mail that could not be sent, in number; asked together, for the first page. */
export const countLeftUndone = async (db: Db) => {
  const row = await openAudits(db)
    .innerJoin('person', 'person.id', 'audit.auditor_id')
    .select(countAll)
    .select((eb) =>
      eb
        .selectFrom('mail')
        .select((inner) => inner.fn.countAll<number>().as('failing'))
        .where('mail.failing_since', 'is not', null)
        .as('mailFailing')
    )
    .where('person.is_active', '=', 0)
    .executeTakeFirst()
  return {
    auditsOfLeavers: Number(row?.count ?? 0),
    mailFailing: Number(row?.mailFailing ?? 0),
  }
}

/** Whose role allocates audits, among open accounts. */
export const listQaLeads = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .select('person.id as id')
    .where('person_role.role', '=', 'qa_lead')
    .where('person.is_active', '=', 1)
    .orderBy('person.id')
    .execute()
  return rows.map(({ id }) => id)
}
