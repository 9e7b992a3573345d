/** What a person's calendar shows: the due dates of what is theirs to do, and nothing of any case. */
import {
  isOpenAction,
  isOwnAction,
  submittedAction,
  submittedActions,
} from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'

/** More than anybody has open; a calendar is no list to work from. */
const MOST = 500

export const listAuditsDue = (db: Db, personId: string) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .where('audit.auditor_id', '=', personId)
    .where('audit.state', 'in', ['allocated', 'in_progress', 'reopened'])
    .where('audit.superseded_at', 'is', null)
    .where('audit.due_on', 'is not', null)
    .select([
      'audit.id as id',
      'audit.due_on as dueOn',
      'audit.allocated_at as allocatedAt',
      'audit.started_at as startedAt',
      'audit.reopened_at as reopenedAt',
      'audit.revision as auditRevision',
      'round.revision as roundRevision',
      'round.name as roundName',
      'round.kind as roundKind',
    ])
    .select((eb) =>
      eb
        .selectFrom('due_date_change as moved')
        .whereRef('moved.round_id', '=', 'audit.round_id')
        .where((or) =>
          or.or([or('moved.audit_id', 'is', null), or('moved.audit_id', '=', or.ref('audit.id'))])
        )
        .select((inner) => inner.fn.max('moved.changed_at').as('at'))
        .as('movedAt')
    )
    .orderBy('audit.due_on')
    .orderBy('audit.id')
    .limit(MOST)
    .execute()

export const listActionsDue = (db: Db, personId: string) => {
  const { dueOn } = submittedAction(db)
  return submittedActions(db)
    .innerJoin('round', 'round.id', 'audit.round_id')
    .where(isOwnAction(db, personId))
    .where(isOpenAction)
    .where(dueOn, 'is not', null)
    .select(dueOn.as('dueOn'))
    .select([
      'action.id as id',
      'action.created_at as createdAt',
      'action.revision as revision',
      'audit.submitted_at as submittedAt',
      'round.name as roundName',
    ])
    .orderBy('dueOn')
    .orderBy('action.id')
    .limit(MOST)
    .execute()
}
