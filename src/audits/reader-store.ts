/**
 * Which audits a person may read, as SQL: rules/audit-access.ts on rows, for lists that must not load what they then leave
 * out. Whoever opens one audit asks the rule; tests/audits/reader-store.test.ts holds the two together over a grid of people
 * and audits.
 */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db, Tables } from '../db/schema.ts'
import { type Role, type Scope, scopesOf } from '../people/rules/permissions.ts'
import { findServiceOf, listTeamsBelow, teamsBelow, teamsOfService } from '../people/team-store.ts'
import { auditStates, isOpenToAuditor } from './rules/audit-state.ts'

export interface Reader {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

/** Audits of the state in which a scope was granted, and how far it reaches; both have to hold. */
type Reach = Expression<SqlBool>

const eb = expressionBuilder<Tables, 'audit'>()

const isIn = (states: readonly AuditState[]): Reach => eb('audit.state', 'in', states)

const OPEN = auditStates.filter(isOpenToAuditor)

/**
 * One condition for each scope. Team, worker and reviewing officer stand in the audit's row from its submission on, which
 * is when these scopes begin to count.
 *
 * @param teamIds where the caller has read them: one condition a team, each of which an index can answer in order
 */
const reachesOf = (
  scope: Scope,
  reader: Reader,
  teamIds: readonly string[] | undefined
): Reach[] => {
  const ofTeams = (list: (teamId: string) => ReturnType<typeof teamsBelow>): Reach[] => {
    if (reader.teamId === null) return []
    return teamIds
      ? teamIds.map((id) => eb('audit.team_id', '=', id))
      : [eb('audit.team_id', 'in', list(reader.teamId))]
  }
  switch (scope) {
    case 'all':
      return [sql<SqlBool>`1 = 1`]
    case 'own':
      return [eb('audit.auditor_id', '=', reader.id)]
    case 'team':
      return ofTeams(teamsBelow)
    case 'service':
      // Somebody whose team stands under no service has that team for one.
      return teamIds ? ofTeams(teamsBelow) : [...ofTeams(teamsBelow), ...ofTeams(teamsOfService)]
    case 'reviewed':
      return [eb('audit.iro_id', '=', reader.id)]
    case 'in_review':
      return [eb('audit.iro_id', 'is not', null)]
    case 'worked_once_shared':
      return [
        eb.and([eb('audit.worker_id', '=', reader.id), eb('audit.shared_at', 'is not', null)]),
      ]
  }
}

const submittedScopes = (reader: Reader): readonly Scope[] =>
  scopesOf(reader.roles, 'audits.read_submitted')

/** Before it is submitted only a QA lead and its auditor read an audit: the table grants no other scope. */
const inProgressScopes = (reader: Reader): readonly Scope[] =>
  scopesOf(reader.roles, 'audits.read_in_progress').filter(
    (scope) => scope === 'all' || scope === 'own'
  )

const readsAll = (reader: Reader): boolean =>
  submittedScopes(reader).includes('all') && inProgressScopes(reader).includes('all')

/**
 * The ways in which the person comes to read audits, as conditions on rows of `audit`: an audit is theirs to read when one
 * of them holds. Superseded rows are left out by each.
 */
export const waysToRead = (reader: Reader, teamIds?: readonly string[]): Reach[] => {
  const isNotReplaced = eb('audit.superseded_at', 'is', null)
  // Told apart by state, either half could have to be walked to its end for what is in the other.
  if (readsAll(reader)) return [isNotReplaced]
  const inProgress = inProgressScopes(reader)
  const ways = [
    ...submittedScopes(reader).flatMap((scope) =>
      reachesOf(scope, reader, teamIds).map((reach) => eb.and([isIn(['submitted']), reach]))
    ),
    ...(inProgress.includes('all')
      ? [eb('audit.state', '<>', 'submitted')]
      : inProgress.flatMap((scope) =>
          reachesOf(scope, reader, teamIds).map((reach) => eb.and([isIn(OPEN), reach]))
        )),
  ]
  return ways.map((way) => eb.and([isNotReplaced, way]))
}

/** Holds for the rows of `audit` that the person may read; for nobody's it holds for none. */
export const isReadableBy = (reader: Reader): Reach => eb.or(waysToRead(reader))

/** The teams whose audits the person reads, where that is how they come to read some; what `waysToRead` can be given. */
export const listTeamsToRead = async (db: Db, reader: Reader): Promise<string[] | undefined> => {
  const scopes = submittedScopes(reader)
  const isByTeam = scopes.includes('team') || scopes.includes('service')
  if (scopes.includes('all') || !isByTeam || reader.teamId === null) return undefined
  return listTeamsBelow(
    db,
    scopes.includes('service') ? await findServiceOf(db, reader.teamId) : reader.teamId
  )
}
