/** Which known names somebody may have meant: for messages that say what would be right. */

/** Names that differ only in case, spaces, hyphens or underscores count as one. */
const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

/** Levenshtein's distance: single characters to insert, delete or change. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change))
    }
    row = next
  }
  return row[b.length] ?? 0
}

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
      return { name, far: within ? 0.5 : distance(wanted, candidate), size: candidate.length }
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
