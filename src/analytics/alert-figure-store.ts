/** The SQL of figures of practice alerts: the facts of those raised or closed in a period and of those open now. Never their words. */
import { type Expression, expressionBuilder, type NotNull, type SqlBool, sql } from 'kysely'
import { visitFactsWithin } from '../alerts/fact-store.ts'
import { openStates } from '../alerts/rules/alert-traits.ts'
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
  readonly status?: string | undefined
}

/** With the categories in which it counts. */
export type SortedFact = AlertFact & { readonly categoryIds: string | null }

const eb = expressionBuilder<Tables, 'alert'>()

const isOfTeams = (teamIds: readonly string[]): Expression<SqlBool> =>
  teamIds.length === 0 ? sql<SqlBool>`1 = 0` : eb('alert.team_id', 'in', teamIds)

const isAsked = ({ reach, teamIds, kind, status }: AlertsAsked) => [
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
]

/** A draft has neither date, so it is in no period and no draft is ever read. */
const isWithin = (column: 'raised_on' | 'closed_on', { from, to }: AlertsAsked) =>
  eb.and([
    eb(`alert.${column}`, '>=', from ?? '0000'),
    ...(to === undefined ? [] : [eb(`alert.${column}`, '<=', to)]),
  ])

const isOpen = eb('alert.state', 'in', openStates)

const flag = (is: Expression<SqlBool>) => eb.case().when(is).then(eb.lit(1)).else(eb.lit(0)).end()

/**
 * Each alert once, through an index of each part: those raised in the period, open now, or closed in it. What it answers are the
 * facts as they stand, since making another object of each costs more than reading it.
 */
export const alertsRead = (db: Db, asked: AlertsAsked) =>
  db
    .selectFrom('alert')
    .select([
      flag(isWithin('raised_on', asked)).as('isRaised'),
      flag(isOpen).as('isOpen'),
      flag(isWithin('closed_on', asked)).as('isClosed'),
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
      'category_ids as categoryIds',
    ])
    .where(eb.or([isWithin('raised_on', asked), isOpen, isWithin('closed_on', asked)]))
    .where(eb.and(isAsked(asked)))
    .$narrowType<{ raisedOn: NotNull }>()

export const listAlertFacts = (db: Db, asked: AlertsAsked): Promise<SortedFact[]> =>
  alertsRead(db, asked).execute()

/**
 * Visits what {@link listAlertFacts} lists, from rows that hold many alerts each: whoever adds them up needs no object of each.
 * @param visit gets one and the same object each time
 */
export const visitAlertFacts = async (
  db: Db,
  asked: AlertsAsked,
  visit: (fact: SortedFact) => void
): Promise<void> => {
  const { reach, kind, status, from, to } = asked
  const teams = asked.teamIds && new Set(asked.teamIds)
  const reached = reach && new Set(reach.teamIds)
  const isIn = (known: ReadonlySet<string>, id: string | null) => id !== null && known.has(id)
  const isWithinDays = (date: string | null) =>
    date !== null && (from === undefined || date >= from) && (to === undefined || date <= to)
  await visitFactsWithin(db, asked, (fact) => {
    if (kind !== undefined && fact.kind !== kind) return
    if (status !== undefined && fact.status !== status) return
    if (teams && !isIn(teams, fact.teamId)) return
    if (reached && !isIn(reached, fact.teamId) && fact.raisedBy !== reach?.raisedBy) return
    fact.isRaised = isWithinDays(fact.raisedOn) ? 1 : 0
    fact.isOpen = openStates.includes(fact.state) ? 1 : 0
    fact.isClosed = isWithinDays(fact.closedOn) ? 1 : 0
    if (fact.isRaised + fact.isOpen + fact.isClosed > 0) visit(fact)
  })
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
