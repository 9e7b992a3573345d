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

/** Cases that are not closed, by team and status. */
export const listOpenCases = async (
  db: Db
): Promise<{ teamId: string; status: string; cases: number }[]> => {
  const rows = await db
    .selectFrom('case_file')
    .select(['team_id as teamId', 'service_status as status'])
    .select((eb) => eb.fn.countAll<number>().as('cases'))
    .where('service_status', '<>', 'closed')
    .groupBy(['team_id', 'service_status'])
    .execute()
  return rows.map((row) => ({ ...row, teamId: row.teamId ?? '', cases: Number(row.cases) }))
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
