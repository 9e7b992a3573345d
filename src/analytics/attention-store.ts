/** The SQL of the overview: what is open, late or not reached, counted at once, and the theme grades of two years. */
import { sql } from 'kysely'
import { isAlertReadableBy } from '../alerts/reader-store.ts'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import { isLateAction, submittedActions } from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { isSeenBy } from '../safety/list-store.ts'

export type Attention = {
  /** Child-safety notices that are not closed, of those that the reader sees. */
  readonly notices: number
  /** Alerts that wait for an answer past their date, and disputes past their total time, of those that the reader may read. */
  readonly alertsOverdue: number
  readonly disputesOver: number
  readonly actionsLate: number
  readonly roundsLate: number
  /** Open teams of those asked for without an audit since the day. */
  readonly teamsNotReached: number
  /** Statuses with open cases and without an audit since the day, whole council. */
  readonly statusesNotReached: number
}

const countAll = sql<number>`count(*)`.as('count')

export const countAttention = async (
  db: Db,
  reader: Reader,
  asked: { readonly today: string; readonly since: string; readonly teamIds: readonly string[] }
): Promise<Attention> => {
  const { today, since, teamIds } = asked
  const statuses = sql.join(
    serviceStatuses
      .filter((status) => status !== 'closed')
      .map((status) => sql`select ${sql.lit(status)} as status`),
    sql` union all `
  )
  const row = await db
    .selectNoFrom([
      db
        .selectFrom('safety_notice')
        .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
        .select(countAll)
        .where('safety_notice.state', '<>', 'closed')
        .where(isSeenBy(reader))
        .as('notices'),
      db
        .selectFrom('alert')
        .select(countAll)
        .where('alert.state', '=', 'open')
        .where('alert.expected_on', '<', today)
        .where(isAlertReadableBy(reader, today))
        .as('alertsOverdue'),
      db
        .selectFrom('alert')
        .select(countAll)
        .where('alert.state', 'in', ['open', 'responded'])
        .where('alert.stage', '>', 0)
        .where('alert.total_due_on', '<', today)
        .where(isAlertReadableBy(reader, today))
        .as('disputesOver'),
      submittedActions(db)
        .select(countAll)
        .where(isLateAction(db, today))
        .where(isReadableBy(reader))
        .as('actionsLate'),
      db
        .selectFrom('round')
        .select(countAll)
        .where('round.state', '=', 'open')
        .where('round.due_on', '<', today)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('audit')
              .whereRef('audit.round_id', '=', 'round.id')
              .where('audit.state', 'in', ['to_allocate', 'allocated', 'in_progress', 'reopened'])
              .select('audit.id')
          )
        )
        .as('roundsLate'),
      sql<number>`(select count(*) from team where ${teamIds.length === 0 ? sql`1 = 0` : sql`team.id in (${sql.join([...teamIds])})`}
        and not exists (select 1 from audit where audit.team_id = team.id and audit.is_counted = 1
          and audit.audited_on >= ${since}))`.as('teamsNotReached'),
      sql<number>`(select count(*) from (${statuses}) as known
        where exists (select 1 from team join case_file on case_file.team_id = team.id
          and case_file.service_status = known.status)
        and not exists (select 1 from team join audit on audit.team_id = team.id
          and audit.service_status = known.status and audit.is_counted = 1
          and audit.audited_on >= ${since}))`.as('statusesNotReached'),
    ])
    .executeTakeFirstOrThrow()
  return {
    notices: Number(row.notices),
    alertsOverdue: Number(row.alertsOverdue),
    disputesOver: Number(row.disputesOver),
    actionsLate: Number(row.actionsLate),
    roundsLate: Number(row.roundsLate),
    teamsNotReached: Number(row.teamsNotReached),
    statusesNotReached: Number(row.statusesNotReached),
  }
}

export type ThemeTally = {
  readonly theme: string
  readonly roundId: string
  readonly value: string
  readonly count: number
  /** The version since which the grade of the theme means what it means in that round. */
  readonly since: string | null
}

/** Theme grades of these rounds, each with since when it has meant the same. History goes on from the first version. */
export const listThemeTallies = async (
  db: Db,
  themes: readonly string[],
  roundIds: readonly string[]
): Promise<ThemeTally[]> => {
  const { rows } = await sql<ThemeTally>`
    select t.theme as theme, t.round_id as "roundId", t.value as value, t.count as count,
      coalesce((
        select min(coalesce(m.since_version_id, rv.rubric_version_id)) from round_version rv
        left join rubric_meaning m on m.version_id = rv.rubric_version_id and m.item_key = ''
        where rv.theme = t.theme and rv.round_id = t.round_id
      ), (select min(id) from rubric_version where rubric_key = t.theme)) as since
    from tally_council t
    where t.theme in (${sql.join([...themes])}) and t.item = '' and t.count > 0
      and t.round_id in (${sql.join(roundIds.length === 0 ? [''] : [...roundIds])})`.execute(db)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
