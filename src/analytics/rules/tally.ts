/** Counts as they come from the roll-ups and indexes: what every figure of a page or report is made from. */
import type { JudgementKind } from '../../grading/rules/judgement.ts'

/** How often one value was given under one item in one round. `item: null` is the theme grade. */
export type Tally = {
  readonly theme: string
  readonly item: string | null
  readonly kind: JudgementKind
  readonly roundId: string
  readonly value: string
  readonly count: number
}

/** `date` is the end of the round's window, or the latest `audited_on` of an imported one (contracts.md §1). */
export type RoundFacts = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly date: string
  /** How its cases were selected: `random`, `census`, `targeted` or `not_known`. */
  readonly selection: string
  /** True while audits of it may still be submitted: its figures are not the last word. */
  readonly isOpen?: boolean
}

/** Rounds in the order of every chart, table and report: by date, then by name. */
export const byRoundDate = (a: RoundFacts, b: RoundFacts): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0
