/** The SQL of the register's pages: what it can be filtered by, the rows of given alerts, the order by reference. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { coveredBy } from '../people/cover-store.ts'
import type { AlertKind } from './rules/alert-kind.ts'
import type { AlertState } from './rules/alert-workflow.ts'
import type { Place } from './rules/register-order.ts'

interface OptionRow {
  what: 'team' | 'category' | 'raiser' | 'cover' | 'stage'
  id: string
  name: string
  parent: string | null
  flag: number
}

/** Everything that filters offer and for whom the reader stands in on a London date, in one query. */
export const listRegisterOptions = async (
  db: Db,
  reader: { readonly id: string; readonly today: string }
) => {
  const none = sql`cast(null as text)`
  const { rows } = await sql<OptionRow>`
    select 'team' as what, id as id, name as name, parent_id as parent,
        case when kind = 'service' then 1 else 0 end as flag from team
    union all
    select 'category', id, label, ${none}, position from concern_category
    union all
    select distinct 'raiser', p.id, p.name, ${none}, 0 from alert_set s
      join person p on p.id = substr(s.trait, 8)
      where s.trait >= 'raised:' and s.trait < 'raised;'
    union all
    select distinct 'stage', substr(s.trait, 7), '', ${none}, 0 from alert_set s
      where s.trait >= 'stage:' and s.trait < 'stage;'
    union all
    select 'cover', x.person_id, '', ${none}, 0
      from ${coveredBy(reader.id, reader.today)} x`.execute(db)
  const of = (what: OptionRow['what']) => rows.filter((row) => row.what === what)
  const byName = (one: { name: string }, two: { name: string }) =>
    one.name.localeCompare(two.name, 'en-GB')
  const choice = ({ id, name }: OptionRow) => ({ value: id, label: name })
  return {
    teams: of('team')
      .toSorted(byName)
      .map(({ id, name, parent, flag }) => ({ id, name, parentId: parent, isService: flag === 1 })),
    categories: of('category')
      .toSorted((one, two) => one.flag - two.flag)
      .map(choice),
    raisers: of('raiser').toSorted(byName).map(choice),
    covers: of('cover').map(({ id }) => id),
    stages: Math.max(0, ...of('stage').map(({ id }) => Number(id))),
  }
}

/** The rows of these alerts, in no particular order. */
export const listRegisterRows = async (db: Db, numbers: readonly number[]) => {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('alert')
    .innerJoin('person as raiser', 'raiser.id', 'alert.raised_by')
    .leftJoin('team', 'team.id', 'alert.team_id')
    .where('alert.number', 'in', numbers)
    .select([
      'alert.id as id',
      'alert.number as number',
      'alert.kind as kind',
      'alert.state as state',
      'alert.stage as stage',
      'alert.is_immediate as isImmediate',
      'alert.case_reference as caseReference',
      'alert.service_status as serviceStatus',
      'alert.raised_on as raisedOn',
      'alert.expected_on as expectedOn',
      'alert.formal_on as formalOn',
      'alert.total_due_on as totalDueOn',
      'alert.closed_on as closedOn',
      'alert.times_extended as timesExtended',
      'alert.times_reopened as timesReopened',
      'alert.highest_stage as highestStage',
      'raiser.name as raiserName',
      'team.name as teamName',
    ])
    .select((eb) => [
      eb
        .selectFrom('alert_case')
        .whereRef('alert_case.alert_id', '=', 'alert.id')
        .select((count) => count.fn.countAll<number>().as('children'))
        .as('children'),
    ])
    .execute()
  const concerns = await db
    .selectFrom('alert_concern')
    .where(
      'alert_id',
      'in',
      rows.map(({ id }) => id)
    )
    .select(['alert_id as alertId', 'category_id as categoryId'])
    .execute()
  const byAlert = Map.groupBy(concerns, ({ alertId }) => alertId)
  return rows.map(({ kind, state, isImmediate, number, children, ...row }) => ({
    ...row,
    children: Number(children ?? 0),
    number: number ?? 0,
    kind: kind as AlertKind,
    state: state as AlertState,
    isImmediate: isImmediate === 1,
    categoryIds: (byAlert.get(row.id) ?? []).map(({ categoryId }) => categoryId),
  }))
}

export type RegisterRow = Awaited<ReturnType<typeof listRegisterRows>>[number]

/** As the index of migration 0020 has it. */
const referenceKey = sql<string>`lower(${sql.ref('alert.case_reference')})`

/** The references of these alerts. */
export const listReferencesOf = async (db: Db, numbers: readonly number[]): Promise<Place[]> =>
  numbers.length === 0
    ? []
    : db
        .selectFrom('alert')
        .where('number', 'in', numbers)
        .select(['number as number', referenceKey.as('key')])
        .$narrowType<{ number: number }>()
        .execute()

/** Alerts in the order of their references from a place on, whatever else they are. */
export const listByReference = (
  db: Db,
  from: Place | undefined,
  direction: 'after' | 'before',
  limit: number
): Promise<Place[]> => {
  const isAfter = direction === 'after'
  const order = isAfter ? 'asc' : 'desc'
  let query = db
    .selectFrom('alert')
    .where(referenceKey, 'is not', null)
    .where('number', 'is not', null)
    .select(['number as number', referenceKey.as('key')])
    .$narrowType<{ number: number }>()
    .orderBy(referenceKey, order)
    .orderBy('number', order)
    .limit(limit)
  if (from) {
    const at = sql`(${from.key}, ${from.number})`
    query = query.where(
      isAfter
        ? sql<boolean>`(${referenceKey}, ${sql.ref('alert.number')}) > ${at}`
        : sql<boolean>`(${referenceKey}, ${sql.ref('alert.number')}) < ${at}`
    )
  }
  return query.execute()
}
