/** The kinds of round and the ways in which its cases can have been selected (contracts.md §1). */

export const roundKinds = [
  'learning',
  'thematic',
  'dip',
  'multi_agency',
  're_audit',
  'observation',
  'self_assessment',
] as const
export type RoundKind = (typeof roundKinds)[number]

/** Only the first two let a report speak of all cases; otherwise it says "of those audited". */
export const selections = ['random', 'census', 'targeted', 'not_known'] as const
export type Selection = (typeof selections)[number]
