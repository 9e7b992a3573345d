/**
 * Which alerts a person may read, as SQL: rules/alert-access.ts on rows, for lists that must not load what they then leave out.
 * Whoever opens one alert asks the rule; tests/alerts/reader-store.test.ts holds the two together.
 */
import { expressionBuilder } from 'kysely'
import type { Tables } from '../db/schema.ts'
import { coveredBy } from '../people/cover-store.ts'
import type { Role } from '../people/rules/permissions.ts'
import { EVERY_ROW, type Reach } from '../people/scope-store.ts'
import { teamsBelow, teamsOfService } from '../people/team-store.ts'
import { alertReach } from './rules/alert-access.ts'

export interface AlertReader {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

const eb = expressionBuilder<Tables, 'alert'>()

const addressees = () =>
  eb
    .selectFrom('alert_addressee')
    .select('alert_addressee.alert_id')
    .whereRef('alert_addressee.alert_id', '=', 'alert.id')

/** Raised by the person, ever addressed to them, or either of somebody for whom they stand in. */
const isOwn = ({ id }: AlertReader, todayOn: string): Reach[] => [
  eb('alert.raised_by', '=', id),
  eb.exists(addressees().where('alert_addressee.person_id', '=', id)),
  eb('alert.raised_by', 'in', coveredBy(id, todayOn)),
  eb.exists(
    addressees()
      .where('alert_addressee.is_current', '=', 1)
      .where('alert_addressee.person_id', 'in', coveredBy(id, todayOn))
  ),
]

/** One of its cases was of these teams when it was raised. */
const ofTeams = (teams: ReturnType<typeof teamsBelow>): Reach =>
  eb.exists(
    eb
      .selectFrom('alert_case')
      .select('alert_case.alert_id')
      .whereRef('alert_case.alert_id', '=', 'alert.id')
      .where('alert_case.team_id', 'in', teams)
  )

/**
 * Holds for the rows of `alert` that the person may read, drafts left out.
 *
 * @param todayOn London date: who stands in for whom depends on it
 */
export const isAlertReadableBy = (reader: AlertReader, todayOn: string): Reach => {
  const { teamId } = reader
  const { isWhole, ofTeam, ofService } = alertReach(reader)
  const byRole = isWhole
    ? [EVERY_ROW]
    : teamId === null
      ? []
      : [
          ...(ofTeam ? [ofTeams(teamsBelow(teamId))] : []),
          ...(ofService ? [ofTeams(teamsOfService(teamId))] : []),
        ]
  return eb.and([
    eb('alert.state', '<>', 'draft'),
    // Whoever it was addressed to reads it, whatever their role: it was sent to them.
    eb.or([...isOwn(reader, todayOn), ...byRole]),
  ])
}
