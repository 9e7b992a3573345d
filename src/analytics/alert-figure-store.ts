/** The SQL of figures of practice alerts: the facts of those raised or closed in a period and of those open now. Never their words. */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tables } from '../db/schema.ts'
import type { AlertFact } from './rules/alert-figures.ts'

/** Whose alerts the reader may have figures of: of any of these; undefined is everybody's. */
export type AlertReach =
  | { readonly teamIds: readonly string[]; readonly raisedBy: string | undefined }
  | undefined

export type AlertsAsked = {
  /** London dates, both included; undefined is open. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly reach: AlertReach
  readonly teamIds?: readonly string[] | undefined
  readonly kind?: string | undefined
  readonly categoryId?: string | undefined
  readonly status?: string | undefined
}

const eb = expressionBuilder<Tables, 'alert'>()

const isOfTeams = (teamIds: readonly string[]): Expression<SqlBool> =>
  teamIds.length === 0 ? sql<SqlBool>`1 = 0` : eb('alert.team_id', 'in', teamIds)

const isAsked = ({ reach, teamIds, kind, categoryId, status }: AlertsAsked) => [
  ...(reach === undefined
    ? []
    : [
        eb.or([
          isOfTeams(reach.teamIds),
          ...(reach.raisedBy === undefined ? [] : [eb('alert.raised_by', '=', reach.raisedBy)]),
        ]),
      ]),
  ...(teamIds === undefined ? [] : [isOfTeams(teamIds)]),
  ...(kind === undefined ? [] : [eb('alert.kind', '=', kind)]),
  ...(status === undefined ? [] : [eb('alert.service_status', '=', status)]),
  ...(categoryId === undefined
    ? []
    : [
        eb.exists(
          eb
            .selectFrom('alert_concern')
            .select('alert_concern.alert_id')
            .whereRef('alert_concern.alert_id', '=', 'alert.id')
            .where('alert_concern.category_id', '=', categoryId)
        ),
      ]),
]

/** A draft has neither date, so it is in no period. */
const isWithin = (column: 'raised_on' | 'closed_on', { from, to }: AlertsAsked) =>
  eb.and([
    eb(`alert.${column}`, '>=', from ?? '0000'),
    ...(to === undefined ? [] : [eb(`alert.${column}`, '<=', to)]),
  ])

const isOpen = eb('alert.state', 'in', ['open', 'responded'])

/** One query: what is raised, what is closed, and what is open, each through an index of its own. */
export const listAlertFacts = async (db: Db, asked: AlertsAsked): Promise<AlertFact[]> => {
  const facts = (part: AlertFact['part'], isPart: Expression<SqlBool>) =>
    db
      .selectFrom('alert')
      .select([
        sql<AlertFact['part']>`${sql.lit(part)}`.as('part'),
        'kind',
        'state',
        'team_id as teamId',
        'service_status as status',
        'age',
        'is_immediate as isImmediate',
        'highest_stage as highestStage',
        'times_escalated as timesEscalated',
        'times_reopened as timesReopened',
        'raised_by as raisedBy',
        'raised_on as raisedOn',
        'closed_on as closedOn',
        'first_expected_on as firstExpectedOn',
        'expected_on as expectedOn',
        'total_due_on as totalDueOn',
      ])
      .where(eb.and([isPart, ...isAsked(asked)]))
  const rows = await facts('raised', isWithin('raised_on', asked))
    .unionAll(facts('open', isOpen))
    .unionAll(facts('closed', isWithin('closed_on', asked)))
    .execute()
  return rows.map(({ isImmediate, raisedOn, ...row }) => ({
    ...row,
    raisedOn: raisedOn ?? '',
    isImmediate: isImmediate === 1,
  }))
}

export type CategoryStock = {
  readonly id: string
  readonly label: string
  readonly isRetired: boolean
  readonly raised: number
  readonly open: number
  readonly overdue: number
}

/** In the order in which categories are offered. An alert counts in each of its categories. */
export const countAlertCategories = async (
  db: Db,
  asked: AlertsAsked,
  today: string
): Promise<CategoryStock[]> => {
  // A cross join keeps the order: alerts first, then the categories of each.
  const counts = (isPart: Expression<SqlBool>) =>
    db
      .selectFrom('alert')
      .crossJoin('alert_concern')
      .whereRef('alert_concern.alert_id', '=', 'alert.id')
      .where(eb.and([isPart, ...isAsked(asked)]))
      .select('alert_concern.category_id as categoryId')
      .select((of) => of.fn.countAll<number>().as('count'))
      .select(
        sql<number>`sum(case when alert.state = 'open' and alert.expected_on < ${today} then 1 else 0 end)`.as(
          'overdue'
        )
      )
      .groupBy('alert_concern.category_id')
  const rows = await db
    .selectFrom('concern_category')
    .leftJoin(
      counts(isWithin('raised_on', asked)).as('raised'),
      'raised.categoryId',
      'concern_category.id'
    )
    .leftJoin(counts(isOpen).as('standing'), 'standing.categoryId', 'concern_category.id')
    .select(['concern_category.id as id', 'label', 'retired_at as retiredAt'])
    .select(['raised.count as raised', 'standing.count as open', 'standing.overdue as overdue'])
    .orderBy('concern_category.position')
    .orderBy('concern_category.id')
    .execute()
  return rows.map(({ id, label, retiredAt, raised, open, overdue }) => ({
    id,
    label,
    isRetired: retiredAt !== null,
    raised: Number(raised ?? 0),
    open: Number(open ?? 0),
    overdue: Number(overdue ?? 0),
  }))
}

/** Cases that are not closed, by status. @param iroId of those whom a reviewing officer reviews, where only theirs are asked for */
export const countOpenCases = async (
  db: Db,
  asked: {
    readonly teamIds: readonly string[] | undefined
    readonly iroId: string | undefined
    readonly status: string | undefined
  }
): Promise<{ status: string; count: number }[]> => {
  const { teamIds, iroId, status } = asked
  if (teamIds?.length === 0) return []
  const rows = await db
    .selectFrom('case_file')
    .select('service_status as status')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('service_status', '<>', 'closed')
    .$if(teamIds !== undefined, (some) => some.where('team_id', 'in', teamIds ?? []))
    .$if(iroId !== undefined, (some) => some.where('iro_id', '=', iroId ?? ''))
    .$if(status !== undefined, (some) => some.where('service_status', '=', status ?? ''))
    .groupBy('service_status')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Names of those who raised alerts, for the one who oversees them. */
export const listRaiserNames = (
  db: Db,
  ids: readonly string[]
): Promise<{ id: string; name: string }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
