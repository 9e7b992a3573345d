/** Which known names somebody may have meant: for messages that say what would be right. */
import { editsBetween } from '../../rubrics/rules/nearest-name.ts'

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
