/** The SQL of a report's counts besides grades: audits, actions, safety notices and practice alerts, in one statement. */
import { type SqlBool, sql } from 'kysely'
import { alertsRead } from '../analytics/alert-figure-store.ts'
import type { AlertFact } from '../analytics/rules/alert-figures.ts'
import { submittedAction, submittedActions } from '../audits/submitted-store.ts'
import { readTogether } from '../db/read-together.ts'
import type { Db } from '../db/schema.ts'
import type { Period } from './rules/quarter.ts'

/** Whatever is left out does not narrow. */
export type Counted = {
  /** Of actions, notices and alerts. */
  readonly period: Period
  /** Of audits. */
  readonly roundIds: readonly string[]
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly kind?: string | undefined
}

export type AuditCount = {
  readonly roundId: string
  readonly teamId: string | null
  readonly status: string | null
  readonly isDone: boolean
  readonly count: number
}

export type ActionDates = {
  readonly createdAt: string
  readonly dueOn: string | null
  readonly doneAt: string | null
}

export type ReportCounts = {
  /** By round, team and status: done (submitted and counted) or still to do. Withdrawn and voided ones are neither. */
  readonly audits: readonly AuditCount[]
  /** Set in the period, or due on a day of it; drafts and removed ones count nowhere. A day to either side may be there too. */
  readonly actions: readonly ActionDates[]
  /** Safety notices opened in the period, or a day to either side, with what has become of them. */
  readonly notices: readonly { readonly state: string; readonly openedAt: string }[]
  readonly alerts: readonly AlertFact[]
}

const DAY = 86_400_000

/** A day to either side of London's: what falls outside is left out by its London date. */
const around = ({ from, to }: Period) => ({
  since: new Date(Date.parse(`${from}T00:00:00Z`) - DAY).toISOString(),
  until: new Date(Date.parse(`${to}T00:00:00Z`) + 2 * DAY).toISOString(),
})

const never = sql<SqlBool>`1 = 0`

const auditsRead = (db: Db, { roundIds, teamIds, status }: Counted) =>
  db
    .selectFrom('audit')
    .select(['round_id as roundId', 'team_id as teamId', 'service_status as status'])
    .select(['is_counted as isCounted'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => (roundIds.length === 0 ? never : eb('round_id', 'in', roundIds)))
    .where((eb) =>
      eb.or([eb('is_counted', '=', 1), eb('state', 'not in', ['withdrawn', 'voided'])])
    )
    .where('superseded_at', 'is', null)
    .$if(teamIds !== undefined, (some) =>
      some.where((eb) => (teamIds?.length ? eb('team_id', 'in', teamIds) : never))
    )
    .$if(status !== undefined, (some) => some.where('service_status', '=', status ?? ''))
    .groupBy(['round_id', 'team_id', 'service_status', 'is_counted'])

const actionsRead = (db: Db, { period, teamIds, status, kind }: Counted) => {
  const { since, until } = around(period)
  const { dueOn } = submittedAction(db)
  return submittedActions(db)
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select(['action.created_at as createdAt', 'action.done_at as doneAt'])
    .select(dueOn.as('dueOn'))
    .where((eb) =>
      eb.or([
        eb.and([eb('action.created_at', '>=', since), eb('action.created_at', '<', until)]),
        eb.and([eb(dueOn, '>=', period.from), eb(dueOn, '<=', period.to)]),
      ])
    )
    .$if(teamIds !== undefined, (some) =>
      some.where((eb) => (teamIds?.length ? eb('audit.team_id', 'in', teamIds) : never))
    )
    .$if(status !== undefined, (some) => some.where('audit.service_status', '=', status ?? ''))
    .$if(kind !== undefined, (some) => some.where('round.kind', '=', kind ?? ''))
}

const noticesRead = (db: Db, { period, teamIds, status, kind }: Counted) => {
  const { since, until } = around(period)
  return db
    .selectFrom('safety_notice')
    .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select(['safety_notice.state as state', 'safety_notice.opened_at as openedAt'])
    .where('safety_notice.opened_at', '>=', since)
    .where('safety_notice.opened_at', '<', until)
    .$if(teamIds !== undefined, (some) =>
      some.where((eb) => (teamIds?.length ? eb('audit.team_id', 'in', teamIds) : never))
    )
    .$if(status !== undefined, (some) => some.where('audit.service_status', '=', status ?? ''))
    .$if(kind !== undefined, (some) => some.where('round.kind', '=', kind ?? ''))
}

export const loadReportCounts = async (db: Db, counted: Counted): Promise<ReportCounts> => {
  const { period, teamIds, status } = counted
  const { audits, ...read } = await readTogether(db, {
    audits: auditsRead(db, counted),
    actions: actionsRead(db, counted),
    notices: noticesRead(db, counted),
    alerts: alertsRead(db, { ...period, reach: undefined, teamIds, status }),
  })
  return {
    ...read,
    audits: audits.map(({ isCounted, ...row }) => ({ ...row, isDone: isCounted === 1 })),
  }
}
