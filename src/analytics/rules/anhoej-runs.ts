/**
 * Anhøj's two runs tests: they need no limits, so they may be used where rounds are too small for any. They ask whether
 * a series stays on one side of its median for too long, or crosses it too seldom.
 */

export type RunsTest = {
  /** Points that do not lie on the median. */
  readonly useful: number
  readonly longestRun: number
  /** More than this in one run is a signal. */
  readonly mostInRun: number
  readonly crossings: number
  /** Fewer crossings than this are a signal. */
  readonly fewestCrossings: number
  readonly isSignal: boolean
}

/** The longest run that chance explains: round(log2(n)) + 3. Anhøj and Olesen (2014). */
export const mostInRun = (useful: number): number => Math.round(Math.log2(useful)) + 3

/**
 * The fewest crossings that chance explains: the 5th percentile of the binomial distribution of n − 1 draws at one half.
 * Chen (2010), as used by Anhøj and Olesen (2014) and qicharts2.
 */
export const fewestCrossings = (useful: number): number => {
  const draws = Math.max(0, useful - 1)
  // The chance of k in logarithms: 2^-n is nought beyond a thousand points.
  let logChance = -draws * Math.LN2
  let sum = Math.exp(logChance)
  let k = 0
  while (sum < 0.05 && k < draws) {
    logChance += Math.log((draws - k) / (k + 1))
    k += 1
    sum += Math.exp(logChance)
  }
  return k
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0
  return (lower + upper) / 2
}

/**
 * Points on the median are left out, as both tests ask. Undefined where fewer than two are left.
 * @param values in the order of time; the unit is their own
 */
export const anhoejRuns = (
  values: readonly number[],
  middle: number = medianOf(values)
): RunsTest | undefined => {
  const sides = values.map((value) => value - middle).filter((gap) => Math.abs(gap) > 1e-9)
  if (sides.length < 2) return undefined
  let longestRun = 1
  let run = 1
  let crossings = 0
  for (const [place, side] of sides.entries()) {
    if (place === 0) continue
    const isSame = Math.sign(side) === Math.sign(sides[place - 1] ?? 0)
    run = isSame ? run + 1 : 1
    crossings += isSame ? 0 : 1
    longestRun = Math.max(longestRun, run)
  }
  const most = mostInRun(sides.length)
  const fewest = fewestCrossings(sides.length)
  return {
    useful: sides.length,
    longestRun,
    mostInRun: most,
    crossings,
    fewestCrossings: fewest,
    isSignal: longestRun > most || crossings < fewest,
  }
}
