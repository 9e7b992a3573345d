/** A kind of round as people and spreadsheets spell it. */
import { type RoundKind, roundKinds } from './round-kind.ts'

/** The kind that was typed, in any case, with `-`, `_` or a space; undefined when it is none. */
export const readRoundKind = (typed: string): RoundKind | undefined => {
  const folded = typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  return roundKinds.find((kind) => kind === folded)
}
