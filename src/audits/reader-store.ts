/**
 * Which audits a person may read, as SQL: rules/audit-access.ts on rows, for lists that must not load what they then leave
 * out. Whoever opens one audit asks the rule; tests/audits/reader-store.test.ts holds the two together over a grid of people
 * and audits.
 */
import { expressionBuilder } from 'kysely'
import type { AuditState } from '../db/audit-tables.ts'
import type { Db, Tables } from '../db/schema.ts'
import { type Role, type Scope, scopesOf } from '../people/rules/permissions.ts'
import { type Reach, reachesOf, type ScopeColumns } from '../people/scope-store.ts'
import { findServiceOf, listTeamsBelow } from '../people/team-store.ts'
import { auditStates, isOpenToAuditor } from './rules/audit-state.ts'

export interface Reader {
  readonly id: string
  readonly roles: readonly Role[]
  readonly teamId: string | null
}

const eb = expressionBuilder<Tables, 'audit'>()

const isIn = (states: readonly AuditState[]): Reach => eb('audit.state', 'in', states)

const OPEN = auditStates.filter(isOpenToAuditor)

/** They stand in the audit's row from its submission on, which is when scopes other than one's own begin to count. */
const columns: ScopeColumns = {
  own: eb.ref('audit.auditor_id'),
  team: eb.ref('audit.team_id'),
  reviewer: eb.ref('audit.iro_id'),
}

/** @param teamIds where the caller has read them */
const reachesIn = (
  scope: Scope,
  reader: Reader,
  teamIds: readonly string[] | undefined
): Reach[] =>
  scope === 'worked_once_shared'
    ? [eb.and([eb('audit.worker_id', '=', reader.id), eb('audit.shared_at', 'is not', null)])]
    : reachesOf(scope, columns, reader, teamIds)

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
      reachesIn(scope, reader, teamIds).map((reach) => eb.and([isIn(['submitted']), reach]))
    ),
    ...(inProgress.includes('all')
      ? [eb('audit.state', '<>', 'submitted')]
      : inProgress.flatMap((scope) =>
          reachesIn(scope, reader, teamIds).map((reach) => eb.and([isIn(OPEN), reach]))
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
