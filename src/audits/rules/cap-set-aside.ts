/**
 * Whether an audit's answers hold its grade down because the child is not safe (`unsafe_caps`, contracts.md §2), and
 * that a QA lead has set this aside. Whose it is to decide is docs/decisions/0016.
 */
import { unsafeCaps } from '../../grading/rules/cap.ts'
import { safetyOf } from '../../grading/rules/graded-criteria.ts'
import { rulesOf } from '../../rubrics/rules/grading-rule.ts'
import type { Grade } from '../../rubrics/rules/scale.ts'
import { type AuditState, isOpenToAuditor } from './audit-state.ts'
import { type AuditWork, givenAnswers } from './audit-work.ts'

/** Set aside and not restored. */
export type CapSetAside = {
  readonly id: string
  /** Instant. */
  readonly at: string
  readonly byName: string
  readonly reason: string
}

/** The grade at which the answers hold the audit, were nothing set aside; undefined where they do not. */
export const unsafeCapOf = (work: Pick<AuditWork, 'common' | 'answers'>): Grade | undefined => {
  const safety = safetyOf(givenAnswers(work.common, work.answers), false)
  return unsafeCaps(safety, rulesOf(work.common))[0]?.at
}

/** What was withdrawn or voided has no grade to set right, and what was not begun has no answer. */
export const canSetCapAside = (state: AuditState): boolean =>
  state === 'submitted' || isOpenToAuditor(state)
