/** The SQL of a report's counts besides grades: audits by round, team and status, actions, and safety notices. */
import { isCountedAction } from '../actions/store.ts'
import type { Db } from '../db/schema.ts'

/** Which audits; whatever is left out does not narrow. */
export type AuditsCounted = {
  readonly roundIds: readonly string[]
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
}

export type AuditCount = {
  readonly roundId: string
  readonly teamId: string | null
  readonly status: string | null
  readonly isDone: boolean
  readonly count: number
}

/** Audits by round, team and status: done (submitted and counted) or still to do. Withdrawn and voided ones are neither. */
export const countAudits = async (db: Db, query: AuditsCounted): Promise<AuditCount[]> => {
  const { roundIds, teamIds, status } = query
  if (roundIds.length === 0 || teamIds?.length === 0) return []
  const rows = await db
    .selectFrom('audit')
    .select(['round_id as roundId', 'team_id as teamId', 'service_status as status'])
    .select(['is_counted as isCounted'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('round_id', 'in', roundIds)
    .where((eb) =>
      eb.or([eb('is_counted', '=', 1), eb('state', 'not in', ['withdrawn', 'voided'])])
    )
    .where('superseded_at', 'is', null)
    .$if(teamIds !== undefined, (some) => some.where('team_id', 'in', teamIds ?? []))
    .$if(status !== undefined, (some) => some.where('service_status', '=', status ?? ''))
    .groupBy(['round_id', 'team_id', 'service_status', 'is_counted'])
    .execute()
  return rows.map(({ isCounted, count, ...row }) => ({
    ...row,
    isDone: isCounted === 1,
    count: Number(count),
  }))
}

export type Narrowed = {
  /** Instants: from this one, before that one. */
  readonly from: string
  readonly until: string
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
}

/** Actions set in the time, or due on a day of it; drafts and removed ones count nowhere. */
export const listActionDates = (
  db: Db,
  query: Narrowed & { readonly dueFrom: string; readonly dueTo: string }
): Promise<{ createdAt: string; dueOn: string | null; doneAt: string | null }[]> =>
  db
    .selectFrom('action')
    .innerJoin('audit', 'audit.id', 'action.audit_id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select(['action.created_at as createdAt', 'action.due_on as dueOn'])
    .select('action.done_at as doneAt')
    .where(isCountedAction)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('action.created_at', '>=', query.from),
          eb('action.created_at', '<', query.until),
        ]),
        eb.and([eb('action.due_on', '>=', query.dueFrom), eb('action.due_on', '<=', query.dueTo)]),
      ])
    )
    .$if(query.teamIds !== undefined, (some) =>
      some.where('audit.team_id', 'in', query.teamIds ?? [])
    )
    .$if(query.status !== undefined, (some) =>
      some.where('audit.service_status', '=', query.status ?? '')
    )
    .$if(query.kind !== undefined, (some) => some.where('round.kind', '=', query.kind ?? ''))
    .execute()

/** Safety notices opened in the time, with what has become of them. */
export const listSafetyStates = (
  db: Db,
  query: Narrowed
): Promise<{ state: string; openedAt: string }[]> =>
  db
    .selectFrom('safety_notice')
    .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select(['safety_notice.state as state', 'safety_notice.opened_at as openedAt'])
    .where('safety_notice.opened_at', '>=', query.from)
    .where('safety_notice.opened_at', '<', query.until)
    .$if(query.teamIds !== undefined, (some) =>
      some.where('audit.team_id', 'in', query.teamIds ?? [])
    )
    .$if(query.status !== undefined, (some) =>
      some.where('audit.service_status', '=', query.status ?? '')
    )
    .$if(query.kind !== undefined, (some) => some.where('round.kind', '=', query.kind ?? ''))
    .execute()
