/**
 * A small solver of sums of whole numbers, for tests that attack what was printed: unknowns between bounds, and sums of
 * them that are known. It tries values with bounds propagated through every sum; it shares nothing with the code it tests.
 */

export type Unknown = { readonly low: number; readonly high: number }
export type Equation = { readonly places: readonly number[]; readonly sum: number }

type Bounds = { low: number; high: number }

/** Narrows bounds through every sum until nothing changes. @returns false where nothing fits any more */
const propagate = (bounds: Bounds[], equations: readonly Equation[]): boolean => {
  for (let changed = true; changed; ) {
    changed = false
    for (const { places, sum } of equations) {
      const lows = places.reduce((total, place) => total + (bounds[place]?.low ?? 0), 0)
      const highs = places.reduce((total, place) => total + (bounds[place]?.high ?? 0), 0)
      if (lows > sum || highs < sum) return false
      for (const place of places) {
        const box = bounds[place]
        if (!box) continue
        const low = Math.max(box.low, sum - (highs - box.high))
        const high = Math.min(box.high, sum - (lows - box.low))
        if (low > high) return false
        if (low !== box.low || high !== box.high) {
          box.low = low
          box.high = high
          changed = true
          break
        }
      }
      if (changed) break
    }
  }
  return true
}

const copy = (bounds: readonly Bounds[]): Bounds[] => bounds.map((box) => ({ ...box }))

/** True where some choice of whole numbers fits every sum. */
const isPossible = (given: readonly Bounds[], equations: readonly Equation[]): boolean => {
  const bounds = copy(given)
  if (!propagate(bounds, equations)) return false
  const place = bounds.findIndex(({ low, high }) => low < high)
  if (place < 0) return true
  const { low, high } = bounds[place] ?? { low: 0, high: 0 }
  for (let value = low; value <= high; value += 1) {
    const next = copy(bounds)
    next[place] = { low: value, high: value }
    if (isPossible(next, equations)) return true
  }
  return false
}

/** Only what is bound, through sums, to the places. */
const boundTo = (places: readonly number[], equations: readonly Equation[]): Equation[] => {
  const found = new Set(places)
  const own: Equation[] = []
  for (let grew = true; grew; ) {
    grew = false
    for (const equation of equations) {
      if (own.includes(equation) || !equation.places.some((place) => found.has(place))) continue
      own.push(equation)
      for (const place of equation.places) found.add(place)
      grew = true
    }
  }
  return own
}

/**
 * The values from 1 to 5 that the sum of some unknowns can have, given everything else.
 * @param target places whose sum is asked for, each once
 */
export const smallValues = (
  unknowns: readonly Unknown[],
  equations: readonly Equation[],
  target: readonly number[]
): number[] => {
  const own = boundTo(target, equations)
  const used = [...new Set([...target, ...own.flatMap(({ places }) => places)])]
  const at = new Map(used.map((place, index) => [place, index]))
  const moved = ({ places, sum }: Equation): Equation => ({
    places: places.map((place) => at.get(place) ?? -1),
    sum,
  })
  const bounds = used.map((place) => ({ low: 0, high: 0, ...unknowns[place] }))
  return [1, 2, 3, 4, 5].filter((value) =>
    isPossible(bounds, [...own.map(moved), moved({ places: target, sum: value })])
  )
}
