/** What a council begins with: the reasons for alerts that councils publish, and four stages of five working days. */

/** By id, in the order in which they are offered. Source: domain §3.1 (P:notts, P:northants, P:southwark). */
export const standardCategories = [
  ['plan_quality', 'Quality of the plan'],
  ['plan_not_carried_out', 'Plan not carried out'],
  ['drift_and_delay', 'Drift and delay'],
  ['decision_making', 'Decision making'],
  ['review_not_prepared', 'Not prepared for the review or conference'],
  ['reports_late', 'Reports late or not shared'],
  ['visits', 'Visits late or child not seen alone'],
  ['no_allocated_worker', 'No allocated worker or too many changes'],
  ['voice_of_the_child', 'Child’s wishes and participation'],
  ['placement', 'Placement and permanence'],
  ['health_and_education', 'Health and education needs not met'],
  ['no_exit_plan', 'No plan for stepping down or leaving care'],
  ['other', 'Something else'],
] as const

/** One stage of a dispute. */
export interface Stage {
  /** Who answers at it, as the council says it. */
  readonly name: string
  /** Working days to answer in. */
  readonly days: number
  /** The step of the line (src/safety/rules/addressees.ts) that answers; null: the raiser chooses the person. */
  readonly level: number | null
}

/** Four stages of five working days are the twenty days of the IRO handbook. Source: domain §0.5 (P:ladder). */
export const standardStages: readonly Stage[] = [
  { name: 'Team manager', days: 5, level: 1 },
  { name: 'Head of service', days: 5, level: 3 },
  { name: 'Assistant director', days: 5, level: null },
  { name: 'Director of children’s services', days: 5, level: 4 },
]
