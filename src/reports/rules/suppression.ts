/**
 * Which numbers of a whole report may be printed for readers outside the council (contracts.md §8). Every number is a
 * cell, or a sum of cells; sums are printed in the order given as long as each number from 1 to 5 keeps two values that
 * fit everything printed. Percentages, bounds and changes follow from counts and n, and stand only where those do.
 */
import { isSmall } from './disclosure.ts'
import { type HiddenCell, hasSecondValue } from './hidden-moves.ts'

export type SuppressionInput = {
  /** Every count by id. */
  readonly cells: ReadonlyMap<string, number>
  /** Sums of them by id, those that matter most first. */
  readonly sums: ReadonlyMap<string, readonly string[]>
  /**
   * Sums that a reader is taken to know although they stand nowhere: the audits of a round are the same for every line
   * of it, so one line that gives them away gives them for all.
   */
  readonly assumed: readonly (readonly string[])[]
}

export type Suppression = {
  /** Of cells and sums. */
  readonly isShown: (id: string) => boolean
  /** Cells of lines of which nothing may be printed. */
  readonly isWithheld: (id: string) => boolean
}

const LARGEST = 5

export const suppress = ({ cells, sums, assumed }: SuppressionInput): Suppression => {
  const countAt = (id: string) => cells.get(id) ?? 0
  const hidden = new Set([...cells].flatMap(([id, value]) => (isSmall(value) ? [id] : [])))
  const withheld = new Set<string>()
  const shownSums = new Set<string>()
  const known: (readonly string[])[] = []
  const knownOf = new Map<string, (readonly string[])[]>()
  const learn = (sum: readonly string[]) => {
    known.push(sum)
    for (const id of sum) {
      const list = knownOf.get(id)
      if (list) list.push(sum)
      else knownOf.set(id, [sum])
    }
  }
  const smallSumsOf = new Map<string, string[]>()
  for (const [id, parts] of sums) {
    const value = parts.reduce((total, part) => total + countAt(part), 0)
    if (!isSmall(value)) continue
    for (const part of parts) smallSumsOf.set(part, [...(smallSumsOf.get(part) ?? []), id])
  }

  /** Hidden cells that known sums bind to those given, or that share a small sum with them, and the sums that bind. */
  const boundTo = (start: readonly string[], extra?: readonly string[]) => {
    const found = new Set(start.filter((id) => hidden.has(id)))
    const binding = new Set<readonly string[]>()
    const waiting = [...found]
    const reach = (ids: readonly string[]) => {
      for (const id of ids) {
        if (!hidden.has(id) || found.has(id)) continue
        found.add(id)
        waiting.push(id)
      }
    }
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const id of smallSumsOf.get(next) ?? []) reach(sums.get(id) ?? [])
      const own = knownOf.get(next) ?? []
      for (const sum of extra?.includes(next) ? [...own, extra] : own) {
        if (binding.has(sum)) continue
        binding.add(sum)
        reach(sum)
      }
    }
    return { ids: [...found], binding: [...binding] }
  }

  /** The numbers of 1 to 5 among those bound to `start` that have no second value. */
  const givenAway = (start: readonly string[], extra?: readonly string[]): string[] => {
    const { ids, binding } = boundTo(start, extra)
    const placeOf = new Map(ids.map((id, place) => [id, place]))
    const places = (sum: readonly string[]) => sum.flatMap((id) => placeOf.get(id) ?? [])
    const boxes = ids.map((id): HiddenCell => {
      const value = countAt(id)
      return isSmall(value)
        ? { value, low: 1, high: LARGEST }
        : { value, low: 0, high: Number.MAX_SAFE_INTEGER }
    })
    const bySum = binding.map(places)
    const smallSums = new Set(ids.flatMap((id) => smallSumsOf.get(id) ?? []))
    return [
      ...ids.filter((id, place) => isSmall(countAt(id)) && !hasSecondValue(boxes, bySum, [place])),
      ...[...smallSums].filter((id) => !hasSecondValue(boxes, bySum, places(sums.get(id) ?? []))),
    ]
  }

  for (const sum of assumed) learn(sum)
  for (const sum of assumed) {
    if (!sum.some((id) => hidden.has(id))) continue
    for (;;) {
      if (givenAway(sum).length === 0) break
      // The smallest count that is no small one goes along: the least is lost with it.
      const partner = sum
        .filter((id) => !hidden.has(id) && countAt(id) > LARGEST)
        .toSorted((a, b) => countAt(a) - countAt(b) || (a < b ? -1 : 1))[0]
      if (partner === undefined) {
        for (const id of sum) {
          withheld.add(id)
          hidden.add(id)
        }
        break
      }
      hidden.add(partner)
    }
  }

  /** As a reader would take it who thinks that every "c" stands for 1 to 5: such a sum still has to have solutions. */
  const isPlausible = (parts: readonly string[]): boolean => {
    const some = parts.filter((id) => hidden.has(id))
    if (some.length === 0) return true
    const sum = some.reduce((total, id) => total + countAt(id), 0)
    return sum < LARGEST * some.length && sum > some.length
  }

  for (const [id, parts] of sums) {
    const value = parts.reduce((total, part) => total + countAt(part), 0)
    if (isSmall(value) || parts.some((part) => withheld.has(part))) continue
    if (!parts.some((part) => hidden.has(part))) {
      shownSums.add(id)
      continue
    }
    if (!isPlausible(parts) || givenAway(parts, parts).length > 0) continue
    shownSums.add(id)
    learn(parts)
  }

  return {
    isShown: (id) => (cells.has(id) ? !hidden.has(id) : shownSums.has(id)),
    isWithheld: (id) => withheld.has(id),
  }
}
