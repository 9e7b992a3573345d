/** The SQL of the register's pages: what it can be filtered by, the rows of given alerts, the order by reference. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { coveredBy } from '../people/cover-store.ts'
import { type AlertKind, categoriesOf } from './rules/alert-kind.ts'
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
      'alert.category_ids as categoryIds',
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
  return rows.map(({ kind, state, isImmediate, number, children, categoryIds, ...row }) => ({
    ...row,
    children: Number(children ?? 0),
    number: number ?? 0,
    kind: kind as AlertKind,
    state: state as AlertState,
    isImmediate: isImmediate === 1,
    categoryIds: categoriesOf(categoryIds),
  }))
}

export type RegisterRow = Awaited<ReturnType<typeof listRegisterRows>>[number]

/** References of the alerts from one number to another, drafts left out; along the index of migration 0026. */
export const listReferences = (db: Db, first: number, last: number): Promise<Place[]> =>
  db
    .selectFrom('alert')
    .where('number', '>=', first)
    .where('number', '<=', last)
    .select(['number as number', sql<string>`lower(${sql.ref('alert.case_reference')})`.as('key')])
    .$narrowType<{ number: number }>()
    .execute()
