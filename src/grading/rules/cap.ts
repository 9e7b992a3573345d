/**
 * The rules that hold a grade down, each with its reason in words: design contract §2. Finding the
 * grade that they hold down is left to indicative-grade.ts.
 */
import type { GradingRules } from '../../rubrics/rules/grading-rule.ts'
import type { Grade } from '../../rubrics/rules/scale.ts'
import { compareGrades, gradeInWords, isWorse } from './grade.ts'

/** Something that counts towards a grade: a criterion, or to an audit also a theme grade. */
export type Counted = {
  readonly name: string
  readonly critical: boolean
  readonly grade: Grade
  /** True where the grade only stands in for missing evidence. */
  readonly standsIn: boolean
}

/** What the common block says about the child's safety now. */
export type Safety = {
  readonly safeNow: 'yes' | 'no' | 'cannot_tell' | undefined
  /** Whether the danger was already known and acted on; asked only when not safe or cannot tell. */
  readonly alreadyKnown: 'yes' | 'no' | undefined
  /** A QA lead has set the cap aside, with a reason that is kept elsewhere. */
  readonly capSetAside: boolean
}

/** A grade that cannot be bettered, and why; `names` are those it is about, if any. */
export type Cap = {
  readonly at: Grade
  readonly because: string
  readonly names: readonly string[]
}

export const unsafeCaps = (safety: Safety, rules: GradingRules): Cap[] => {
  if (rules.unsafe_caps === 'off' || safety.capSetAside) return []
  if (safety.safeNow !== 'no' || safety.alreadyKnown !== 'no') return []
  const because = 'the child is not safe now, and this was not already known and acted on'
  return [{ at: rules.unsafe_caps, because, names: [] }]
}

export const halfWeakCaps = (counted: readonly Counted[], rules: GradingRules): Cap[] => {
  const weak = counted.filter(isWeak)
  if (rules.half_weak_caps === 'off' || weak.length === 0) return []
  if (weak.length * 2 < counted.length) return []
  const because = `${weak.length} of ${counted.length} ${weak.length === 1 ? 'is' : 'are'} requires improvement or worse`
  return [{ at: rules.half_weak_caps, because, names: [] }]
}

/**
 * The rule also asks for at least half outstanding, which a middle grade of outstanding, worse or
 * better of two, already means.
 */
export const outstandingCaps = (counted: readonly Counted[], rules: GradingRules): Cap[] => {
  const names = counted.filter(isWeak).map(({ name }) => name)
  if (rules.outstanding_needs === 'off' || names.length === 0) return []
  const because = `outstanding needs everything to be good or better, and ${inList(names)} ${areOrIs(names)} not`
  return [{ at: 'good', because, names }]
}

/**
 * One cap for all criteria that were graded alike. Inadequate is never held more gently than
 * requires improvement would be, whatever the rubric sets: a worse answer cannot help.
 */
export const criticalCaps = (
  weak: readonly { readonly counted: Counted; readonly rules: GradingRules }[]
): Cap[] => {
  const caps = new Map<string, Cap>()
  for (const { counted, rules } of weak) {
    const at = heldAt(counted, rules)
    if (at === undefined) continue
    const words = counted.standsIn
      ? `not enough evidence, which counts as ${gradeInWords(counted.grade)}`
      : `graded ${gradeInWords(counted.grade)}`
    const names = [...(caps.get(`${at} ${words}`)?.names ?? []), counted.name]
    const verb = counted.standsIn ? (names.length === 1 ? 'has' : 'have') : areOrIs(names, 'past')
    const because = `${inList(names)} ${areOrIs(names)} critical and ${verb} ${words}`
    caps.set(`${at} ${words}`, { at, because, names })
  }
  return [...caps.values()]
}

const heldAt = (counted: Counted, rules: GradingRules): Grade | undefined => {
  if (!counted.critical || !isWeak(counted)) return undefined
  const limits = [
    rules.critical_ri_caps,
    ...(counted.grade === 'inadequate' ? [rules.critical_inadequate_caps] : []),
  ].filter((limit) => limit !== 'off')
  return limits.toSorted(compareGrades).at(-1)
}

const isWeak = ({ grade }: Pick<Counted, 'grade'>): boolean => isWorse(grade, 'good')

const areOrIs = (names: readonly string[], tense: 'present' | 'past' = 'present'): string => {
  if (tense === 'past') return names.length === 1 ? 'was' : 'were'
  return names.length === 1 ? 'is' : 'are'
}

const inList = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
