/**
 * Which known names somebody who mistyped may have meant: for every message that says what would be right. Keys of a file or an
 * address lie near each other, so one is proposed only where a slip of the hand explains it; names of a list are proposed
 * more freely, since whoever reads the message chooses.
 */

/**
 * Edits that turn one word into the other: insert, delete, replace, or swap two neighbours (the
 * optimal string alignment distance, after Damerau 1964).
 */
const editsBetween = (from: string, to: string): number => {
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

const lettersOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/**
 * The known name nearest to what was typed, or undefined when none is near: at most one edit for
 * three letters, ignoring case and punctuation. The first of several equally near ones.
 */
export const nearestName = (typed: string, known: readonly string[]): string | undefined => {
  const wanted = lettersOf(typed)
  if (wanted === '' || wanted.length > 60) return undefined
  let nearest: string | undefined
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const name of known) {
    const edits = editsBetween(wanted, lettersOf(name))
    if (edits < fewest) {
      nearest = name
      fewest = edits
    }
  }
  return nearest
}

/** Names that differ only in case, spaces, hyphens or underscores count as one. */
const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

/**
 * The known names nearest to what was typed, nearest first, ties in the order given.
 * One that contains what was typed, or starts the same way, counts as near.
 *
 * @param limit how many to name at most
 */
export const nearestNames = (typed: string, known: readonly string[], limit = 3): string[] => {
  const wanted = plain(typed).slice(0, 100)
  if (wanted === '') return []
  return known
    .map((name) => {
      const candidate = plain(name).slice(0, 100)
      const within = wanted.length > 2 && candidate.includes(wanted)
      return { name, far: within ? 0.5 : editsBetween(wanted, candidate), size: candidate.length }
    })
    .filter((one) => one.far <= Math.max(2, Math.max(wanted.length, one.size) / 2.5))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, limit)
    .map((one) => one.name)
}

/** “a”, “b” or “c”: names for a sentence. */
export const eitherOf = (names: readonly string[]): string => {
  const quoted = names.map((name) => `“${name}”`)
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`
}

/**
 * What would be right, for the end of a message: the nearest names as a question, or what else there is to say.
 *
 * @param otherwise where none is near
 */
export const meantOr = (
  typed: string,
  known: readonly string[],
  otherwise: string,
  limit?: number
): string => {
  const near = nearestNames(typed, known, limit)
  return near.length > 0 ? `did you mean ${eitherOf(near)}?` : otherwise
}
