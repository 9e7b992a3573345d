/** What it does to the roll-ups when counted judgements go under another name or to another team. */
import { type CountedRow, changesOf, type TallyChanges } from './tally-changes.ts'

export type CountedGroup = CountedRow & { readonly count: number }

/** Where judgements go; what is left out stays as it is. */
export type NewPlace = Partial<Pick<CountedRow, 'theme' | 'item' | 'teamId'>>

export type Move = { readonly from: CountedGroup; readonly to: NewPlace }

export const moveChanges = (moves: readonly Move[]): TallyChanges =>
  changesOf(
    moves.flatMap(({ from, to }) => [
      { row: from, by: -from.count },
      { row: { ...from, ...to }, by: from.count },
    ])
  )
