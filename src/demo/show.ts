/** What every scene of the demonstration's past needs: who there is, which questions are asked, what has happened so far. */
import type { Rubric } from '../rubrics/rules/rubric.ts'
import type { PublishedRubric } from '../rubrics/store.ts'
import type { Staff } from './add-people.ts'
import type { Agenda } from './agenda.ts'
import type { CaseKnown, KnownCases } from './refresh-cases.ts'
import type { DemoCase } from './rules/cases.ts'
import type { DemoRound } from './rules/programme.ts'
import type { Stage } from './stage.ts'

export interface Show {
  readonly stage: Stage
  readonly agenda: Agenda
  readonly staff: Staff
  /** Those that a round set up now would use, by key. */
  readonly rubrics: Map<string, PublishedRubric>
  readonly files: readonly DemoCase[]
  /** As of the last refresh. */
  known: KnownCases
  /** By reference. */
  readonly timesAudited: Map<string, number>
  /** Where a round stands in the four years: 0 at their start, 1 today. */
  readonly alongOf: (round: DemoRound) => number
}

/** Runs the programme: creates rounds, allocates, reopens. */
export const PROGRAMME_LEAD = 'Beatrix Holloway'

export const rubricOf = (show: Show, key: string): PublishedRubric => {
  const found = show.rubrics.get(key)
  if (!found) throw new Error(`the library has no rubric ${key}`)
  return found
}

export type RoundRubrics = { readonly common: Rubric; readonly themes: readonly Rubric[] }

/** The common questions, and the round's rubrics that apply to the case, as a round set up now would have them. */
export const rubricsFor = (show: Show, round: DemoRound, each: CaseKnown): RoundRubrics => ({
  common: rubricOf(show, 'common').rubric,
  themes: round.themes
    .map((key) => rubricOf(show, key).rubric)
    .filter(({ applies }) => applies.status?.includes(each.now.status) ?? true),
})
