/** Finds the name that somebody who mistyped probably meant. */

/**
 * Edits that turn one word into the other: insert, delete, replace, or swap two neighbours (the
 * optimal string alignment distance, after Damerau 1964).
 */
export const editsBetween = (from: string, to: string): number => {
  let twoAbove: readonly number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const removed = (above[column] ?? 0) + 1
      const added = (current[column - 1] ?? 0) + 1
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const swapped = isSwap ? (twoAbove[column - 2] ?? 0) + 1 : replaced
      current.push(Math.min(replaced, removed, added, swapped))
    }
    twoAbove = above
    above = current
  }
  return above[to.length] ?? 0
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * The known name nearest to what was typed, or undefined when none is near: at most one edit for
 * three letters, ignoring case and punctuation. The first of several equally near ones.
 */
export const nearestName = (typed: string, known: readonly string[]): string | undefined => {
  const wanted = plain(typed)
  if (wanted === '' || wanted.length > 60) return undefined
  let nearest: string | undefined
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const name of known) {
    const edits = editsBetween(wanted, plain(name))
    if (edits < fewest) {
      nearest = name
      fewest = edits
    }
  }
  return nearest
}
