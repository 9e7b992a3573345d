/** The SQL of what the figures of a report stand on: teams, rounds, and what each round was asked. One statement. */
import { type RoundUseOf, roundUseOf, roundUseReads } from '../analytics/meaning-store.ts'
import type { RoundFacts } from '../analytics/rules/tally.ts'
import { roundsRead, toRoundFacts } from '../analytics/store.ts'
import { readTogether } from '../db/read-together.ts'
import type { Db } from '../db/schema.ts'
import type { Team } from '../people/team-store.ts'
import {
  type FrozenPrint,
  frozenPrintsRead,
  type Reach,
  toFrozenPrint,
} from './frozen-prints-store.ts'

export type FramedTeam = Pick<Team, 'id' | 'name' | 'kind' | 'closedOn' | 'isHistorical'> & {
  /** Whether it is the team that the report is of, or below it. */
  readonly isInside: boolean
}

export type ReportFrame = {
  /** By name. */
  readonly teams: readonly FramedTeam[]
  /** By date, then by name. */
  readonly rounds: readonly RoundFacts[]
  readonly useOf: RoundUseOf
  /** Reports for outside that were frozen before; none for readers inside. */
  readonly frozen: readonly FrozenPrint[]
}

const teamsRead = (db: Db, teamId: string | null) =>
  db
    .selectFrom('team')
    .leftJoin('team_path', (join) =>
      join.onRef('team_path.team_id', '=', 'team.id').on('team_path.ancestor_id', '=', teamId ?? '')
    )
    .select(['team.id as id', 'team.name as name', 'team.kind as kind'])
    .select(['team.closed_on as closedOn', 'team.is_historical as isHistorical'])
    .select('team_path.ancestor_id as above')
    .orderBy('team.name_key')

/** @param teamId whose report it is; null is the whole council's */
export const loadReportFrame = async (
  db: Db,
  teamId: string | null,
  reach: Reach
): Promise<ReportFrame> => {
  const read = await readTogether(db, {
    teams: teamsRead(db, teamId),
    rounds: roundsRead(db),
    frozen: frozenPrintsRead(db, reach),
    ...roundUseReads(db),
  })
  return {
    teams: read.teams.map(({ above, ...team }) => ({ ...team, isInside: above !== null })),
    rounds: read.rounds.map(toRoundFacts),
    useOf: roundUseOf(read),
    frozen: read.frozen.map(toFrozenPrint),
  }
}
