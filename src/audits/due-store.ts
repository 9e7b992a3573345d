/** The SQL of what is due and has not been told yet: audits to their auditors, actions to their owners. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { DueWindow } from './rules/due-notice.ts'
import { isOpenAction, submittedAction, submittedActions } from './submitted-store.ts'

export interface Due {
  readonly id: string
  readonly personId: string
  readonly dueOn: string
  readonly reference: string | null
}

/** Somebody was told the same of the same due date; as notify.ts writes its key. */
const isTold = (db: Db, { kind, about }: DueWindow) => {
  const of = about === 'audit' ? 'audit.id' : 'action.id'
  const due = about === 'audit' ? sql.ref('audit.due_on') : submittedAction(db).dueOn
  return db
    .selectFrom('notice')
    .select('notice.id')
    .where('notice.person_id', '=', sql.ref<string>('person.id'))
    .where(
      'notice.once_key',
      '=',
      sql<string>`${`${kind} ${about} `} || ${sql.ref(of)} || ' ' || ${due}`
    )
}

/**
 * A reopened audit was handed in once, so it is not called late; people who have left are told nothing.
 * @returns at most `limit`, those due first in front
 */
const listAudits = (db: Db, window: DueWindow, limit: number): Promise<Due[]> =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .innerJoin('person', 'person.id', 'audit.auditor_id')
    .select([
      'audit.id as id',
      'person.id as personId',
      'audit.due_on as dueOn',
      'audit.case_reference as reference',
    ])
    .where('audit.state', 'in', ['allocated', 'in_progress'])
    .where('audit.superseded_at', 'is', null)
    .where('round.state', '=', 'open')
    .where('person.is_active', '=', 1)
    .where('audit.due_on', '<=', window.to)
    .$if(window.from !== undefined, (query) => query.where('audit.due_on', '>=', window.from ?? ''))
    .where((eb) => eb.not(eb.exists(isTold(db, window))))
    .orderBy('audit.due_on')
    .orderBy('audit.id')
    .limit(limit)
    .$narrowType<{ dueOn: string }>()
    .execute()

/** The same of actions that their owners have been told of. */
const listActions = (db: Db, window: DueWindow, limit: number): Promise<Due[]> => {
  const { dueOn } = submittedAction(db)
  return (
    submittedActions(db)
      .innerJoin('person', 'person.id', 'action.owner_id')
      .select(['action.id as id', 'person.id as personId', 'audit.case_reference as reference'])
      .select(dueOn.as('dueOn'))
      .where(isOpenAction)
      .where('person.is_active', '=', 1)
      // Who was given it since its audit was reopened is told when it is submitted.
      .where(submittedAction(db).ownerId, '=', sql.ref<string>('person.id'))
      .where(dueOn, '<=', window.to)
      .$if(window.from !== undefined, (query) => query.where(dueOn, '>=', window.from ?? ''))
      .where((eb) => eb.not(eb.exists(isTold(db, window))))
      .orderBy('dueOn')
      .orderBy('action.id')
      .limit(limit)
      .$narrowType<{ dueOn: string }>()
      .execute()
  )
}

export const listUntold = (db: Db, window: DueWindow, limit: number): Promise<Due[]> =>
  window.about === 'audit' ? listAudits(db, window, limit) : listActions(db, window, limit)
