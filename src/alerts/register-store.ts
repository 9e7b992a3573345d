/** The SQL of lists of alerts: what one person may see of the register. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { coveredBy } from '../people/cover-store.ts'
import { teamsBelow } from '../people/team-store.ts'
import type { AlertKind } from './rules/alert-kind.ts'
import type { AlertState } from './rules/alert-workflow.ts'
import { draftOf } from './store.ts'

/** Drafts of one person, the newest first; one more than are shown, to know of more. */
export const listDrafts = async (db: Db, personId: string, limit: number) => {
  const rows = await db
    .selectFrom('alert')
    .where('raised_by', '=', personId)
    .where('state', '=', 'draft')
    .select(['id', 'saved_at as savedAt', 'draft'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ draft, ...row }) => ({ ...row, references: draftOf(draft).references }))
}

/** Open alerts that one person raised, or somebody for whom they stand in on a London date, the soonest due first. */
export const listOwnOpen = async (
  db: Db,
  { id, today }: { readonly id: string; readonly today: string },
  limit: number
) => {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('person', 'person.id', 'alert.raised_by')
    .where('alert.state', 'in', ['open', 'responded'])
    .where((eb) =>
      eb.or([eb('alert.raised_by', '=', id), eb('alert.raised_by', 'in', coveredBy(id, today))])
    )
    .select(listed)
    .select(['person.id as whoseId', 'person.name as whoseName'])
    .orderBy(sql`coalesce(alert.expected_on, '9999')`)
    .orderBy('alert.id')
    .limit(limit)
    .execute()
  return rows.map(asListed)
}

/** Open alerts addressed now to one person, or to somebody for whom they stand in on a London date, the soonest due first. */
export const listToAnswer = async (
  db: Db,
  { id, today }: { readonly id: string; readonly today: string },
  limit: number
) => {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('alert_addressee', 'alert_addressee.alert_id', 'alert.id')
    .innerJoin('person', 'person.id', 'alert_addressee.person_id')
    .where((eb) =>
      eb.or([
        eb('alert_addressee.person_id', '=', id),
        eb('alert_addressee.person_id', 'in', coveredBy(id, today)),
      ])
    )
    .where('alert_addressee.is_current', '=', 1)
    .where('alert.state', 'in', ['open', 'responded'])
    .select(listed)
    .select(['person.id as whoseId', 'person.name as whoseName'])
    .orderBy(sql`coalesce(alert.expected_on, '9999')`)
    .orderBy('alert.id')
    .limit(limit)
    .execute()
  // Addressed to both: once, as their own.
  const own = new Set(rows.filter(({ whoseId }) => whoseId === id).map((row) => row.id))
  return rows.filter((row) => row.whoseId === id || !own.has(row.id)).map(asListed)
}

/** Open alerts of cases of a team and those below it, the soonest due first. */
export const listOfTeam = async (db: Db, teamId: string, limit: number) => {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('person', 'person.id', 'alert.raised_by')
    .where('alert.state', 'in', ['open', 'responded'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('alert_case')
          .select('alert_case.alert_id')
          .whereRef('alert_case.alert_id', '=', 'alert.id')
          .where('alert_case.team_id', 'in', teamsBelow(teamId))
      )
    )
    .select(listed)
    .select(['person.id as whoseId', 'person.name as whoseName'])
    .orderBy(sql`coalesce(alert.expected_on, '9999')`)
    .orderBy('alert.id')
    .limit(limit)
    .execute()
  return rows.map(asListed)
}

/** How many children it is about: a sibling group is one alert. */
const children = sql<number>`(select cast(count(*) as integer) from alert_case
  where alert_case.alert_id = alert.id)`.as('children')

const listed = [
  'alert.id as id',
  'alert.number as number',
  'alert.kind as kind',
  'alert.state as state',
  'alert.stage as stage',
  'alert.is_immediate as isImmediate',
  'alert.case_reference as caseReference',
  'alert.raised_on as raisedOn',
  'alert.expected_on as expectedOn',
  children,
] as const

const asListed = <R extends { kind: string; state: string; isImmediate: number }>({
  kind,
  state,
  isImmediate,
  ...row
}: R) => ({
  ...row,
  kind: kind as AlertKind,
  state: state as AlertState,
  isImmediate: isImmediate === 1,
})

export type ListedAlert = Awaited<ReturnType<typeof listOwnOpen>>[number]
