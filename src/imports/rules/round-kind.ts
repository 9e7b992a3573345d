/** The kinds of round, as a results file may spell them. */

export const ROUND_KINDS = [
  'learning',
  'thematic',
  'dip',
  'multi_agency',
  're_audit',
  'observation',
  'self_assessment',
] as const

export type RoundKind = (typeof ROUND_KINDS)[number]

/** The kind that was typed, in any case, with `-`, `_` or a space; undefined when it is none. */
export const readRoundKind = (typed: string): RoundKind | undefined => {
  const folded = typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return ROUND_KINDS.find((kind) => kind === folded)
}
