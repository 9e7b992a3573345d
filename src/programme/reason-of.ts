/** The reasons that people type: each is asked for, and none is empty. */
import { FieldFault } from '../errors.ts'

/** A reason that was typed, or a fault of its field. */
export const reasonOf = (typed: string, ask: string): string => {
  const reason = typed.trim()
  if (reason === '') throw new FieldFault('reason', ask)
  return reason
}
