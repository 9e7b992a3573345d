/** The sentence about measures answered yes or no: those least often yes, where yes is what is hoped for. */
import type { YesNoMeasure } from './report.ts'

/**
 * Questions of the library whose yes is a worry, or says only how a case stands: a low share of them is nothing to work on.
 * Of any other question a yes is taken to be what is hoped for: the format of rubrics does not say it.
 */
export const yesNotHoped: ReadonlySet<string> = new Set([
  'cp.repeat_plan',
  'plo.over_5_months',
  'plo.recalled',
  'ref.repeat_12m',
  'ref.tier2_possible',
])

const MOST = 3

const whole = (fraction: number | 'c') => `${Math.round(Number(fraction) * 100)}%`

/** Of each measure the last of the rounds, which stand in order: a measure is named once. */
const lastOfEach = (shown: readonly YesNoMeasure[]): YesNoMeasure[] => [
  ...new Map(shown.map((one) => [`${one.theme}\n${one.item}`, one])).values(),
]

/**
 * The three with the smallest share of yes, for whoever edits the sentence to choose from.
 *
 * @param shown with a share to print, in the order of their rounds
 * @param isPart some have no share to print
 */
export const leastYesWords = (
  shown: readonly YesNoMeasure[],
  isPart: boolean,
  titleOf: (one: YesNoMeasure) => string
): string => {
  const share = (one: YesNoMeasure) => Number(one.values.yes) / Number(one.n)
  const words = lastOfEach(shown)
    .filter((one) => !yesNotHoped.has(one.item) && share(one) < 1)
    .toSorted((a, b) => share(a) - share(b))
    .slice(0, MOST)
    .map(
      (one) =>
        `${titleOf(one)} (${one.round}): ${one.values.yes} of ${one.n} yes (${one.yes.percent}%, 95% interval ${whole(one.yes.low)} to ${whole(one.yes.high)}).`
    )
  const of = isPart ? 'Least often yes, of the shares shown' : 'Least often yes'
  return words.length === 0 ? '' : `${of}: ${words.join(' ')}`
}
