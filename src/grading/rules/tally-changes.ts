/** What a change of judgements does to the roll-ups; writing it is for store.ts. */
import { type ItemChange, itemChanges } from './group-changes.ts'

/** A judgement row as the tallies count it. `item` '' is the theme grade; `teamId` and `serviceStatus` '' not known. */
export type CountedRow = {
  readonly theme: string
  readonly item: string
  readonly kind: string
  readonly value: string
  readonly roundId: string
  readonly teamId: string
  readonly serviceStatus: string
}

/** A key of the whole-council roll-up with how much its count changes; never by nought. */
export type CouncilChange = Pick<CountedRow, 'theme' | 'item' | 'roundId' | 'kind' | 'value'> & {
  readonly change: number
}

/** The same for the roll-up by team, which holds theme grades only. */
export type TeamChange = Pick<
  CountedRow,
  'teamId' | 'theme' | 'roundId' | 'serviceStatus' | 'value'
> & { readonly change: number }

/** Sums by key, drops what comes to nought, and sorts by key: writers that lock rows in one order cannot deadlock. */
const netChanges = <Key extends object>(
  added: readonly Key[],
  removed: readonly Key[],
  parts: (key: Key) => string[]
): (Key & { change: number })[] => {
  const byKey = new Map<string, { key: Key; change: number }>()
  const count = (rows: readonly Key[], by: number) => {
    for (const row of rows) {
      const id = parts(row).join('\u0000')
      const entry = byKey.get(id)
      if (entry) entry.change += by
      else byKey.set(id, { key: row, change: by })
    }
  }
  count(added, 1)
  count(removed, -1)
  return [...byKey]
    .filter(([, { change }]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, change }]) => ({ ...key, change }))
}

export const tallyChanges = (
  added: readonly CountedRow[],
  removed: readonly CountedRow[]
): { council: CouncilChange[]; team: TeamChange[]; item: ItemChange[] } => {
  const themeGrades = (rows: readonly CountedRow[]) => rows.filter((row) => row.item === '')
  return {
    council: netChanges<CountedRow>(added, removed, (row) => [
      row.theme,
      row.item,
      row.roundId,
      row.kind,
      row.value,
    ]),
    team: netChanges<CountedRow>(themeGrades(added), themeGrades(removed), (row) => [
      row.teamId,
      row.theme,
      row.roundId,
      row.serviceStatus,
      row.value,
    ]),
    item: itemChanges([
      ...added.map((row) => ({ row, by: 1 })),
      ...removed.map((row) => ({ row, by: -1 })),
    ]),
  }
}
