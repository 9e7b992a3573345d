/**
 * Which rubrics belong to a case, and which items of a rubric an auditor is shown. What is not
 * known about a case never hides anything.
 */
import type { Item, Rubric } from './rubric.ts'
import type { ServiceStatus } from './service-status.ts'

/** What is known of a case; undefined is not known. */
export type CaseFacts = {
  readonly status?: ServiceStatus | undefined
  /** Whole years. */
  readonly age?: number | undefined
  /** Undefined: nobody said. An empty list: known to have none. */
  readonly flags?: readonly string[] | undefined
}

/** True unless something known about the case rules the rubric out. */
export const appliesTo = (rubric: Pick<Rubric, 'applies'>, facts: CaseFacts): boolean => {
  const { status, age, flags } = rubric.applies
  if (status !== undefined && facts.status !== undefined && !status.includes(facts.status)) {
    return false
  }
  if (age !== undefined && facts.age !== undefined) {
    if (age.from !== undefined && facts.age < age.from) return false
    if (age.to !== undefined && facts.age > age.to) return false
  }
  const known = facts.flags
  return flags.length === 0 || known === undefined || flags.some((flag) => known.includes(flag))
}

/**
 * Answers by item key: a grade, `yes`, a choice's key, `not_applicable` …, or several choices.
 * Undefined and the empty text are no answer yet.
 */
export type GivenAnswers = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The items to show, in the order of the rubric. A follow-up shows when the item it waits for is
 * itself shown and has one of the named answers; of several choices one is enough.
 */
export const shownItems = (
  rubric: Pick<Rubric, 'items'>,
  answers: GivenAnswers
): readonly Item[] => {
  const byKey = new Map(rubric.items.map((item) => [item.key, item]))
  const isShown = (item: Item, after: readonly string[]): boolean => {
    if (item.showsWhen === undefined) return true
    const decider = byKey.get(item.showsWhen.item)
    // A published rubric has no circles; this keeps a damaged one from never ending.
    if (decider === undefined || after.includes(decider.key)) return false
    const given = answers[decider.key]
    const chosen = typeof given === 'string' ? [given] : (given ?? [])
    const is = item.showsWhen.is
    return chosen.some((each) => is.includes(each)) && isShown(decider, [...after, item.key])
  }
  return rubric.items.filter((item) => isShown(item, []))
}
