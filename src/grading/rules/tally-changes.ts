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

/** The same under one service status. */
export type StatusChange = CouncilChange & Pick<CountedRow, 'serviceStatus'>

/** What a change does to every roll-up that follows from judgements alone. */
export type TallyChanges = {
  readonly council: readonly CouncilChange[]
  readonly status: readonly StatusChange[]
  readonly team: readonly TeamChange[]
  readonly item: readonly ItemChange[]
}

/** A judgement, or many of one key, with how many of them begin (or, below nought, cease) to count. */
export type ChangedRow = { readonly row: CountedRow; readonly by: number }

/** Sums by key, drops what comes to nought, and sorts by key: writers that lock rows in one order cannot deadlock. */
const netChanges = <Column extends keyof CountedRow>(
  rows: readonly ChangedRow[],
  columns: readonly Column[]
): (Pick<CountedRow, Column> & { change: number })[] => {
  const byKey = new Map<string, { row: CountedRow; change: number }>()
  for (const { row, by } of rows) {
    const id = columns.map((column) => row[column]).join('\u0000')
    const entry = byKey.get(id)
    if (entry) entry.change += by
    else byKey.set(id, { row, change: by })
  }
  return [...byKey]
    .filter(([, { change }]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, change }]) => ({
      ...(Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<
        CountedRow,
        Column
      >),
      change,
    }))
}

/** Whoever makes judgements count, or no longer count, changes the roll-ups by this. */
export const changesOf = (rows: readonly ChangedRow[]): TallyChanges => ({
  council: netChanges(rows, ['theme', 'item', 'roundId', 'kind', 'value']),
  status: netChanges(rows, ['serviceStatus', 'theme', 'item', 'roundId', 'kind', 'value']),
  team: netChanges(
    rows.filter(({ row }) => row.item === ''),
    ['teamId', 'theme', 'roundId', 'serviceStatus', 'value']
  ),
  item: itemChanges(rows),
})

export const tallyChanges = (
  added: readonly CountedRow[],
  removed: readonly CountedRow[]
): TallyChanges =>
  changesOf([...added.map((row) => ({ row, by: 1 })), ...removed.map((row) => ({ row, by: -1 }))])
