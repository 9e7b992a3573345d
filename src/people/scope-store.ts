/**
 * The scopes of a permission as SQL: which rows lie within one, whatever the rows are. What a scope is granted for, and in which
 * state of a record it counts, is left to the feature.
 */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Scope } from './rules/permissions.ts'
import { teamsBelow, teamsOfService } from './team-store.ts'

/** Where a row says whose it is: the ids of the person who has it as their own, of its team and of who reviews its case. */
export interface ScopeColumns {
  readonly own: Expression<string | null>
  readonly team: Expression<string | null>
  readonly reviewer: Expression<string | null>
}

export type Reach = Expression<SqlBool>

const eb = expressionBuilder<Tables, never>()

export const EVERY_ROW: Reach = sql<SqlBool>`1 = 1`

/**
 * One condition for each way in which a row lies within the scope; none where no row does. `worked_once_shared` is the
 * business of audits.
 *
 * @param teamIds where the caller has read them: one condition a team, each of which an index can answer in order
 */
export const reachesOf = (
  scope: Scope,
  { own, team, reviewer }: ScopeColumns,
  { id, teamId }: { readonly id: string; readonly teamId: string | null },
  teamIds?: readonly string[]
): Reach[] => {
  const ofTeams = (...lists: ((teamId: string) => ReturnType<typeof teamsBelow>)[]): Reach[] => {
    if (teamId === null) return []
    return teamIds
      ? teamIds.map((each) => eb(team, '=', each))
      : lists.map((list) => eb(team, 'in', list(teamId)))
  }
  switch (scope) {
    case 'all':
      return [EVERY_ROW]
    case 'own':
      return [eb(own, '=', id)]
    case 'team':
      return ofTeams(teamsBelow)
    case 'service':
      // Somebody whose team stands under no service has that team for one.
      return ofTeams(teamsBelow, teamsOfService)
    case 'reviewed':
      return [eb(reviewer, '=', id)]
    case 'in_review':
      return [eb(reviewer, 'is not', null)]
    case 'worked_once_shared':
      return []
  }
}
