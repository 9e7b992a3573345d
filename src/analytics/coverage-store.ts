/** The SQL of coverage: what a rolling year of audits has reached, when each place was last audited, and how many cases are open there. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { everyCountedTheme } from './store.ts'

/** One team and status. `status` '' stands for audits whose status is not known. */
export type Reached = {
  readonly teamId: string
  readonly status: string
  /** Audits since the day asked for. */
  readonly n: number
  /** Of the latest audit ever; null is never. */
  readonly lastOn: string | null
}

/** Every team with every status: two steps in an index for each, however much was audited. */
export const listReached = async (db: Db, since: string): Promise<Reached[]> => {
  const statuses = sql.join(
    serviceStatuses.map((status) => sql`select ${sql.lit(status)} as status`),
    sql` union all `
  )
  const { rows } = await sql<Reached>`
    select team.id as "teamId", known.status as status,
      (select count(*) from audit where audit.team_id = team.id and audit.service_status = known.status
        and audit.is_counted = 1 and audit.audited_on >= ${since}) as n,
      (select max(audited_on) from audit where audit.team_id = team.id
        and audit.service_status = known.status and audit.is_counted = 1) as "lastOn"
    from team cross join (${statuses}) as known
    union all
    select team.id, '',
      (select count(*) from audit where audit.team_id = team.id and audit.service_status is null
        and audit.is_counted = 1 and audit.audited_on >= ${since}),
      (select max(audited_on) from audit where audit.team_id = team.id
        and audit.service_status is null and audit.is_counted = 1)
    from team`.execute(db)
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}

export type OpenCases = {
  readonly teamId: string
  readonly status: string
  readonly cases: number
  /** Of these, audited since the day asked for. */
  readonly audited: number
}

/** Cases that are not closed, by team and status. Each is asked for an audit of its own, however many audits there are. */
export const listOpenCases = async (db: Db, since: string): Promise<OpenCases[]> => {
  const { rows } = await sql<Omit<OpenCases, 'teamId'> & { teamId: string | null }>`
    select team_id as "teamId", service_status as status, count(*) as cases,
      sum(case when exists (
        select 1 from audit where audit.case_id = case_file.id
          and audit.is_counted = 1 and audit.audited_on >= ${since}
      ) then 1 else 0 end) as audited
    from case_file where service_status <> 'closed'
    group by team_id, service_status`.execute(db)
  return rows.map(({ teamId, status, cases, audited }) => ({
    ...{ teamId: teamId ?? '', status, cases: Number(cases), audited: Number(audited) },
  }))
}

/** Theme grades by theme and round, whatever they were. */
export const listThemeRounds = async (
  db: Db
): Promise<{ theme: string; roundId: string; n: number }[]> => {
  const rows = await db
    .selectFrom('tally_council')
    .select(['theme', 'round_id as roundId'])
    .select((eb) => eb.fn.sum<number>('count').as('n'))
    .where('theme', 'in', everyCountedTheme)
    .where('item', '=', '')
    .groupBy(['theme', 'round_id'])
    .having((eb) => eb.fn.sum('count'), '>', 0)
    .execute()
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}
