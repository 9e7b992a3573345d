/** Alerts raised for each hundred open cases, where the number of open cases is known. No share: one case may have several alerts. */
import { FEWEST_FOR_SHARE } from './small-numbers.ts'

export type AlertRate = {
  readonly key: 'care' | 'cp' | 'all'
  readonly raised: number
  /** As the council's cases stand today; undefined where no case is known at all. */
  readonly openCases: number | undefined
  /** To one place, halves upwards; undefined with fewer than five open cases. */
  readonly perHundred: number | undefined
}

type Counted = { readonly status: string | null; readonly count: number }

/** To one place, in whole numbers, so that a half goes upwards. */
const rateOf = (raised: number, cases: number): number =>
  Math.floor((2000 * raised + cases) / (2 * cases)) / 10

/**
 * @param raised by the service status of the first child, as it was when the alert was raised
 * @param open cases that are not closed, by service status; undefined where the council has brought in none
 */
export const alertRates = (
  raised: readonly Counted[],
  open: readonly Counted[] | undefined
): AlertRate[] =>
  (['care', 'cp', 'all'] as const).map((key) => {
    const sum = (some: readonly Counted[]) =>
      some.reduce((total, one) => total + (key === 'all' || one.status === key ? one.count : 0), 0)
    const openCases = open === undefined ? undefined : sum(open)
    const some = sum(raised)
    return {
      key,
      raised: some,
      openCases,
      perHundred:
        openCases === undefined || openCases < FEWEST_FOR_SHARE
          ? undefined
          : rateOf(some, openCases),
    }
  })
