/** How many cases a sample needs, how sure a sample of some size is, and how a sample is shared out over groups. */

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959964

/**
 * Cases to audit for a 95% margin of so many points either way in a service of so many, rounded up:
 * n₀ = z²p(1−p)/e², n = n₀/(1 + (n₀−1)/N). Cochran (1977), "Sampling Techniques", 4.3 to 4.4.
 *
 * @param population children in the service, at least 1
 * @param margin as a fraction: 0.1 is ten points either way
 * @param expected the share expected, as a fraction; one half, the default, asks for the most
 * @throws RangeError when the margin or the population make no sense
 */
export const sampleSize = (population: number, margin: number, expected = 0.5): number => {
  if (!(population >= 1) || !(margin > 0 && margin < 1) || !(expected >= 0 && expected <= 1)) {
    throw new RangeError(`no sample of ${population} has a margin of ${margin}`)
  }
  const unlimited = (Z ** 2 * expected * (1 - expected)) / margin ** 2
  // At least one, and dust must not add a case.
  const needed = unlimited / (1 + (unlimited - 1) / population)
  return Math.min(population, Math.max(1, Math.ceil(needed - 1e-9)))
}

/**
 * The 95% margin, as a fraction either way, of a share found in `n` of `population` cases that were picked at random,
 * with the finite population correction √((N−n)/(N−1)). Nought when all were audited. Cochran (1977), 3.2.
 * An interval around a share that was found is the business of wilson.ts; this is for planning.
 *
 * @throws RangeError when `n` of `population` is no sample
 */
export const marginOf = (n: number, population: number, expected = 0.5): number => {
  if (!(n >= 1) || !(population >= n)) throw new RangeError(`${n} of ${population} is no sample`)
  if (n === population) return 0
  const correction = Math.sqrt((population - n) / (population - 1))
  return Z * Math.sqrt((expected * (1 - expected)) / n) * correction
}

export type Stratum = { readonly name: string; readonly size: number }

export type Allocation = {
  readonly byName: ReadonlyMap<string, number>
  /** Cases above the total, because every stratum gets at least one. */
  readonly overflow: number
}

/**
 * Shares a total out in proportion to the size of the strata by the largest remainder, equal remainders by name. Every
 * stratum that has cases gets at least one, whatever that adds to the total (reported as overflow), and none more than
 * it has (domain.md §7.1).
 */
export const allocateProportionally = (total: number, strata: readonly Stratum[]): Allocation => {
  const size = strata.reduce((sum, stratum) => sum + stratum.size, 0)
  const wanted = Math.min(total, size)
  const shares = strata.map((stratum) => ({
    ...stratum,
    whole: size === 0 ? 0 : Math.floor((wanted * stratum.size) / size),
    remainder: size === 0 ? 0 : (wanted * stratum.size) % size,
  }))
  const missing = wanted - shares.reduce((sum, { whole }) => sum + whole, 0)
  const lifted = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || (a.name < b.name ? -1 : 1))
      .slice(0, missing)
      .map(({ name }) => name)
  )
  const byName = new Map(
    shares.map(({ name, size: has, whole }) => {
      const share = whole + (lifted.has(name) ? 1 : 0)
      return [name, has === 0 || wanted === 0 ? 0 : Math.max(1, share)]
    })
  )
  const given = [...byName.values()].reduce((sum, count) => sum + count, 0)
  return { byName, overflow: given - wanted }
}
