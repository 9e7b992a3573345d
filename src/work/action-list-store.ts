/** The SQL of the list of actions: those of audits that the reader may read, and their own. */
import { type SqlBool, sql } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import {
  isLateAction,
  isOpenAction,
  isOwnAction,
  submittedAction,
  submittedActions,
} from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import { teamsBelow } from '../people/team-store.ts'
import type { ActionFilters } from './rules/action-filters.ts'

const ACTIONS_A_PAGE = 50

const isIn = (db: Db, { show }: ActionFilters, today: string) => {
  switch (show) {
    case 'late':
      return isLateAction(db, today)
    case 'open':
      return isOpenAction
    case 'done':
      return sql<SqlBool>`action.state = 'done'`
  }
}

const listed = (db: Db, reader: Reader, filters: ActionFilters, today: string) => {
  const query = submittedActions(db)
    .where((eb) => eb.or([isReadableBy(reader), isOwnAction(db, reader.id)]))
    .where(isIn(db, filters, today))
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
  const { what, dueOn, ownerId, state } = submittedAction(db)
  const rows = listed(db, reader, filters, today)
    .leftJoin('person as owner', (join) => join.on('owner.id', '=', ownerId))
    .leftJoin('team', 'team.id', 'audit.team_id')
    .select([
      'action.id as id',
      'action.done_at as doneAt',
      'owner.name as ownerName',
      'team.name as teamName',
      'audit.case_reference as caseReference',
    ])
    .select([what.as('what'), dueOn.as('dueOn'), state.as('state')])
  const actions = await (filters.show === 'done'
    ? rows.orderBy('action.done_at', 'desc')
    : rows.orderBy(sql`coalesce(${dueOn}, '9999')`)
  )
    .orderBy('action.id')
    .limit(ACTIONS_A_PAGE)
    .offset((shown - 1) * ACTIONS_A_PAGE)
    .execute()
  return { count: Number(count), pages, page: shown, actions }
}
