/** What it does to the roll-ups when counted judgements go under another name or to another team. */
import { type ItemChange, itemChanges } from './group-changes.ts'
import type { CouncilChange, CountedRow, TeamChange } from './tally-changes.ts'

export type CountedGroup = CountedRow & { readonly count: number }

/** Where judgements go; what is left out stays as it is. */
export type NewPlace = Partial<Pick<CountedRow, 'theme' | 'item' | 'teamId'>>

export type Move = { readonly from: CountedGroup; readonly to: NewPlace }

/** Sums by key in key order, without what comes to nought. */
const net = <Key>(changes: readonly { key: Key; parts: readonly string[]; by: number }[]) => {
  const byKey = new Map<string, { key: Key; change: number }>()
  for (const { key, parts, by } of changes) {
    const id = parts.join('\u0000')
    const entry = byKey.get(id)
    if (entry) entry.change += by
    else byKey.set(id, { key, change: by })
  }
  return [...byKey]
    .filter(([, { change }]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, change }]) => ({ ...key, change }))
}

export const moveChanges = (
  moves: readonly Move[]
): { council: CouncilChange[]; team: TeamChange[]; item: ItemChange[] } => {
  const rows = moves.flatMap(({ from, to }) => [
    { row: from, by: -from.count },
    { row: { ...from, ...to }, by: from.count },
  ])
  return {
    council: net(
      rows.map(({ row: { theme, item, roundId, kind, value }, by }) => ({
        key: { theme, item, roundId, kind, value },
        parts: [theme, item, roundId, kind, value],
        by,
      }))
    ),
    team: net(
      rows
        .filter(({ row }) => row.item === '')
        .map(({ row: { teamId, theme, roundId, serviceStatus, value }, by }) => ({
          key: { teamId, theme, roundId, serviceStatus, value },
          parts: [teamId, theme, roundId, serviceStatus, value],
          by,
        }))
    ),
    item: itemChanges(rows),
  }
}
