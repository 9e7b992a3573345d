/** The SQL of the list of actions: those of audits that the reader may read, and their own. */
import { expressionBuilder, type SqlBool, sql } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import { teamsBelow } from '../people/team-store.ts'
import { isOwnAction } from './find-store.ts'
import type { ActionFilters } from './rules/action-filters.ts'

const ACTIONS_A_PAGE = 50

const eb = expressionBuilder<Tables, 'action' | 'audit'>()

const isIn = ({ show }: ActionFilters, today: string) => {
  switch (show) {
    case 'late':
      return eb.and([eb('action.state', '=', 'open'), eb('action.due_on', '<', today)])
    case 'open':
      return eb('action.state', '=', 'open')
    case 'done':
      return eb('action.state', '=', 'done')
  }
}

const listed = (db: Db, reader: Reader, filters: ActionFilters, today: string) => {
  const query = db
    .selectFrom('action')
    .innerJoin('audit', 'audit.id', 'action.audit_id')
    .where('audit.is_counted', '=', 1)
    .where(eb.or([isReadableBy(reader) as ReturnType<typeof sql<SqlBool>>, isOwnAction(reader.id)]))
    .where(isIn(filters, today))
  return filters.team === '' ? query : query.where('audit.team_id', 'in', teamsBelow(filters.team))
}

/** Open ones by the date on which they are due, done ones newest first. */
export const listActions = async (
  db: Db,
  reader: Reader,
  filters: ActionFilters,
  today: string,
  page: number
) => {
  const { count } = await listed(db, reader, filters, today)
    .select((all) => all.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(count) / ACTIONS_A_PAGE))
  const shown = Math.min(page, pages)
  const rows = listed(db, reader, filters, today)
    .leftJoin('person as owner', 'owner.id', 'action.owner_id')
    .leftJoin('team', 'team.id', 'audit.team_id')
    .select([
      'action.id as id',
      'action.what as what',
      'action.due_on as dueOn',
      'action.done_at as doneAt',
      'action.state as state',
      'owner.name as ownerName',
      'team.name as teamName',
      'audit.case_reference as caseReference',
    ])
  const actions = await (filters.show === 'done'
    ? rows.orderBy('action.done_at', 'desc')
    : rows.orderBy(sql`coalesce(action.due_on, '9999')`)
  )
    .orderBy('action.id')
    .limit(ACTIONS_A_PAGE)
    .offset((shown - 1) * ACTIONS_A_PAGE)
    .execute()
  return { count: Number(count), pages, page: shown, actions }
}
