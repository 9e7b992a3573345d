/** A target that somebody measures a line by, as the address has it: good or better, in whole per cent. */
import type { FilterFault } from './results-choices.ts'

export type TargetRead = {
  /** Whole per cent, 1 to 100. */
  readonly target: number | undefined
  readonly faults: readonly FilterFault[]
}

export const readTarget = (typed: string | undefined): TargetRead => {
  const text = typed?.replace(/\s*%$/, '')
  if (text === undefined) return { target: undefined, faults: [] }
  const target = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (target >= 1 && target <= 100) return { target, faults: [] }
  const message = 'A target is a whole number of per cent from 1 to 100, for example 60'
  return { target: undefined, faults: [{ field: 'target', message }] }
}
