/** One measure of the report: the share of yes, the quartiles of a number, or the shares of a category's choices. */
import { share } from '../../analytics/rules/distribution.ts'
import { largestRemainder } from '../../analytics/rules/largest-remainder.ts'
import { quartiles } from '../../analytics/rules/quartiles.ts'
import { percentHalfUp } from '../../analytics/rules/round-half-up.ts'
import type { Tally } from '../../analytics/rules/tally.ts'
import { isOutsideN, splitChoices } from '../../grading/rules/judgement.ts'
import type { CategoryMeasure, ReportMeasure } from './report.ts'

type Counted = Pick<Tally, 'value' | 'count'>
type Named = { readonly theme: string; readonly item: string; readonly round: string }
type KnownChoices = { readonly choices?: readonly string[]; readonly multiple?: boolean }

const sum = (tallies: readonly Counted[]) =>
  tallies.reduce((total, tally) => total + tally.count, 0)

const category = (
  named: Named,
  tallies: readonly Counted[],
  known: KnownChoices | undefined
): CategoryMeasure => {
  const n = sum(tallies)
  const multiple = known?.multiple ?? tallies.some((tally) => splitChoices(tally.value).length > 1)
  const counts = new Map<string, number>()
  for (const tally of tallies) {
    for (const choice of multiple ? splitChoices(tally.value) : [tally.value]) {
      counts.set(choice, (counts.get(choice) ?? 0) + tally.count)
    }
  }
  const inRubric = known?.choices ?? []
  const place = (choice: string) =>
    inRubric.includes(choice) ? inRubric.indexOf(choice) : inRubric.length
  const choices = [...counts.keys()].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
  const countOf = (choice: string) => counts.get(choice) ?? 0
  const shares = multiple
    ? choices.map((choice) => percentHalfUp(countOf(choice), n))
    : largestRemainder(choices.map(countOf))
  return {
    ...named,
    kind: 'category',
    n,
    multiple,
    values: Object.fromEntries(choices.map((choice) => [choice, countOf(choice)])),
    percent: Object.fromEntries(choices.map((choice, place) => [choice, shares[place] ?? 0])),
  }
}

/** Undefined when nobody answered: not applicable and not enough evidence are outside *n*. */
export const measureOf = (
  named: Named,
  kind: 'yes_no' | 'number' | 'category',
  tallies: readonly Counted[],
  known?: KnownChoices
): ReportMeasure | undefined => {
  const answered = tallies.filter((tally) => tally.count > 0 && !isOutsideN(tally.value))
  const n = sum(answered)
  if (n === 0) return undefined
  if (kind === 'category') return category(named, answered, known)
  if (kind === 'yes_no') {
    const yes = sum(answered.filter((tally) => tally.value === 'yes'))
    const { percent, low, high } = share(yes, n)
    return { ...named, kind, n, values: { yes, no: n - yes }, yes: { percent, low, high } }
  }
  const found = quartiles(
    answered.map((tally) => ({ value: Number(tally.value), count: tally.count }))
  )
  if (!found) return undefined
  const { median, lowerQuartile, upperQuartile, min, max } = found
  return { ...named, kind, n, median, lowerQuartile, upperQuartile, min, max }
}
